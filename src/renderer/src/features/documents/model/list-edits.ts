/** Changes to lists whose members carry an id. Each gives a new list and leaves the old one. All pure. */
interface Identified {
  readonly id: string
}

/** One place up (-1) or down (1); at the end of the list nothing changes. */
export function moved<One extends Identified>(list: readonly One[], id: string, step: -1 | 1): One[] {
  const from = list.findIndex((one) => one.id === id)
  const to = from + step
  const one = list[from]
  const other = list[to]
  if (!one || !other) return [...list]
  const next = [...list]
  next[from] = other
  next[to] = one
  return next
}

/** At the place `to`, counted from 0 in the list that results; at its end when that is behind it. */
export function movedTo<One extends Identified>(
  list: readonly One[],
  { id, to }: { readonly id: string; readonly to: number },
): One[] {
  const one = list.find((other) => other.id === id)
  return one === undefined ? [...list] : without(list, id).toSpliced(to, 0, one)
}

export function changed<One extends Identified>(list: readonly One[], id: string, patch: Partial<One>): One[] {
  return list.map((one) => (one.id === id ? { ...one, ...patch } : one))
}

export function without<One extends Identified>(list: readonly One[], id: string): One[] {
  return list.filter((one) => one.id !== id)
}

/** `added` right behind the member `id`; at the end when there is no such member. */
export function insertedAfter<One extends Identified>(list: readonly One[], id: string, added: One): One[] {
  const at = list.findIndex((one) => one.id === id)
  return at < 0 ? [...list, added] : [...list.slice(0, at + 1), added, ...list.slice(at + 1)]
}

/** The member that takes the place of `id` when that goes: the one before it, else the one behind; null when it is alone. Pure. */
export function neighbourOf<One extends { readonly id: string | number }>(
  list: readonly One[],
  id: One['id'],
): One | null {
  const at = list.findIndex((one) => one.id === id)
  return at < 0 ? null : (list[at - 1] ?? list[at + 1] ?? null)
}
