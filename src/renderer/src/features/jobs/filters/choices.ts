/** One value that a filter can take, in words, with the number of jobs behind it (null where it is not counted). */
export interface Choice<T extends string = string> {
  readonly value: T
  readonly word: string
  readonly count: number | null
}

interface Counted {
  readonly value: string
  readonly count: number
}

/** Choices of a fixed set in its own order, each with its count. Pure. */
export function fixedChoices<T extends string>(
  words: Readonly<Record<T, string>>,
  counts: readonly Counted[] | undefined,
): Choice<T>[] {
  const byValue = new Map<string, number>(counts?.map((item) => [item.value, item.count]))
  return (Object.keys(words) as T[]).map((value) => ({
    value,
    word: words[value],
    count: counts ? (byValue.get(value) ?? 0) : null,
  }))
}

/** Choices that the jobs themselves bring, most frequent first, with those that are ticked although no job has them. Pure. */
export function openChoices(options: {
  readonly counts: readonly Counted[]
  readonly selected: readonly string[]
  readonly word: (value: string) => string
}): Choice[] {
  const { counts, selected, word } = options
  const known = new Set(counts.map((item) => item.value))
  const missing = selected.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))
  return [...counts, ...missing]
    .map((item) => ({ value: item.value, word: word(item.value), count: item.count }))
    .sort((a, b) => b.count - a.count || a.word.localeCompare(b.word, 'en'))
}

/** Choices of which a word begins with what was typed; all of them when nothing was. Pure. */
export function orderChoices<T extends string>(choices: readonly Choice<T>[], typed: string): Choice<T>[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [...choices]
  return choices.filter(({ word, value }) => {
    const text = word.toLowerCase()
    return text.startsWith(wanted) || text.includes(` ${wanted}`) || value.toLowerCase() === wanted
  })
}
