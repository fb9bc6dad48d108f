import type { z } from 'zod'

export type Problems<Field extends string> = Readonly<Partial<Record<Field, string>>>

/** What is wrong with a draft, field by field: the contract's schema decides, `words` say it. Pure. */
export function problemsBy<Field extends string>(
  schema: z.ZodType,
  draft: unknown,
  words: Readonly<Record<Field, string>>,
): Problems<Field> {
  const parsed = schema.safeParse(draft)
  const wrong = new Set(parsed.error?.issues.map(({ path }) => String(path[0])))
  const fields = Object.keys(words) as Field[]
  const told = fields.filter((field) => wrong.has(field)).map((field) => [field, words[field]])
  return Object.fromEntries(told) as Problems<Field>
}
