import { NumberInput } from '@mantine/core'
import { useState } from 'react'

/** A figure that is stored when the field is left, or on Enter. Empty means: not said. */
export function FigureField(props: {
  readonly id: string
  readonly label: string
  /** The label is for screen readers only. */
  readonly isLabelUnseen?: boolean
  readonly note?: string
  readonly value: number | null
  readonly max: number
  readonly step: number
  readonly decimals: number
  readonly prefix?: string
  readonly suffix?: string
  readonly placeholder?: string
  readonly error?: string | null
  readonly onChange: (value: number | null) => void
}) {
  const { value } = props
  const [draft, setDraft] = useState<string | number>(value ?? '')
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setDraft(value ?? '')
  }
  const take = () => {
    const next = draft === '' ? null : Number(draft)
    if (next !== null && !Number.isFinite(next)) setDraft(value ?? '')
    else if (next !== value) props.onChange(next)
  }
  return (
    <NumberInput
      id={props.id}
      label={props.isLabelUnseen ? undefined : props.label}
      aria-label={props.isLabelUnseen ? props.label : undefined}
      description={props.note}
      size={props.isLabelUnseen ? 'xs' : 'sm'}
      placeholder={props.placeholder ?? 'Not said'}
      min={0}
      max={props.max}
      step={props.step}
      decimalScale={props.decimals}
      allowNegative={false}
      clampBehavior="strict"
      thousandSeparator
      prefix={props.prefix ?? ''}
      suffix={props.suffix ?? ''}
      error={props.error}
      hideControls={props.isLabelUnseen ?? false}
      value={draft}
      onChange={setDraft}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
