import type { SourceRun } from '#shared/discovery.ts'
import { formatCount, formatDateTime, formatDuration, inSentences } from '../../ui/format.ts'
import { PROBLEM_ADVICE, reasonWord } from './run-words.ts'
import { SourceStateBadge } from './source-state-badge.tsx'
import classes from './source-run-table.module.css'

/** Sources of one run with their figures; below a source, what went wrong and what to do, and why postings were left out. */
export function SourceRunTable(props: {
  readonly sources: readonly SourceRun[]
  readonly now: number
  readonly label: string
}) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">State</th>
            <Figure name="Found" />
            <Figure name="New" />
            <Figure name="Updated" />
            <Figure name="Known" />
            <Figure name="Left out" />
            <Figure name="Closed" />
            <Figure name="Requests" />
            <Figure name="Time" />
          </tr>
        </thead>
        {props.sources.map((source) => (
          <SourceRows key={source.sourceId} source={source} now={props.now} />
        ))}
      </table>
    </div>
  )
}

function Figure({ name }: { readonly name: string }) {
  return (
    <th scope="col" className={classes.figure}>
      {name}
    </th>
  )
}

function SourceRows({ source, now }: { readonly source: SourceRun; readonly now: number }) {
  // That all which is known is unchanged needs no words: the figure says it.
  const reasons = Object.entries(source.reasons).filter(
    ([reason, count]) => count > 0 && !(reason === 'known' && count === source.duplicate),
  )
  const hasNote = source.problem !== null || source.message !== null || reasons.length > 0
  const figures = [source.found, source.new, source.updated, source.duplicate, source.rejected, source.closed]
  return (
    <tbody className={classes.source}>
      <tr>
        <th scope="row">{source.sourceName}</th>
        <td>
          <SourceStateBadge state={source.state} />
        </td>
        {figures.map((value, index) => (
          // The figures have no identity but their column.
          // oxlint-disable-next-line react/no-array-index-key
          <td key={index} className={classes.figure} data-zero={value === 0 || undefined}>
            {formatCount(value)}
          </td>
        ))}
        <td className={classes.figure} data-zero={source.requests === 0 || undefined}>
          {formatCount(source.requests)}
          {source.plannedRequests !== null && (
            <span className={classes.of} title="Requests that its allowance gives this run">
              {' '}
              of {formatCount(source.plannedRequests)}
            </span>
          )}
        </td>
        <td className={classes.figure}>{timeOf(source, now)}</td>
      </tr>
      {hasNote && (
        <tr className={classes.noteRow}>
          <td colSpan={10}>
            <Problem source={source} />
            {reasons.length > 0 && (
              <p className={classes.reasons}>
                {reasons.map(([reason, count]) => `${formatCount(count)} ${reasonWord(reason)}`).join(' · ')}
              </p>
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Problem({ source }: { readonly source: SourceRun }) {
  if (source.problem === null && source.message === null) return null
  return (
    <p className={classes.problem}>
      {source.message !== null && inSentences([source.message])}
      {source.problem !== null && <span className={classes.advice}> {PROBLEM_ADVICE[source.problem]}</span>}
      {source.nextTryAt !== null && (
        <span className={classes.advice}> Possible again from {formatDateTime(source.nextTryAt)}.</span>
      )}
    </p>
  )
}

function timeOf(source: SourceRun, now: number): string {
  if (source.startedAt === null) return '–'
  return formatDuration(Math.max(0, (source.finishedAt ?? now) - source.startedAt))
}
