import { ActionIcon, NativeSelect, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { SPOKEN_LANGUAGES } from '#shared/facts.ts'
import { SPOKEN_LEVELS, type Profile } from '#shared/profile.ts'
import { languageName } from '../../ui/format.ts'
import { fieldId, SPOKEN_LEVEL_WORDS } from './profile-words.ts'
import classes from './skills-field.module.css'

const LANGUAGES = SPOKEN_LANGUAGES.map((code) => ({ value: code, label: languageName(code) })).sort((a, b) =>
  a.label.localeCompare(b.label, 'en'),
)
const LEVELS = [
  { value: '', label: 'Level not said' },
  ...SPOKEN_LEVELS.map((level) => ({ value: level, label: SPOKEN_LEVEL_WORDS[level] })),
]

/** The languages one speaks, each with its level where that is said. */
export function LanguagesField(props: {
  readonly languages: Profile['languages']
  readonly onChange: (languages: Profile['languages']) => void
}) {
  const { languages, onChange } = props
  const spoken = new Set(languages.map(({ code }) => code))
  return (
    <>
      <Select
        id={fieldId('languages')}
        label="Languages you speak"
        description="Jobs that ask for another one lose points."
        placeholder="Add a language"
        data={LANGUAGES.filter(({ value }) => !spoken.has(value))}
        searchable
        nothingFoundMessage="No such language"
        maxDropdownHeight={260}
        value={null}
        onChange={(code) => {
          if (code !== null) onChange([...languages, { code, level: null }])
        }}
      />
      {languages.length > 0 && (
        <ul className={classes.list} aria-label="Your languages">
          {languages.map(({ code, level }) => (
            <li key={code} className={classes.skill} data-language>
              <span className={classes.name}>{languageName(code)}</span>
              <NativeSelect
                size="xs"
                aria-label={`Level of ${languageName(code)}`}
                data={LEVELS}
                value={level ?? ''}
                onChange={(event) => {
                  const picked = event.currentTarget.value
                  const next = SPOKEN_LEVELS.find((known) => known === picked) ?? null
                  onChange(languages.map((other) => (other.code === code ? { code, level: next } : other)))
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={`Remove ${languageName(code)}`}
                onClick={() => {
                  onChange(languages.filter((other) => other.code !== code))
                  document.getElementById(fieldId('languages'))?.focus()
                }}
              >
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
