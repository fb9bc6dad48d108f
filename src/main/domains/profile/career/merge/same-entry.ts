import type { Career } from '#shared/career.ts'
import { foldForKey } from '../../../../infra/text/fold.ts'

export const CAREER_LISTS = ['experiences', 'education', 'projects', 'extras'] as const
export type CareerEntry = Career[(typeof CAREER_LISTS)[number]][number]

/** Each incoming entry with the own one that it is; null: it is new. What bears the id of an own entry is that one; else an own entry is
 *  that of one incoming at most, and one that says the same is preferred to one that says less. Pure. */
export function paired<T extends CareerEntry>(
  own: readonly T[],
  incoming: readonly T[],
): { readonly entry: T; readonly same: T | null }[] {
  const byId = new Map(own.map((entry) => [entry.id, entry]))
  const found = new Map<T, T>()
  const taken = new Set<T>()
  const pair = (entry: T, same: T | undefined) => {
    if (same === undefined) return
    found.set(entry, same)
    taken.add(same)
  }
  for (const entry of incoming) pair(entry, byId.get(entry.id))
  for (const test of [isTwin, isSame]) {
    for (const entry of incoming) {
      if (!found.has(entry))
        pair(
          entry,
          own.find((other) => !taken.has(other) && test(other, entry)),
        )
    }
  }
  return incoming.map((entry) => ({ entry, same: found.get(entry) ?? null }))
}

/** The same, and nothing that tells them apart is said by one alone. */
function isTwin(a: CareerEntry, b: CareerEntry): boolean {
  return isSame(a, b) && marks(a).every((mark, at) => (mark === '') === (marks(b)[at] === ''))
}

function marks(entry: CareerEntry): string[] {
  if ('company' in entry) return [entry.title, entry.start ?? '']
  if ('institution' in entry) return [entry.degree, entry.field, entry.start ?? '']
  return 'kind' in entry ? [entry.by, entry.date ?? ''] : []
}

/** Whether two entries of a list tell of the same thing: employer, title and start; institution, degree and start; the name of
 *  projects; the name, giver and date of the rest. What one of them does not say parts them not. */
function isSame(a: CareerEntry, b: CareerEntry): boolean {
  if ('company' in a) {
    return (
      'company' in b && isAlike(a.company, b.company) && isCompatible(a.title, b.title) && isSameDate(a.start, b.start)
    )
  }
  if ('institution' in a) {
    if (!('institution' in b) || !isAlike(a.institution, b.institution)) return false
    return isCompatible(a.degree, b.degree) && isCompatible(a.field, b.field) && isSameDate(a.start, b.start)
  }
  if ('kind' in a) {
    if (!('kind' in b) || a.kind !== b.kind || !isAlike(a.name, b.name)) return false
    return isCompatible(a.by, b.by) && isSameDate(a.date, b.date)
  }
  return 'role' in b && isAlike(a.name, b.name)
}

const isAlike = (a: string, b: string): boolean => foldForKey(a) === foldForKey(b)
const isCompatible = (a: string, b: string): boolean => a === '' || b === '' || isAlike(a, b)

/** 2019 and 2019-05 are the same as far as both say. Pure. */
export function isSameDate(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const exact = Math.min(a.length, b.length)
  return a.slice(0, exact) === b.slice(0, exact)
}

/** How an entry is called in a list of changes. Pure. */
export function entryName(entry: CareerEntry): string {
  if ('company' in entry) return joinedWords(entry.title, entry.company)
  if ('institution' in entry) return joinedWords(entry.degree, entry.institution)
  return entry.name
}

const joinedWords = (...words: readonly string[]): string => words.filter((word) => word !== '').join(', ')
