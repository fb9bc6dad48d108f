import { formatCount } from '../../ui/format.ts'
import classes from './run-counts.module.css'

interface Counts {
  readonly found: number
  readonly new: number
  readonly updated: number
  readonly duplicate: number
  readonly rejected: number
}

const COUNTS: readonly (readonly [key: keyof Counts, word: string])[] = [
  ['found', 'Found'],
  ['new', 'New'],
  ['updated', 'Updated'],
  ['duplicate', 'Known already'],
  ['rejected', 'Left out'],
]

/** What came of a run, in five figures. */
export function RunCounts({ counts }: { readonly counts: Counts }) {
  return (
    <dl className={classes.counts}>
      {COUNTS.map(([key, word]) => (
        <div key={key} className={classes.count} data-key={key}>
          <dt>{word}</dt>
          <dd>{formatCount(counts[key])}</dd>
        </div>
      ))}
    </dl>
  )
}
