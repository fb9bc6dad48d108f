import { IMPORT_ROW_STATES } from '#shared/application-transfer.ts'
import { formatCount } from '../../../../ui/format.ts'
import { countsWords, STATE_WORDS, type Counts as RowCounts } from '../words.ts'
import classes from './check-step.module.css'

/** How many rows would be taken, and why the others would not; said aloud whenever it changes. */
export function Counts(props: { readonly counts: RowCounts; readonly isBehind: boolean }) {
  const { counts, isBehind } = props
  return (
    <>
      <dl className={classes.counts} data-behind={isBehind || undefined}>
        {IMPORT_ROW_STATES.map((state) => (
          <div key={state} data-state={state} data-none={counts[state] === 0 || undefined}>
            <dt>{STATE_WORDS[state]}</dt>
            <dd>{formatCount(counts[state])}</dd>
          </div>
        ))}
      </dl>
      <output className="cc-unseen" aria-label="What the file holds">
        {isBehind ? '' : countsWords(counts)}
      </output>
    </>
  )
}
