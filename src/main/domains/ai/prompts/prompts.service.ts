import type { Prompt } from '#shared/ai.ts'
import { AppError } from '#shared/errors.ts'
import type { AiMessage } from '../../../infra/ai/provider.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { bundledPrompt, placeProblems, PROMPT_PURPOSES, promptMessages, type PromptPurpose } from './prompt-text.ts'

export interface PromptsService {
  readonly list: () => Prompt[]
  /** The text becomes the newest version and is used from now on. Throws PROMPT_INVALID. */
  readonly save: (prompt: { purpose: PromptPurpose; text: string }) => Prompt
  /** An older version is used again; 0 is the bundled text. Throws NOT_FOUND. */
  readonly use: (choice: { purpose: PromptPurpose; version: number }) => Prompt
  /** The messages of a call with the prompt in use, and its version. A place without a value is empty. */
  readonly messages: (
    purpose: PromptPurpose,
    values: Readonly<Record<string, string>>,
  ) => { version: number; messages: AiMessage[] }
}

export interface PromptsDeps {
  readonly database: Database
  readonly clock: Clock
  /** After the commit, when another text is in use. */
  readonly onChange: () => void
}

/** The texts that language models are asked with: the bundled ones and what the user made of them. */
export function createPromptsService({ database, clock, onChange }: PromptsDeps): PromptsService {
  const { raw } = database
  const versions = raw.prepare<[PromptPurpose], { version: number; savedAt: number }>(
    'select version, saved_at as savedAt from prompt_version where purpose = ? order by version desc',
  )
  const text = raw.prepare<[PromptPurpose, number], { text: string }>(
    'select text from prompt_version where purpose = ? and version = ?',
  )
  const inUse = raw.prepare<[PromptPurpose], { version: number }>('select version from prompt_in_use where purpose = ?')
  const insert = raw.prepare<[PromptPurpose, number, string, number]>(
    'insert into prompt_version (purpose, version, text, saved_at) values (?, ?, ?, ?)',
  )
  const choose = raw.prepare<[PromptPurpose, number]>(
    `insert into prompt_in_use (purpose, version) values (?, ?)
     on conflict (purpose) do update set version = excluded.version`,
  )

  function current(purpose: PromptPurpose): { version: number; text: string } {
    const version = inUse.get(purpose)?.version ?? 0
    const own = version === 0 ? undefined : text.get(purpose, version)
    return own === undefined ? { version: 0, text: bundledPrompt(purpose).text } : { version, text: own.text }
  }

  function view(purpose: PromptPurpose): Prompt {
    const { text: bundled, places } = bundledPrompt(purpose)
    return {
      purpose,
      ...current(purpose),
      bundled,
      places: places.map(({ name, meaning, isNeeded }) => ({ name, meaning, isNeeded })),
      versions: versions.all(purpose),
    }
  }

  return {
    list: () => PROMPT_PURPOSES.map(view),
    save: ({ purpose, text: written }) => {
      const problems = placeProblems(written, bundledPrompt(purpose).places)
      if (problems.missing.length > 0 || problems.unknown.length > 0) throw new AppError('PROMPT_INVALID', problems)
      database.write(() => {
        const version = (versions.all(purpose)[0]?.version ?? 0) + 1
        insert.run(purpose, version, written, clock.now())
        choose.run(purpose, version)
      })
      onChange()
      return view(purpose)
    },
    use: ({ purpose, version }) => {
      database.write(() => {
        if (version !== 0 && text.get(purpose, version) === undefined) {
          throw new AppError('NOT_FOUND', { entity: 'version', id: `${purpose} ${version}` })
        }
        choose.run(purpose, version)
      })
      onChange()
      return view(purpose)
    },
    messages: (purpose, values) => {
      const { version, text: used } = current(purpose)
      return { version, messages: promptMessages(used, { places: bundledPrompt(purpose).places, values }) }
    },
  }
}
