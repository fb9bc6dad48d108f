import { IconCheck, IconStarFilled } from '@tabler/icons-react'
import { memo, type CSSProperties, type MouseEvent } from 'react'
import type { JobListItem } from '#shared/jobs.ts'
import { formatAge } from '../../ui/format.ts'
import classes from './job-row.module.css'
import { placeShort } from './place.ts'
import { MatchBadge } from './match-badge.tsx'
import { formatPayShort } from './salary.ts'
import { VisaBadge } from './visa-badge.tsx'
import { WORKPLACE_WORDS } from './words.ts'

export const ROW_HEIGHT_PX = 56
const SHOWN_SKILLS = 4

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
      aria-checked={props.isPicked ?? undefined}
      aria-setsize={props.total}
      aria-posinset={props.index + 1}
      className={classes.row}
      data-cursor={props.isCursor || undefined}
      data-picked={props.isPicked || undefined}
      style={style}
      onMouseDown={keepTextUnselected}
      onClick={(event) => props.onPick(props.index, kindOf(event))}
    >
      {job && <PickBox isShown={props.isPicked !== null} isPicked={props.isPicked === true} />}
      {job ? <RowContent job={job} now={props.now} isNew={props.isNew} /> : <RowWaiting />}
    </div>
  )
})

/** Shift and a click would mark the words between two rows. */
function keepTextUnselected(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault()
}

function kindOf(event: MouseEvent): PickKind {
  if (event.shiftKey) return 'range'
  const isOnBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
  return isOnBox || event.metaKey || event.ctrlKey ? 'toggle' : 'open'
}

/** For the pointer; the keyboard picks with a key, and the row says whether it is picked. */
function PickBox({ isShown, isPicked }: { readonly isShown: boolean; readonly isPicked: boolean }) {
  return (
    <span className={classes.pick} data-box data-shown={isShown || undefined} aria-hidden="true">
      <span className={classes.box}>{isPicked && <IconCheck size={11} stroke={3} />}</span>
    </span>
  )
}

function RowContent({ job, now, isNew }: { readonly job: JobListItem; readonly now: number; readonly isNew: boolean }) {
  const place = placeShort(job.place, job.placeCount)
  const pay = job.salary && formatPayShort(job.salary)
  const seenAt = job.postedAt ?? job.firstSeenAt
  return (
    <>
      <span className={classes.main}>
        <span className={classes.title}>
          {isNew && <New />}
          {job.isSaved && <Saved />}
          {job.closedAt !== null && <span className={classes.closed}>Closed</span>}
          <span className={classes.cut}>{job.title}</span>
          {job.match !== null && <MatchBadge score={job.match} />}
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

function RowWaiting() {
  return (
    <span className={classes.main}>
      <span className="cc-unseen">Loading</span>
      <span className={classes.bar} style={{ width: '42%' }} />
      <span className={classes.bar} style={{ width: '26%' }} />
    </span>
  )
}
