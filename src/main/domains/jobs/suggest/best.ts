import type { Entry, SuggestionKind } from './vocabulary.ts'

/** An entry that fits what was typed, how well, and with how many slips. */
export interface Found {
  readonly entry: Entry
  readonly points: number
  readonly edits: number
}

/** Keeps the best of many without sorting them all. */
export interface Best {
  readonly add: (entry: Entry, points: number, edits: number) => void
  /** Open jobs behind everything that was added; an entry that was added twice counts twice. */
  readonly jobs: () => number
  /** The best ones, of no kind more than half of the limit unless others are missing; the best first. */
  readonly mixed: () => Found[]
  readonly all: () => Found[]
}

export function createBest(limit: number): Best {
  const kept = new Map<SuggestionKind, Found[]>()
  let jobs = 0

  function listOf(kind: SuggestionKind): Found[] {
    const known = kept.get(kind)
    if (known !== undefined) return known
    const list: Found[] = []
    kept.set(kind, list)
    return list
  }

  function add(entry: Entry, points: number, edits: number): void {
    jobs += entry.jobs
    const list = listOf(entry.kind)
    if (list.length >= limit && points < (list.at(-1)?.points ?? 0)) return
    const found = { entry, points, edits }
    const same = list.findIndex((other) => other.entry === entry)
    const before = list[same]
    if (before !== undefined) {
      if (isBefore(before, found)) return
      list.splice(same, 1)
    }
    const place = list.findIndex((other) => isBefore(found, other))
    list.splice(place === -1 ? list.length : place, 0, found)
    if (list.length > limit) list.pop()
  }

  const all = () => [...kept.values()].flat().toSorted((a, b) => (isBefore(a, b) ? -1 : 1))

  return {
    add,
    all,
    jobs: () => jobs,
    mixed: () => {
      const half = new Set([...kept.values()].flatMap((list) => list.slice(0, Math.ceil(limit / 2))))
      const found = all()
      const chosen = found.filter((each) => half.has(each)).slice(0, limit)
      const spare = found.filter((each) => !half.has(each)).slice(0, limit - chosen.length)
      return [...chosen, ...spare].toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
    },
  }
}

/** More points, then more jobs, then the alphabet. */
function isBefore(a: Found, b: Found): boolean {
  if (a.points !== b.points) return a.points > b.points
  if (a.entry.jobs !== b.entry.jobs) return a.entry.jobs > b.entry.jobs
  return a.entry.value <= b.entry.value
}
