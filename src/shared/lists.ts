import { z } from 'zod'

/** Nothing twice, whatever the case, and nothing blank. */
function distinct<T extends string>(values: readonly T[]): T[] {
  const known = new Map<string, T>()
  for (const value of values) {
    const key = value.toLowerCase()
    if (value !== '' && !known.has(key)) known.set(key, value)
  }
  return [...known.values()]
}

/** A list of words as people and scripts write them: trimmed, blanks and doubles left out. */
export const wordList = (item: z.ZodType<string, string>, most: number) =>
  z
    .array(z.string().trim().pipe(z.literal('').or(item)))
    .max(most)
    .transform(distinct)
    .default([])

/** A list of values of a fixed set, doubles left out. */
export const choiceList = <T extends string>(choice: z.ZodType<T, T>) => z.array(choice).transform(distinct).default([])
