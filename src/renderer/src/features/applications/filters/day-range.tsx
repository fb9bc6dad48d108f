import { Button } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import '@mantine/dates/styles.css'
import { localDayOf } from '#shared/local-time.ts'
import { useNow } from '../../../ui/use-now.ts'
import { addDays } from '../view/days.ts'
import { useZone } from '../view/use-applications-view.ts'
import { firstWeekday } from '../view/week.ts'
import classes from './filter-row.module.css'

const PRESETS = [
  [7, 'Last 7 days'],
  [30, 'Last 30 days'],
  [90, 'Last 90 days'],
] as const

/** The days between which it was applied for; days are ISO dates. */
export function DayRange(props: {
  readonly from: string | null
  readonly until: string | null
  readonly onChange: (from: string | null, until: string | null) => void
}) {
  const { from, until, onChange } = props
  const today = localDayOf(useNow(60_000), useZone())
  return (
    <>
      <div className={classes.presets}>
        {PRESETS.map(([days, word]) => (
          <Button
            key={days}
            size="compact-xs"
            variant={from === addDays(today, -days) && until === null ? 'light' : 'default'}
            onClick={() => onChange(addDays(today, -days), null)}
          >
            {word}
          </Button>
        ))}
        {(from !== null || until !== null) && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(null, null)}>
            Any day
          </Button>
        )}
      </div>
      <DatePicker
        type="range"
        size="xs"
        allowSingleDateInRange
        weekendDays={[]}
        firstDayOfWeek={firstWeekday()}
        defaultDate={from ?? until ?? today}
        maxDate={today}
        value={[from, until]}
        onChange={([first, last]) => onChange(first, last)}
        ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month', monthLevelControl: 'Choose a month' }}
      />
    </>
  )
}
