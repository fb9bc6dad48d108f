import type { ImportMapping } from '#shared/application-transfer.ts'
import classes from './check-step.module.css'
import { readAs } from './mapping.ts'

const EXAMPLE = '03/04/2026'
const ORDERS = ['day_first', 'month_first'] as const

/** How days are written that two readers would take differently; `sample` is one of the file, null when it shows none. */
export function DateOrder(props: {
  readonly dates: ImportMapping['dates']
  readonly sample: string | null
  readonly onDates: (dates: ImportMapping['dates']) => void
}) {
  const shown = props.sample ?? EXAMPLE
  return (
    <fieldset className={classes.orders} aria-labelledby="dates-title">
      {ORDERS.map((order) => (
        <label key={order} className={classes.order}>
          <input
            type="radio"
            name="dates"
            value={order}
            checked={props.dates === order}
            onChange={() => props.onDates(order)}
          />
          <span>
            {order === 'day_first' ? 'Day first' : 'Month first'}
            <span className={classes.reads}>
              {shown} is {dayWords(shown, order)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function dayWords(value: string, order: (typeof ORDERS)[number]): string {
  const read = readAs(value, order)
  if (read === null) return value
  const at = Date.UTC(2000, read.month - 1, read.day)
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at)
}
