import { NativeSelect } from '@mantine/core'
import { personSchema } from '#shared/career.ts'
import { SPOKEN_LEVELS } from '#shared/profile.ts'
import type { Suggestion } from '#shared/resume-import.ts'
import { EducationForm, ExperienceForm, ExtraForm, ProjectForm } from '../../career/entries/entry-forms.tsx'
import { CheckedText } from '../../career/fields/checked-text.tsx'
import { checkAddress, checkEmail } from '../../career/fields/checks.ts'
import { SPOKEN_LEVEL_WORDS } from '../../profile-words.ts'
import { PERSON_FIELD_WORDS } from './resume-words.ts'

const LEVELS = [
  { value: '', label: 'Level not said' },
  ...SPOKEN_LEVELS.map((level) => ({ value: level, label: SPOKEN_LEVEL_WORDS[level] })),
]

/** A suggestion to be put right before it is taken. */
export function SuggestionForm(props: {
  readonly suggestion: Suggestion
  readonly onChange: (suggestion: Suggestion) => void
}) {
  const { suggestion, onChange } = props
  const id = `suggestion-${suggestion.id}`
  switch (suggestion.kind) {
    case 'experience':
      return (
        <ExperienceForm
          entry={suggestion.value}
          change={(part) => onChange({ ...suggestion, value: { ...suggestion.value, ...part } })}
        />
      )
    case 'education':
      return (
        <EducationForm
          entry={suggestion.value}
          change={(part) => onChange({ ...suggestion, value: { ...suggestion.value, ...part } })}
        />
      )
    case 'project':
      return (
        <ProjectForm
          entry={suggestion.value}
          change={(part) => onChange({ ...suggestion, value: { ...suggestion.value, ...part } })}
        />
      )
    case 'extra':
      return (
        <ExtraForm
          entry={suggestion.value}
          change={(part) => onChange({ ...suggestion, value: { ...suggestion.value, ...part } })}
        />
      )
    case 'person':
      return (
        <CheckedText
          id={id}
          label={PERSON_FIELD_WORDS[suggestion.field]}
          value={suggestion.value}
          most={PERSON_MOST[suggestion.field]}
          isRequired
          check={PERSON_CHECKS[suggestion.field] ?? accept}
          onKeep={(value) => onChange({ ...suggestion, value: value.trim() })}
        />
      )
    case 'summary':
      return (
        <CheckedText
          id={id}
          label="About yourself"
          value={suggestion.value}
          most={3000}
          isLong
          isRequired
          onKeep={(value) => onChange({ ...suggestion, value })}
        />
      )
    case 'skill':
      return (
        <CheckedText
          id={id}
          label="Skill"
          value={suggestion.value}
          most={60}
          isRequired
          onKeep={(value) => onChange({ ...suggestion, value: value.trim() })}
        />
      )
    case 'link':
      return (
        <>
          <CheckedText
            id={id}
            label="Link name"
            value={suggestion.label}
            most={60}
            onKeep={(label) => onChange({ ...suggestion, label: label.trim() })}
          />
          <CheckedText
            id={`${id}-url`}
            label="Link address"
            type="url"
            value={suggestion.url}
            most={2000}
            isRequired
            check={checkAddress}
            onKeep={(url) => onChange({ ...suggestion, url: url.trim() })}
          />
        </>
      )
    case 'language':
      break
  }
  return (
    <NativeSelect
      id={id}
      label="Level"
      data={LEVELS}
      value={suggestion.level ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...suggestion, level: SPOKEN_LEVELS.find((level) => level === value) ?? null })
      }
    />
  )
}

type PersonField = Extract<Suggestion, { kind: 'person' }>['field']

const PERSON_MOST: Readonly<Record<PersonField, number>> = {
  name: 120,
  headline: 160,
  email: 254,
  phone: 60,
  city: 80,
  countryCode: 2,
}

const accept = () => null
const PERSON_CHECKS: Partial<Record<PersonField, (text: string) => string | null>> = {
  email: checkEmail,
  countryCode: (text) =>
    personSchema.shape.countryCode.safeParse(text).success ? null : 'Write its two-letter code, as DE. Not saved yet.',
}
