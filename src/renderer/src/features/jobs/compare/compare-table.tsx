import type { ReactNode } from 'react'
import type { JobId } from '#shared/ids.ts'
import type { CompareCell, CompareRow } from './compare-rows.ts'
import classes from './compare-table.module.css'

/** Jobs as columns, questions as rows. What differs is marked in word and tone; a narrow window scrolls sideways. */
export function CompareTable(props: {
  readonly rows: readonly CompareRow[]
  readonly ids: readonly JobId[]
  readonly heads: readonly ReactNode[]
}) {
  const { rows, ids, heads } = props
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label="Comparison" tabIndex={0}>
      <table className={classes.table}>
        <caption className="cc-unseen">Jobs side by side</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              <span className="cc-unseen">What is compared</span>
            </th>
            {heads.map((head, index) => (
              <th key={ids[index]} scope="col" className={classes.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} data-differs={row.isDifferent || undefined}>
              <th scope="row" className={classes.name}>
                {row.name}
                {row.isDifferent && <span className={classes.differs}>differs</span>}
              </th>
              {row.cells.map((cell, index) => (
                <td key={ids[index]} className={classes.cell}>
                  <Answer cell={cell} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={classes.none}>They differ in nothing that is compared here.</p>}
    </section>
  )
}

function Answer({ cell, row }: { readonly cell: CompareCell; readonly row: CompareRow }) {
  const { lines, quote } = cell
  if (lines.length === 0) return <span className={classes.silent}>{row.silence}</span>
  return (
    <>
      <ul className={row.isOfNames ? classes.names : classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {quote !== null && <blockquote className={classes.quote}>{quote}</blockquote>}
    </>
  )
}
