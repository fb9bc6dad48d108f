import type { Career } from '#shared/career.ts'
import { foldForKey } from '../../../../infra/text/fold.ts'

export const CAREER_LISTS = ['experiences', 'education', 'projects', 'extras'] as const
export type CareerEntry = Career[(typeof CAREER_LISTS)[number]][number]

/** Each incoming entry with the own one that it is; null: it is new. An own entry is that of one incoming at most. Pure. */
export function paired<T extends CareerEntry>(
  own: readonly T[],
  incoming: readonly T[],
): { readonly entry: T; readonly same: T | null }[] {
  const free = [...own]
  return incoming.map((entry) => {
    const at = free.findIndex((other) => isSame(other, entry))
    const [same] = at < 0 ? [] : free.splice(at, 1)
    return { entry, same: same ?? null }
  })
}

/** Whether two entries of a list tell of the same thing: employer, title and start; institution, degree and start; the name of the rest.
 *  What one of them does not say parts them not. */
function isSame(a: CareerEntry, b: CareerEntry): boolean {
  if ('company' in a) {
    return 'company' in b && isAlike(a.company, b.company) && isCompatible(a.title, b.title) && isSameStart(a, b)
  }
  if ('institution' in a) {
    if (!('institution' in b) || !isAlike(a.institution, b.institution)) return false
    return isCompatible(a.degree, b.degree) && isCompatible(a.field, b.field) && isSameStart(a, b)
  }
  if ('kind' in a) return 'kind' in b && a.kind === b.kind && isAlike(a.name, b.name) && isCompatible(a.by, b.by)
  return 'role' in b && isAlike(a.name, b.name)
}

const isAlike = (a: string, b: string): boolean => foldForKey(a) === foldForKey(b)
const isCompatible = (a: string, b: string): boolean => a === '' || b === '' || isAlike(a, b)

/** 2019 and 2019-05 are the same as far as both say. */
function isSameStart(a: { readonly start: string | null }, b: { readonly start: string | null }): boolean {
  if (a.start === null || b.start === null) return true
  const exact = Math.min(a.start.length, b.start.length)
  return a.start.slice(0, exact) === b.start.slice(0, exact)
}

/** How an entry is called in a list of changes. Pure. */
export function entryName(entry: CareerEntry): string {
  if ('company' in entry) return joinedWords(entry.title, entry.company)
  if ('institution' in entry) return joinedWords(entry.degree, entry.institution)
  return entry.name
}

const joinedWords = (...words: readonly string[]): string => words.filter((word) => word !== '').join(', ')
