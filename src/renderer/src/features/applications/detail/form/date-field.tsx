import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.css'
import { localDayOf, machineZone } from '#shared/local-time.ts'
import { isoDayWords } from '../time/when-words.ts'
import { readDay } from '../time/written-day.ts'
import classes from './date-field.module.css'

const ARIA_LABELS = {
  nextMonth: 'Next month',
  previousMonth: 'Previous month',
  nextYear: 'Next year',
  previousYear: 'Previous year',
  nextDecade: 'Next ten years',
  previousDecade: 'Previous ten years',
}

/** A day, typed or picked. Days are ISO ("2026-12-04"). Loaded only with the forms that need it. */
export function DateField(props: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly zone?: string
  readonly description?: string
  readonly error?: string | undefined
  readonly isOptional?: boolean
}) {
  const today = () => localDayOf(Date.now(), props.zone ?? machineZone())
  return (
    <DateInput
      label={props.label}
      description={props.description}
      placeholder="4 Dec 2026"
      value={props.value}
      valueFormat={(day) => isoDayWords(day)}
      dateParser={(text) => readDay(text, today())}
      onChange={props.onChange}
      error={props.error}
      clearable={props.isOptional ?? false}
      clearButtonProps={{ 'aria-label': `Clear: ${props.label}`, tabIndex: -1 }}
      minDate="1990-01-01"
      maxDate="2199-12-31"
      firstDayOfWeek={1}
      ariaLabels={ARIA_LABELS}
      hideOutsideDates
      classNames={{ day: classes.day ?? '' }}
      popoverProps={{ position: 'bottom-start', withinPortal: false }}
    />
  )
}
