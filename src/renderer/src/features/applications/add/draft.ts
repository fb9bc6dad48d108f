import { applicationFieldsSchema } from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'

/** An application as it is being typed. `appliedOn` is an ISO day. */
export interface ApplicationDraft {
  readonly title: string
  readonly company: string
  readonly place: string
  readonly url: string
  readonly stage: Stage
  readonly appliedOn: string | null
}

type Field = 'title' | 'company' | 'place' | 'url'

const WORDS: Readonly<Record<Field, string>> = {
  title: 'Say which job it is, in at most 300 characters.',
  company: 'Say at which company, in at most 200 characters.',
  place: 'A place has at most 200 characters.',
  url: 'A link begins with http:// or https://.',
}

export type GoodFields = ReturnType<typeof applicationFieldsSchema.parse>

type DraftReading =
  | { readonly isGood: true; readonly fields: GoodFields }
  | { readonly isGood: false; readonly problems: Readonly<Partial<Record<Field, string>>> }

/** The draft as the core takes it, or what has to be put right, by field. A link without a scheme is taken as https. Pure. */
export function readDraft(draft: Pick<ApplicationDraft, Field>): DraftReading {
  const url = withScheme(draft.url.trim())
  const parsed = applicationFieldsSchema.safeParse({ ...draft, url: url === '' ? null : url })
  if (parsed.success) return { isGood: true, fields: parsed.data }
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  const fields = (['title', 'company', 'place', 'url'] as const).filter((field) => wrong.has(field))
  return { isGood: false, problems: Object.fromEntries(fields.map((field) => [field, WORDS[field]])) }
}

function withScheme(url: string): string {
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(url) ? `https://${url}` : url
}

/** Whether a stage comes after applying, so that a day of applying belongs to it. Pure. */
export function isApplied(stage: Stage): boolean {
  return stage !== 'saved'
}
