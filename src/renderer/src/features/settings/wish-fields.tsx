import { MultiSelect, TagsInput } from '@mantine/core'
import { DEFAULT_ROLES } from '#shared/settings.ts'
import { regionName } from '../../ui/format.ts'
import { COUNTRY_CHOICES } from './countries.ts'

interface WishField {
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly issue: string | undefined
}

const LABELS = new Map(COUNTRY_CHOICES.map((code) => [code, regionName(code)]))

/** The roles to look for, as tags. */
export function RolesField({ value, onChange, issue }: WishField) {
  return (
    <TagsInput
      label="Roles"
      description="Postings for other roles are left out. Press Enter after each."
      placeholder={value.length === 0 ? 'Data Engineer' : 'Add a role'}
      data={DEFAULT_ROLES}
      value={[...value]}
      onChange={onChange}
      error={issue}
      maxTags={40}
      clearable
      clearButtonProps={{ 'aria-label': 'Remove all roles' }}
    />
  )
}

/** The countries to look in, by name. */
export function CountriesField({ value, onChange, issue }: WishField) {
  const codes = [...new Set([...COUNTRY_CHOICES, ...value])]
  return (
    <MultiSelect
      label="Countries"
      description="Postings that are surely elsewhere are left out. None chosen means all."
      placeholder={value.length === 0 ? 'All countries' : 'Add a country'}
      data={codes
        .map((code) => ({ value: code, label: LABELS.get(code) ?? regionName(code) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en'))}
      value={[...value]}
      onChange={onChange}
      error={issue}
      searchable
      clearable
      nothingFoundMessage="No such country"
      maxDropdownHeight={260}
      clearButtonProps={{ 'aria-label': 'Remove all countries' }}
    />
  )
}
