import { IconCheck, IconSend, IconStarFilled } from '@tabler/icons-react'
import { memo, type MouseEvent } from 'react'
import type { JobListItem } from '#shared/jobs.ts'
import { formatAge } from '../../../ui/format.ts'
import { placeShort } from '../facts/place.ts'
import { formatPayShort } from '../facts/salary.ts'
import { VisaBadge } from '../facts/visa-badge.tsx'
import { WORKPLACE_WORDS } from '../facts/words.ts'
import classes from './job-row.module.css'
import { MatchBadge } from './match-badge.tsx'

export const ROW_HEIGHT_PX = 56
const SHOWN_SKILLS = 4
/** As wide as the row's left padding, which the picking box stands in. */
const PICK_WIDTH_PX = 28

/** What a click on a row means: open it, pick it or not, or pick all from the last picked one to it. */
export type PickKind = 'open' | 'toggle' | 'range'

interface RowProps {
  readonly id: string
  readonly job: JobListItem | undefined
  readonly index: number
  readonly total: number
  readonly top: number
  readonly now: number
  readonly isCursor: boolean
  readonly isOpen: boolean
  readonly isNew: boolean
  /** Null while none is picked: the boxes stay away. */
  readonly isPicked: boolean | null
  readonly onPick: (index: number, kind: PickKind) => void
}

/** One job in two short lines. A row of which the job is still on its way keeps its place. While the list scrolls, a row is given
 *  one job after another: its parts stay, their words change. */
export const JobRow = memo(function JobRow(props: RowProps) {
  const { job } = props
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the keys for all its rows
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native option holds words only, no parts
      role="option"
      id={props.id}
      aria-label={job ? undefined : 'Loading'}
      aria-selected={props.isOpen}
      aria-checked={props.isPicked ?? undefined}
      aria-setsize={props.total}
      aria-posinset={props.index + 1}
      className={classes.row}
      data-waiting={job === undefined || undefined}
      data-cursor={props.isCursor || undefined}
      data-picking={props.isPicked !== null || undefined}
      data-picked={props.isPicked || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onMouseDown={keepTextUnselected}
      onClick={(event) => props.onPick(props.index, kindOf(event))}
    >
      {props.isPicked && <IconCheck size={11} stroke={3} className={classes.check} aria-hidden="true" />}
      <RowContent job={job} now={props.now} isNew={props.isNew} />
    </div>
  )
})

/** Shift and a click would mark the words between two rows. */
function keepTextUnselected(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault()
}

function kindOf(event: MouseEvent): PickKind {
  if (event.shiftKey) return 'range'
  const isOnBox = event.clientX - event.currentTarget.getBoundingClientRect().left < PICK_WIDTH_PX
  return isOnBox || event.metaKey || event.ctrlKey ? 'toggle' : 'open'
}

interface ContentProps {
  readonly job: JobListItem | undefined
  readonly now: number
  readonly isNew: boolean
}

/** Without a job the same parts are there, empty: nothing is made and thrown away while the list is flung. */
const RowContent = memo(function RowContent({ job, now, isNew }: ContentProps) {
  return (
    <>
      <span className={classes.main}>
        <span className={classes.title}>
          {isNew && <New />}
          {job && (job.appliedAt === null ? job.isSaved && <Saved /> : <Applied />)}
          {job && job.closedAt !== null && <span className={classes.closed}>Closed</span>}
          <span className={classes.cut}>{job?.title}</span>
          {job && job.match !== null && <MatchBadge score={job.match} />}
        </span>
        <span className={classes.sub}>
          <span className={classes.company}>{job?.company}</span>
          <span className={classes.facts}>{job && factWords(job)}</span>
        </span>
      </span>
      <span className={classes.skills}>{job?.skills.slice(0, SHOWN_SKILLS).join(' · ')}</span>
      <span className={classes.pay}>{job?.salary && formatPayShort(job.salary)}</span>
      <span className={classes.visa}>{job && job.visa !== 'unstated' && <VisaBadge status={job.visa} />}</span>
      <span className={classes.age}>{job && formatAge(job.postedAt ?? job.firstSeenAt, now)}</span>
    </>
  )
})

/** ' · Berlin, DE · Remote': what follows the company. */
function factWords(job: JobListItem): string {
  const workplace = job.workplace === 'unknown' ? null : WORKPLACE_WORDS[job.workplace]
  return [placeShort(job.place, job.placeCount), workplace]
    .filter((word) => word !== null)
    .map((word) => ` · ${word}`)
    .join('')
}

function New() {
  return (
    <>
      <span className={classes.new} title="New since you looked" aria-hidden="true" />
      <span className="cc-unseen">New:</span>
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

function Applied() {
  return (
    <>
      <IconSend size={12} className={classes.star} aria-hidden="true" />
      <span className="cc-unseen">Applied:</span>
    </>
  )
}
