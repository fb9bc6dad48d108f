import { MultiSelect, NativeSelect, SegmentedControl } from '@mantine/core'
import type { Career } from '#shared/career.ts'
import { DOCUMENT_LANGUAGES, type DocumentHead } from '#shared/documents.ts'
import { LENGTHS, TONES, type TailoringOptions } from '#shared/tailoring.ts'
import { languageName } from '../../../ui/format.ts'
import { LENGTH_WORDS, TONE_WORDS } from '../words.ts'
import classes from './tailor.module.css'

const HIGHLIGHTS_MOST = 20

export interface TailorChoice {
  readonly documentId: number | null
  readonly options: TailoringOptions
}

/** From what, in which language and tone, how long, and what has to be in it. */
export function TailorForm(props: {
  readonly choice: TailorChoice
  readonly documents: readonly DocumentHead[]
  readonly career: Career | undefined
  readonly onChange: (choice: TailorChoice) => void
}) {
  const { choice, documents, career, onChange } = props
  const { options } = choice
  const set = (patch: Partial<TailoringOptions>) => onChange({ ...choice, options: { ...options, ...patch } })
  return (
    <form className={classes.form} aria-label="How it is written" onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        label="Start from"
        data={[
          { value: '', label: 'Your career' },
          ...documents.map(({ id, name, isMaster }) => ({
            value: String(id),
            label: isMaster ? `${name} (master)` : name,
          })),
        ]}
        value={choice.documentId === null ? '' : String(choice.documentId)}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...choice, documentId: value === '' ? null : Number(value) })
        }
      />
      <NativeSelect
        label="Language"
        data={[
          { value: '', label: 'That of the posting' },
          ...DOCUMENT_LANGUAGES.map((value) => ({ value, label: languageName(value) })),
        ]}
        value={options.language ?? ''}
        onChange={({ currentTarget: { value } }) =>
          set({ language: DOCUMENT_LANGUAGES.find((known) => known === value) ?? null })
        }
      />
      {options.kind === 'letter' && (
        <Choice
          label="Tone"
          values={TONES}
          words={TONE_WORDS}
          value={options.tone}
          onChange={(tone) => set({ tone })}
        />
      )}
      <Choice
        label="Length"
        values={LENGTHS}
        words={LENGTH_WORDS}
        value={options.length}
        onChange={(length) => set({ length })}
      />
      <MultiSelect
        label="Has to be in it"
        description="Points of your career that must not be left out."
        placeholder={options.highlights.length === 0 ? 'Choose points' : ''}
        data={factChoices(career)}
        value={options.highlights}
        maxValues={HIGHLIGHTS_MOST}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Choose no points' }}
        onChange={(highlights) => set({ highlights })}
      />
    </form>
  )
}

function Choice<Value extends string>(props: {
  readonly label: string
  readonly values: readonly Value[]
  readonly words: Readonly<Record<Value, string>>
  readonly value: Value
  readonly onChange: (value: Value) => void
}) {
  const { values, words } = props
  return (
    <div>
      <span className={classes.label}>{props.label}</span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={props.label}
        data={values.map((value) => ({ value, label: words[value] }))}
        value={props.value}
        onChange={(chosen) => {
          const value = values.find((known) => known === chosen)
          if (value !== undefined) props.onChange(value)
        }}
      />
    </div>
  )
}

function factChoices(career: Career | undefined) {
  if (career === undefined) return []
  const points = (list: readonly { readonly id: string; readonly text: string }[]) =>
    list.map(({ id, text }) => ({ value: id, label: text }))
  return [
    ...career.experiences.map(({ title, company, bullets }) => ({
      group: [title, company].filter((part) => part !== '').join(', '),
      items: points(bullets),
    })),
    ...career.projects.map(({ name, bullets }) => ({ group: name, items: points(bullets) })),
    ...career.education.map(({ institution, bullets }) => ({ group: institution, items: points(bullets) })),
  ].filter(({ items }) => items.length > 0)
}
