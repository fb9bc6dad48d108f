/** Fields of which a change of one means the others, too: a local time is nothing without its zone. */
export type Groups<Fields> = readonly (readonly (keyof Fields)[])[]

function keysOf<Fields extends object>(fields: Fields): (keyof Fields)[] {
  return Object.keys(fields) as (keyof Fields)[]
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function picked<Fields extends object>(fields: Fields, keys: readonly (keyof Fields)[]): Partial<Fields> {
  const wanted = new Set<unknown>(keys)
  const rest: Partial<Fields> = {}
  for (const key of keysOf(fields)) if (wanted.has(key)) rest[key] = fields[key]
  return rest
}

/** What a form changed, as it is now; what belongs together is told together. Pure. */
export function changedFields<Fields extends object>(
  before: Fields,
  after: Fields,
  groups: Groups<Fields> = [],
): Partial<Fields> {
  const changed = keysOf(after).filter((key) => !isSame(before[key], after[key]))
  const together = groups.filter((group) => group.some((key) => changed.includes(key))).flat()
  return picked(after, [...changed, ...together])
}

/** The fields as they are by now with a change taken back. What somebody changed since then stays. Pure. */
export function takenBack<Fields extends object>(
  change: { readonly before: Fields; readonly after: Fields; readonly groups: Groups<Fields> },
  now: Fields,
): Fields {
  const back = changedFields(change.after, change.before, change.groups)
  const isTouched = (key: keyof Fields) => !isSame(now[key], change.after[key])
  const touched = keysOf(back).filter(isTouched)
  const together = change.groups.filter((group) => group.some(isTouched)).flat()
  const kept = picked(now, [...touched, ...together])
  return { ...now, ...back, ...kept }
}
