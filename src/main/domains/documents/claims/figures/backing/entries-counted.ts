import sums from '#resources/claim-sums.json' with { type: 'json' }
import { readTokens } from '../../read/tokens.ts'
import { classOf } from '../units.ts'
import type { Total } from './fact-number.ts'

interface Entry {
  readonly part: string | null
  readonly isEntry: boolean
  /** First what the entry is called, then what is said of it. */
  readonly lines: readonly string[]
}

const KINDS: Readonly<Record<string, readonly string[]>> = sums.entryKinds
const EMPLOYERS = new Set(sums.employerKinds.split(' '))

/** How many posts, degrees, publications and the like there are: a sentence may count them, "two banks" where the employers are banks,
 *  too. Pure. */
export function countEntries(entries: readonly Entry[], languages: number): Total[] {
  const unique = [...new Map(entries.filter(({ isEntry }) => isEntry).map((entry) => [entry.lines[0], entry])).values()]
  const posts = unique.filter(({ part }) => part === 'experience')
  const counts = new Map([['languages', languages]])
  const add = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const { part } of unique) for (const kind of KINDS[part ?? ''] ?? []) add(kind)
  for (const { lines } of posts) {
    const named = readTokens(lines.slice(0, 2).join(', ')).flatMap((token) => classOf(token) ?? [])
    for (const kind of new Set(named)) if (EMPLOYERS.has(kind)) add(kind)
  }
  return [...counts].flatMap(([kind, value]) => (value > 1 ? [{ value, counted: [kind], nouns: [] }] : []))
}
