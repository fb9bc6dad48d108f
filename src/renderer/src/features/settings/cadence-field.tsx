import { Select } from '@mantine/core'
import type { Source } from '#shared/discovery.ts'
import type { Settings } from '#shared/settings.ts'
import classes from './source-body.module.css'
import { useSaveSettings } from './use-settings.ts'

const OWN = 'own'
const CHOICES = [
  ['0', 'At every run'],
  ['6', 'Every 6 hours'],
  ['12', 'Every 12 hours'],
  ['24', 'Once a day'],
  ['72', 'Every 3 days'],
  ['168', 'Once a week'],
] as const

/** How often the schedule may read a source, at most. */
export function CadenceField({ source, settings }: { readonly source: Source; readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const chosen = settings.sourceCadenceHours[source.id]
  const value = chosen === undefined ? OWN : String(chosen)
  const known = CHOICES.map(([hours, label]) => ({ value: hours, label }))
  const data = [{ value: OWN, label: 'As it suits the source' }, ...known]
  if (!data.some((choice) => choice.value === value)) data.push({ value, label: `Every ${value} hours` })
  return (
    <Select
      className={classes.cadence ?? ''}
      size="xs"
      label="Read by the schedule"
      data={data}
      value={value}
      allowDeselect={false}
      error={issues.sourceCadenceHours}
      onChange={(next) => {
        const { [source.id]: _before, ...others } = settings.sourceCadenceHours
        const hours = next === null || next === OWN ? null : Number(next)
        void save({ sourceCadenceHours: hours === null ? others : { ...others, [source.id]: hours } })
      }}
    />
  )
}
