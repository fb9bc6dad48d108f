import type { EmploymentType } from '#shared/facts.ts'
import table from './employment-words.json' with { type: 'json' }

/** The more telling word wins: a full-time internship is an internship, a fixed-term contract is temporary. */
const ORDER = ['internship', 'temporary', 'contract'] as const satisfies readonly EmploymentType[]

const PATTERNS = {
  internship: anyOf(table.words.internship),
  contract: anyOf(table.words.contract),
  temporary: anyOf(table.words.temporary),
  part_time: anyOf(table.words.part_time),
  full_time: anyOf(table.words.full_time),
} as const satisfies Record<EmploymentType, RegExp>
const NOT_THESE = new RegExp(anyOf(table.notThese).source, 'gu')

/** The kind of employment that a source's own labels name ("Full Time", "Vollzeit", "Werkstudent"). Null when they name none, or
 *  both full and part time: then the source leaves it open. Pure; the words are in employment-words.json. */
export function employmentTypeOf(labels: readonly string[]): EmploymentType | null {
  const said = labels
    .map((label) =>
      label
        .slice(0, 200)
        .toLowerCase()
        .normalize('NFC')
        .replace(/[-_‐‑–]+/g, ' ')
        .replace(NOT_THESE, ' '),
    )
    .join(' | ')
  const telling = ORDER.find((type) => PATTERNS[type].test(said))
  if (telling !== undefined) return telling
  const [isFull, isPart] = [PATTERNS.full_time.test(said), PATTERNS.part_time.test(said)]
  if (isFull === isPart) return null
  return isFull ? 'full_time' : 'part_time'
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}
