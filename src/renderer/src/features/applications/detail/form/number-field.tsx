import { NumberInput } from '@mantine/core'

/** A figure that may be unsaid: null. */
export function NumberField(props: {
  readonly label: string
  readonly value: number | null
  readonly max: number
  readonly decimals?: number
  readonly description?: string
  readonly placeholder?: string
  readonly error?: string | undefined
  readonly onChange: (value: number | null) => void
}) {
  return (
    <NumberInput
      label={props.label}
      description={props.description}
      placeholder={props.placeholder ?? 'Not said'}
      min={0}
      max={props.max}
      decimalScale={props.decimals ?? 0}
      allowNegative={false}
      clampBehavior="strict"
      thousandSeparator
      hideControls
      error={props.error}
      value={props.value ?? ''}
      onChange={(value) => props.onChange(typeof value === 'number' ? value : null)}
    />
  )
}
