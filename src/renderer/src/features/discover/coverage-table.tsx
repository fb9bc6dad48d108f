import type { CoverageRow } from '#shared/coverage.ts'
import { formatCount, formatShare } from '../../ui/format.ts'
import classes from './source-run-table.module.css'

interface Row {
  readonly key: string
  readonly name: string
  readonly row: CoverageRow
  /** Further cells, as many as the head names beyond its first. */
  readonly extra: readonly string[]
}

/** Jobs and their shares, a row each. `head` names the rows and the further cells. */
export function CoverageTable(props: {
  readonly label: string
  readonly head: readonly [string, ...string[]]
  readonly rows: readonly Row[]
}) {
  const [first, ...extra] = props.head
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {['Jobs', 'EU', 'Visa words', 'Visa offers', 'Pay', ...extra].map((name) => (
              <th key={name} scope="col" className={classes.figure}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, name, row, extra: cells }) => (
            <tr key={key} className={classes.source}>
              <th scope="row">{name}</th>
              <td className={classes.figure}>{formatCount(row.jobs)}</td>
              {[row.inEu, row.withVisaWords, row.offersVisa, row.withSalary].map((part, index) => (
                // The shares have no identity but their column.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index} className={classes.figure} data-zero={part === 0 || undefined}>
                  {formatShare(part, row.jobs)}
                </td>
              ))}
              {cells.map((cell, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={`x${index}`} className={classes.figure}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
