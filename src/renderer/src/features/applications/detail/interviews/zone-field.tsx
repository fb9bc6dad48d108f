import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { zoneChoices } from './zones.ts'

/** One of all time zones, found by city. */
export function ZoneField(props: {
  readonly value: string
  readonly at: number
  readonly userZone: string
  readonly error?: string | undefined
  readonly onChange: (zone: string) => void
}) {
  const { value, userZone } = props
  // Offsets change at most with the hour: choices are not made anew for every key.
  const hour = Math.floor(props.at / 3_600_000) * 3_600_000
  const data = useMemo(() => zoneChoices(hour, [userZone, value].filter(Boolean)), [hour, userZone, value])
  return (
    <Select
      label="Time zone"
      data={data}
      value={value}
      searchable
      limit={80}
      selectFirstOptionOnChange
      onKeyDown={(event) => {
        // Enter chooses here; it does not send the form.
        if (event.key === 'Enter') event.preventDefault()
      }}
      allowDeselect={false}
      nothingFoundMessage="No such zone. Look for a large city."
      error={props.error}
      onChange={(zone) => {
        if (zone !== null) props.onChange(zone)
      }}
    />
  )
}
