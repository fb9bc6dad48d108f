import { TextInput } from '@mantine/core'
import { ChoiceField } from './choice-field.tsx'
import { NumberField } from './number-field.tsx'
import { Fields } from './part-form.tsx'
import type { PayDraft } from './pay-draft.ts'

const PERIODS = { year: 'a year', month: 'a month', day: 'a day', hour: 'an hour' } as const

/** Amount, currency and what it is per. */
export function PayFields(props: {
  readonly label: string
  readonly value: PayDraft
  readonly problems: { readonly amount?: string; readonly currency?: string }
  readonly onChange: (pay: PayDraft) => void
}) {
  const { value, problems, onChange } = props
  return (
    <Fields>
      <NumberField
        label={props.label}
        value={value.amount}
        max={100_000_000}
        decimals={2}
        error={problems.amount}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <TextInput
        label="Currency"
        maxLength={3}
        value={value.currency}
        error={problems.currency}
        onChange={(event) => onChange({ ...value, currency: event.currentTarget.value.toUpperCase() })}
      />
      <ChoiceField
        label="Per"
        value={value.period}
        words={PERIODS}
        onChange={(period) => onChange({ ...value, period })}
      />
    </Fields>
  )
}
