import { IconStarFilled } from '@tabler/icons-react'
import { memo, type CSSProperties } from 'react'
import type { JobListItem } from '#shared/jobs.ts'
import { formatAge, formatAgo } from '../../ui/format.ts'
import classes from './job-row.module.css'
import { placeShort } from './place.ts'
import { formatPayShort } from './salary.ts'
import { VisaBadge } from './visa-badge.tsx'
import { VISA_SENTENCES, WORKPLACE_WORDS } from './words.ts'

export const ROW_HEIGHT_PX = 56
const SHOWN_SKILLS = 4

interface RowProps {
  readonly id: string
  readonly job: JobListItem | undefined
  readonly index: number
  readonly total: number
  readonly top: number
  readonly now: number
  readonly isCursor: boolean
  readonly isOpen: boolean
  readonly onPick: (index: number) => void
}

/** One job in two short lines. A row of which the job is still on its way keeps its place. */
export const JobRow = memo(function JobRow(props: RowProps) {
  const { job } = props
  const style: CSSProperties = { transform: `translateY(${props.top}px)`, height: ROW_HEIGHT_PX }
  return (
    // The list has the keyboard for all its rows (aria-activedescendant); a row only takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      id={props.id}
      aria-selected={props.isOpen}
      aria-setsize={props.total}
      aria-posinset={props.index + 1}
      aria-label={job ? rowLabel(job, props.now) : 'Loading'}
      className={classes.row}
      data-cursor={props.isCursor || undefined}
      style={style}
      onClick={() => props.onPick(props.index)}
    >
      {job ? <RowContent job={job} now={props.now} /> : <RowWaiting />}
    </div>
  )
})

function RowContent({ job, now }: { readonly job: JobListItem; readonly now: number }) {
  const place = placeShort(job.place, job.placeCount)
  const pay = job.salary && formatPayShort(job.salary)
  const seenAt = job.postedAt ?? job.firstSeenAt
  return (
    <>
      <span className={classes.main}>
        <span className={classes.title}>
          {job.isSaved && <IconStarFilled size={12} className={classes.star} aria-hidden="true" />}
          <span className={classes.cut}>{job.title}</span>
        </span>
        <span className={classes.sub}>
          <span className={classes.company}>{job.company}</span>
          {place !== null && <span className={classes.fact}>{place}</span>}
          {job.workplace !== 'unknown' && <span className={classes.fact}>{WORKPLACE_WORDS[job.workplace]}</span>}
        </span>
      </span>
      <span className={classes.skills}>
        {job.skills.slice(0, SHOWN_SKILLS).map((skill) => (
          <span key={skill} className={classes.skill}>
            {skill}
          </span>
        ))}
      </span>
      <span className={classes.pay}>{pay}</span>
      <span className={classes.visa}>
        {job.visa === 'unstated' ? <span className={classes.none}>–</span> : <VisaBadge status={job.visa} />}
      </span>
      <span className={classes.age}>{formatAge(seenAt, now)}</span>
    </>
  )
}

function RowWaiting() {
  return (
    <span className={classes.main} aria-hidden="true">
      <span className={classes.bar} style={{ width: '42%' }} />
      <span className={classes.bar} style={{ width: '26%' }} />
    </span>
  )
}

/** A row as one sentence for a screen reader. */
function rowLabel(job: JobListItem, now: number): string {
  const parts = [
    job.title,
    job.company,
    placeShort(job.place, job.placeCount),
    job.workplace === 'unknown' ? null : WORKPLACE_WORDS[job.workplace],
    job.salary && formatPayShort(job.salary),
    job.visa === 'unstated' ? null : VISA_SENTENCES[job.visa],
    formatAgo(job.postedAt ?? job.firstSeenAt, now),
    job.isSaved ? 'Saved' : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
