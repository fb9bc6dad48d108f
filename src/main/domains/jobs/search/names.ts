import type { Hits } from './hits.ts'
import { type NameColumn, type Rule, toMatch } from './rule.ts'
import type { Statements } from './statements.ts'

/** Up to here the index is asked about a list of hits; of more, the newest named so are gone through until enough are hits. */
const LISTED_MAX = 2_000
const READ_AT_FIRST = 128
const READ_GROWTH = 4
const READ_MAX = 8_192
/** Above every job id. */
const NO_ID = Number.MAX_SAFE_INTEGER

export interface NamedAsk {
  /** What the user's words require. */
  readonly text: Rule
  /** No hit older than the job with this id. */
  readonly from: number
  readonly limit: number
}

/** The first of the hits by where they say the words: all words in the title, then some of them in the title, the employer's name or a
 *  place; the newest first in each. What is said nowhere but in the description is not among them. */
export function namedFirst(statements: Statements, hits: Hits, { text, from, limit }: NamedAsk): Set<number> {
  const best = new Set<number>()
  for (const match of matchesOf(text)) {
    const ids =
      hits.total <= LISTED_MAX
        ? listed(statements, { match, from, ids: hits.newest({ offset: 0, limit: hits.total }) })
        : newestNamed(statements, hits, { match, from, limit })
    for (const id of ids) {
      if (best.size === limit) return best
      best.add(id)
    }
  }
  return best
}

/** Expressions over names, from the best fit to the least; what only a token tells says nothing about names. Pure. */
function matchesOf(text: Rule): string[] {
  const parts = text.kind === 'all' ? text.of : [text]
  const inTitle = parts.flatMap((part) => nameRule(part, 'title') ?? [])
  if (inTitle.length === 0) return []
  const anywhere = parts.flatMap((part) => nameRule(part, null) ?? [])
  return [toMatch({ kind: 'all', of: inTitle }), toMatch({ kind: 'any', of: anywhere })]
}

/** The rule as one about names, where words count in `column` if they do not name another; null when it is not about words. Hits do not
 *  carry what is excluded. */
function nameRule(rule: Rule, column: NameColumn | null): Rule | null {
  switch (rule.kind) {
    case 'token':
      return null
    case 'words':
      return { ...rule, column: rule.column ?? column }
    case 'but':
      return nameRule(rule.rule, column)
    case 'all':
    case 'any':
  }
  const of = rule.of.flatMap((part) => nameRule(part, column) ?? [])
  return of.length === 0 ? null : { kind: rule.kind, of }
}

/** One pass over those named so, which asks the list about each ('+': the list must not drive). */
function listed(
  statements: Statements,
  { match, from, ids }: { match: string; from: number; ids: readonly number[] },
): readonly number[] {
  const [newest] = ids
  const oldest = ids.at(-1)
  if (newest === undefined || oldest === undefined) return []
  return statements.numbers(
    `select rowid from job_name_fts where job_name_fts match ? and rowid between ? and ?
     and +rowid in (select value from json_each(?)) order by rowid desc`,
    [match, Math.max(from, oldest), newest, JSON.stringify(ids)],
  )
}

function newestNamed(
  statements: Statements,
  hits: Hits,
  { match, from, limit }: { match: string; from: number; limit: number },
): number[] {
  const found: number[] = []
  let below = NO_ID
  for (let count = READ_AT_FIRST; found.length < limit; count = Math.min(READ_MAX, count * READ_GROWTH)) {
    const named = statements.numbers(
      'select rowid from job_name_fts where job_name_fts match ? and rowid between ? and ? order by rowid desc limit ?',
      [match, from, below, count],
    )
    found.push(...hits.among(named))
    if (named.length < count) break
    below = (named.at(-1) ?? 0) - 1
  }
  return found
}
