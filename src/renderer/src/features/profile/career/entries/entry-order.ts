interface Entry {
  readonly id: string
}

/** The list with one entry a place up (-1) or down (1); the same where there is no such place. Pure. */
export function moved<T extends Entry>(
  entries: readonly T[],
  { id, by }: { readonly id: string; readonly by: -1 | 1 },
): T[] {
  const at = entries.findIndex((entry) => entry.id === id)
  const entry = entries[at]
  const to = at + by
  if (entry === undefined || to < 0 || to >= entries.length) return [...entries]
  const rest = entries.filter((other) => other !== entry)
  return [...rest.slice(0, to), entry, ...rest.slice(to)]
}

/** The list with an entry back at its place; one that is there already stays where it is. Pure. */
export function withEntry<T extends Entry>(
  entries: readonly T[],
  { entry, at }: { readonly entry: T; readonly at: number },
): T[] {
  if (entries.some(({ id }) => id === entry.id)) return [...entries]
  return [...entries.slice(0, at), entry, ...entries.slice(at)]
}
