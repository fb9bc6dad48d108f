import { IconStarFilled } from '@tabler/icons-react'
import { memo, type CSSProperties } from 'react'
import type { JobListItem } from '#shared/jobs.ts'
import { formatAge } from '../../ui/format.ts'
import classes from './job-row.module.css'
import { placeShort } from './place.ts'
import { formatPayShort } from './salary.ts'
import { VisaBadge } from './visa-badge.tsx'
import { WORKPLACE_WORDS } from './words.ts'

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
          {job.isSaved && <Saved />}
          {job.closedAt !== null && <span className={classes.closed}>Closed</span>}
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
        {job.visa === 'unstated' ? (
          <span className={classes.none} aria-hidden="true">
            –
          </span>
        ) : (
          <VisaBadge status={job.visa} />
        )}
      </span>
      <span className={classes.age}>{formatAge(seenAt, now)}</span>
    </>
  )
}

function Saved() {
  return (
    <>
      <IconStarFilled size={12} className={classes.star} aria-hidden="true" />
      <span className="cc-unseen">Saved:</span>
    </>
  )
}

function RowWaiting() {
  return (
    <span className={classes.main}>
      <span className="cc-unseen">Loading</span>
      <span className={classes.bar} style={{ width: '42%' }} />
      <span className={classes.bar} style={{ width: '26%' }} />
    </span>
  )
}
