import { entryNames } from './entry-names.ts'

/** Raised whenever a change of the rules gives a name another stem: stored keys are then made anew. */
export const NAMES_VERSION = 1

/** An organisation as a register has it. `row` is its first data row, from 1. */
export interface RegisterEntry {
  readonly row: number
  readonly name: string
  readonly town: string | null
}

/** Where the organisations of a register are found by the stems of their names. */
export interface EntryLookup<E extends RegisterEntry> {
  readonly called: (stem: string, atMost: number) => readonly E[]
  /** One of whose stems begins with this one, at most so many; a stem that is the same is one of them. */
  readonly beginningWith: (stem: string, atMost: number) => readonly E[]
}

/** An index in memory. 150,000 names take about a second and a half. */
export function indexEntries<E extends RegisterEntry>(entries: Iterable<E>, countryCode: string): EntryLookup<E> {
  const index = new Map<string, E[]>()
  for (const entry of entries) {
    for (const stem of stemsOf(entry.name, countryCode)) {
      const found = index.get(stem)
      if (found === undefined) index.set(stem, [entry])
      else found.push(entry)
    }
  }
  const stems = [...index.keys()].sort()
  return {
    called: (stem, atMost) => index.get(stem)?.slice(0, atMost) ?? [],
    beginningWith: (stem, atMost) => {
      const found = new Set<E>()
      for (let at = firstNotBefore(stems, stem); stems[at]?.startsWith(stem) === true && found.size < atMost; at += 1) {
        for (const entry of index.get(stems[at] ?? '') ?? []) found.add(entry)
      }
      return [...found].slice(0, atMost)
    },
  }
}

/** What an entry is found by, that of its own name first. Pure. */
export function stemsOf(name: string, countryCode: string): readonly string[] {
  return [...new Set(entryNames(name, countryCode).map((entryName) => entryName.name.stem))]
}

function firstNotBefore(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
