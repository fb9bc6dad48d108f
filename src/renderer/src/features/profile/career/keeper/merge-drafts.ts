import type { Career } from '#shared/career.ts'

/** What two windows made of the same career. */
export interface Fork {
  readonly base: Career
  readonly mine: Career
  readonly theirs: Career
}

export interface Joined {
  readonly career: Career
  /** What both changed, each in another way, in words; empty: nothing had to give way. */
  readonly conflicts: readonly string[]
}

const LISTS = ['experiences', 'education', 'projects', 'extras', 'confirmed'] as const
type Entry = Career[(typeof LISTS)[number]][number]
type Side = 'mine' | 'theirs'

/** Both changes in one: what only one side changed is as that side has it, an entry field by field. Where both changed the same, `preferred`
 *  wins. An entry that one side removed and the other changed stays. Pure. */
export function joinDrafts({ base, mine, theirs }: Fork, preferred: Side): Joined {
  const conflicts: string[] = []
  const fields = <T extends object>(fork: Sides<T>, words: (field: string) => string): T => {
    const joined: [string, unknown][] = Object.keys(fork.mine).map((field) => {
      const values = {
        base: fork.base === null ? undefined : valueOf(fork.base, field),
        mine: valueOf(fork.mine, field),
        theirs: valueOf(fork.theirs, field),
      }
      return [field, picked(values, preferred, () => conflicts.push(words(field)))]
    })
    return { ...fork.mine, ...Object.fromEntries(joined) }
  }
  const list = <T extends Entry>(fork: { base: readonly T[]; mine: readonly T[]; theirs: readonly T[] }): T[] => {
    const known = byId(fork.base)
    const here = byId(fork.mine)
    const there = byId(fork.theirs)
    return joinedOrder(fork).flatMap((id) => {
      const sides = { base: known.get(id) ?? null, mine: here.get(id), theirs: there.get(id) }
      if (sides.mine !== undefined && sides.theirs !== undefined) {
        const name = nameOf(sides.mine)
        return [fields({ base: sides.base, mine: sides.mine, theirs: sides.theirs }, (field) => `${name} (${field})`)]
      }
      const left = sides.mine ?? sides.theirs
      if (left === undefined) return []
      const isRemoved = sides.base !== null && isEqual(sides.base, left)
      return isRemoved ? [] : [left]
    })
  }
  const career: Career = {
    person: fields({ base: base.person, mine: mine.person, theirs: theirs.person }, (field) => `Person (${field})`),
    summary: picked({ base: base.summary, mine: mine.summary, theirs: theirs.summary }, preferred, () =>
      conflicts.push('Summary'),
    ),
    experiences: list({ base: base.experiences, mine: mine.experiences, theirs: theirs.experiences }),
    education: list({ base: base.education, mine: mine.education, theirs: theirs.education }),
    projects: list({ base: base.projects, mine: mine.projects, theirs: theirs.projects }),
    extras: list({ base: base.extras, mine: mine.extras, theirs: theirs.extras }),
    confirmed: list({ base: base.confirmed, mine: mine.confirmed, theirs: theirs.confirmed }),
  }
  return { career, conflicts }
}

interface Sides<T> {
  readonly base: T | null
  readonly mine: T
  readonly theirs: T
}

function picked<T>(
  { base, mine, theirs }: { readonly base: unknown; readonly mine: T; readonly theirs: T },
  preferred: Side,
  onConflict: () => void,
): T {
  if (isEqual(mine, theirs) || isEqual(theirs, base)) return mine
  if (isEqual(mine, base)) return theirs
  onConflict()
  return preferred === 'mine' ? mine : theirs
}

/** In my order; what only they have comes after what it follows there. */
function joinedOrder(fork: {
  base: readonly Entry[]
  mine: readonly Entry[]
  theirs: readonly Entry[]
}): readonly string[] {
  const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id)
  const isMineUnmoved = isEqual(ids(fork.mine), ids(fork.base))
  const [first, second] = isMineUnmoved ? [ids(fork.theirs), ids(fork.mine)] : [ids(fork.mine), ids(fork.theirs)]
  const order = [...first]
  second.forEach((id, at) => {
    if (order.includes(id)) return
    const before = second[at - 1]
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  })
  return order
}

function byId<T extends Entry>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

function valueOf(holder: object, field: string): unknown {
  return Object.hasOwn(holder, field) ? Reflect.get(holder, field) : undefined
}

export function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function nameOf(entry: Entry): string {
  if ('company' in entry) return entry.company
  if ('institution' in entry) return entry.institution
  return 'name' in entry ? entry.name : entry.text
}
