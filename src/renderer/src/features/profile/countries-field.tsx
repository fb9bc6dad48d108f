import { MultiSelect } from '@mantine/core'
import { COUNTRY_CODES } from '#shared/countries.ts'
import { regionName } from '../../ui/format.ts'
import { fieldId } from './profile-words.ts'

const COUNTRIES = [...COUNTRY_CODES]
  .map((code) => ({ value: code, label: regionName(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'))

/** The countries one would work in, by name. */
export function CountriesField(props: {
  readonly countries: readonly string[]
  readonly onChange: (countries: string[]) => void
}) {
  return (
    <MultiSelect
      id={fieldId('countries')}
      label="Countries"
      description="Where you would work. None chosen: no country is held against a job."
      placeholder={props.countries.length === 0 ? 'Any country' : ''}
      data={COUNTRIES}
      value={[...props.countries]}
      onChange={props.onChange}
      maxValues={60}
      searchable
      clearable
      nothingFoundMessage="No such country"
      maxDropdownHeight={260}
      clearButtonProps={{ 'aria-label': 'Remove all countries' }}
    />
  )
}
