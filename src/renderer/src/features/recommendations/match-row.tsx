import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconStarFilled } from '@tabler/icons-react'
import { memo } from 'react'
import type { RecommendedJob } from '#shared/recommendations.ts'
import { formatAge, inSentences } from '../../ui/format.ts'
import { formatPayShort, placeShort, VisaBadge, WORKPLACE_WORDS } from '../jobs/index.ts'
import classes from './match-row.module.css'
import type { Move } from './moves.ts'
import { FACTOR_WORDS, formatPoints, strongestReasons } from './points.ts'
import { ScoreBadge } from './score-badge.tsx'

const SHOWN_REASONS = 3
const SHOWN_MISSING = 5

interface RowProps {
  readonly id: string
  readonly match: RecommendedJob
  readonly place: number
  readonly total: number
  readonly now: number
  readonly move: Move | null
  readonly isCursor: boolean
  readonly isOpen: boolean
  readonly onPick: (index: number) => void
}

/** One recommended job: its score, what speaks for it, what speaks against it, and which skills it asks for beside one's own. */
export const MatchRow = memo(function MatchRow(props: RowProps) {
  const { match, place } = props
  return (
    // The list has the keyboard for all its rows (aria-activedescendant); a row only takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      id={props.id}
      aria-selected={props.isOpen}
      aria-setsize={props.total}
      aria-posinset={place + 1}
      className={classes.row}
      data-cursor={props.isCursor || undefined}
      onClick={() => props.onPick(place)}
    >
      <span className={classes.rank}>
        <ScoreBadge score={match.score} />
        {props.move && <MoveMark move={props.move} />}
      </span>
      <span className={classes.main}>
        <Head match={match} now={props.now} />
        <Reasons match={match} />
        <Against match={match} />
      </span>
    </div>
  )
})

function Head({ match: { job }, now }: { readonly match: RecommendedJob; readonly now: number }) {
  const place = placeShort(job.place, job.placeCount)
  const pay = job.salary && formatPayShort(job.salary)
  return (
    <span className={classes.head}>
      <span className={classes.names}>
        <span className={classes.title}>
          {job.isSaved && (
            <>
              <IconStarFilled size={12} className={classes.star} aria-hidden="true" />
              <span className="cc-unseen">Saved:</span>
            </>
          )}
          <span className={classes.cut}>{job.title}</span>
        </span>
        <span className={classes.sub}>
          <span className={classes.company}>{job.company}</span>
          {place !== null && <span className={classes.fact}>{place}</span>}
          {job.workplace !== 'unknown' && <span className={classes.fact}>{WORKPLACE_WORDS[job.workplace]}</span>}
        </span>
      </span>
      <span className={classes.side}>
        <span className={classes.pay}>{pay}</span>
        <VisaBadge status={job.visa} />
        <span className={classes.age}>{formatAge(job.postedAt ?? job.firstSeenAt, now)}</span>
      </span>
    </span>
  )
}

function Reasons({ match }: { readonly match: RecommendedJob }) {
  return (
    <span className={classes.reasons}>
      {strongestReasons(match.parts, SHOWN_REASONS).map((part) => (
        <span key={part.factor} className={classes.reason}>
          <span className={classes.points}>+{formatPoints(part.points)}</span>
          <span className={classes.cut} title={part.evidence}>
            <span className={classes.factor}>{FACTOR_WORDS[part.factor]}:</span> {part.evidence}
          </span>
        </span>
      ))}
    </span>
  )
}

function Against({ match: { concerns, missingSkills } }: { readonly match: RecommendedJob }) {
  if (concerns.length === 0 && missingSkills.length === 0) return null
  const more = missingSkills.length - SHOWN_MISSING
  return (
    <span className={classes.against}>
      {concerns.length > 0 && (
        <span className={classes.concern}>
          <IconAlertTriangle size={13} stroke={2} aria-hidden="true" />
          {inSentences(concerns)}
        </span>
      )}
      {missingSkills.length > 0 && (
        <span className={classes.missing}>
          You miss {missingSkills.slice(0, SHOWN_MISSING).join(', ')}
          {more > 0 && ` and ${more} more`}
        </span>
      )}
    </span>
  )
}

/** Where the row comes from under the weights that are tried. */
function MoveMark({ move }: { readonly move: Move }) {
  if (move.kind === 'same') return <span className={classes.move}>=</span>
  if (move.kind === 'new') {
    return (
      <span className={classes.move} data-way="new">
        new
      </span>
    )
  }
  const WayIcon = move.kind === 'up' ? IconArrowUp : IconArrowDown
  return (
    <span className={classes.move} data-way={move.kind}>
      <WayIcon size={12} stroke={2.4} aria-hidden="true" />
      <span className="cc-unseen">{move.kind} by </span>
      {move.by}
    </span>
  )
}
