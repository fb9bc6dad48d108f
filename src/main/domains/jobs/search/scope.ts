import type { JobFilter } from '#shared/jobs.ts'
import {
  ANY_JOB_TOKEN,
  CLOSED_TOKEN,
  excludedClauses,
  filterClauses,
  quote,
  salaryBand,
  salaryStepToken,
  type ThresholdsThatHold,
} from './filter-tokens.ts'
import { parseQuery } from './query.ts'
import type { SqlValue, Statements } from './statements.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const IDS_PER_HOUR = 65_536
export const NO_LIMIT = 1e12
/** An hour with more jobs than ids hands on to the next ones: so far ahead of its true hour an id may lie. */
const ID_HOURS_AHEAD_MAX = 24

/** What a filter comes down to. `match` is an FTS5 expression; null: every job, or (`isOpenOnly`) every one that is not closed.
 *  `lowestId`: nothing older is asked for.
 *  `only` (saved, hidden): the few jobs it is about, newest first; null: all that match but `excluded`.
 *  `newest`: the newest of them in order, all or as many as were asked for; `isComplete`: these are all.
 *  `excluded`: jobs that match the expression and are still not meant (hidden ones, salaries between two steps, the
 *  hours around a date), newest first. `total` is exact. */
export interface SearchScope {
  readonly match: string | null
  readonly isOpenOnly: boolean
  readonly hasText: boolean
  readonly lowestId: number
  readonly only: readonly number[] | null
  readonly newest: readonly number[]
  readonly isComplete: boolean
  readonly excluded: readonly number[]
  readonly total: number
  readonly hints: readonly string[]
}

/** Looks the filter up as far as its exact number of jobs. `keptHits`: so many of the newest are wanted anyway, or may be. */
export function openScope(
  statements: Statements,
  filter: JobFilter,
  { nowMs, keptHits, thresholds }: { nowMs: number; keptHits: number; thresholds: ThresholdsThatHold },
): SearchScope {
  const text = parseQuery(filter.text)
  const since = filter.postedWithinDays === null ? null : nowMs - filter.postedWithinDays * DAY_MS
  const lowestId = since === null ? 0 : Math.max(0, Math.floor(since / HOUR_MS) * IDS_PER_HOUR)
  const leavesOutClosed = hasClosedToLeaveOut(statements, filter)
  const match = expressionOf({
    clauses: filterClauses(filter, thresholds),
    text: text.match,
    exclude: [...(text.exclude === null ? [] : [text.exclude]), ...excludedClauses(filter)],
    leavesOutClosed,
    hasDate: since !== null,
  })
  const isOpenOnly = match === null && leavesOutClosed
  const found: Found = { match, isOpenOnly, lowestId }
  const notMeant: IdSet[] = []
  if (since !== null) notMeant.push(postedBefore(since, lowestId))
  if (filter.salaryMinEur !== null && match !== null) notMeant.push(...paidLess(found, filter.salaryMinEur))
  if (filter.mark === 'visible') notMeant.push(MARKED.hidden)
  const excluded = matchingIds(statements, found, notMeant)
  const scope = { match, isOpenOnly, hasText: text.match !== null, lowestId, excluded, hints: text.hints }
  if (filter.mark !== 'visible') {
    const hasNot = new Set(excluded)
    const only = matchingIds(statements, found, [MARKED[filter.mark]]).filter((id) => !hasNot.has(id))
    return { ...scope, only, newest: only, isComplete: true, total: only.length }
  }
  if (match === null) {
    return {
      ...scope,
      only: null,
      newest: [],
      isComplete: false,
      total: countMatches(statements, found) - excluded.length,
    }
  }
  const limit = isDearToRepeat(match) ? NO_LIMIT : keptHits
  const newest = meantIds(statements, { match, lowestId, excluded }, limit + excluded.length)
  // Fewer than were asked for: these are all, found and counted in one pass.
  const isComplete = newest.length < limit
  const total = isComplete ? newest.length : countMatches(statements, found) - excluded.length
  return { ...scope, only: null, newest, isComplete, total }
}

/** A prefix gathers the lists of all its words before the first hit comes out, for one page as for all. */
function isDearToRepeat(match: string | null): boolean {
  return match?.includes('"*') ?? false
}

/** The jobs that are meant, newest first; `limit` counts those that match, before the excluded are taken off. */
function meantIds(
  statements: Statements,
  { match, lowestId, excluded }: { match: string; lowestId: number; excluded: readonly number[] },
  limit: number,
): number[] {
  const ids = statements.numbers(
    'select rowid from job_fts where job_fts match ? and rowid >= ? order by rowid desc limit ?',
    [match, lowestId, limit],
  )
  if (excluded.length === 0) return ids
  const hasNot = new Set(excluded)
  return ids.filter((id) => !hasNot.has(id))
}

export interface Found {
  readonly match: string | null
  readonly isOpenOnly: boolean
  readonly lowestId: number
}

/** Number of jobs under an expression, exact. */
function countMatches(statements: Statements, { match, isOpenOnly, lowestId }: Found): number {
  if (match === null) {
    const all = statements.number('select count(*) from job', []) ?? 0
    if (!isOpenOnly) return all
    return all - (statements.number('select count(*) from job where closed_at is not null', []) ?? 0)
  }
  if (lowestId === 0) return statements.number('select count(*) from job_fts where job_fts match ?', [match]) ?? 0
  return statements.number('select count(*) from job_fts where job_fts match ? and rowid >= ?', [match, lowestId]) ?? 0
}

/** A query for job ids. `isMatched`: they are known to be among what was found. */
interface IdSet {
  readonly sql: string
  readonly params: readonly SqlValue[]
  readonly isMatched: boolean
}

const MARKED: Readonly<Record<'saved' | 'hidden', IdSet>> = {
  saved: { sql: 'select job_id from job_mark where saved_at is not null', params: [], isMatched: false },
  hidden: { sql: 'select job_id from job_mark where hidden_at is not null', params: [], isMatched: false },
}

function expressionOf(parts: {
  clauses: readonly string[]
  text: string | null
  exclude: readonly string[]
  leavesOutClosed: boolean
  hasDate: boolean
}): string | null {
  const { clauses, text, exclude, leavesOutClosed, hasDate } = parts
  const required = text === null ? clauses : [text, ...clauses]
  // Every job but the closed ones is asked of the table: the index would have to go through all of them.
  if (required.length === 0 && exclude.length === 0 && !hasDate) return null
  const all = required.length === 0 ? quote(ANY_JOB_TOKEN) : required.join(' AND ')
  const without = [...exclude, ...(leavesOutClosed ? [quote(CLOSED_TOKEN)] : [])]
  return without.length === 0 ? all : `(${all}) NOT (${without.join(' OR ')})`
}

/** What the user saved is shown whether it is open or not. */
function hasClosedToLeaveOut(statements: Statements, filter: JobFilter): boolean {
  if (filter.openings !== 'open' || filter.mark === 'saved') return false
  return statements.number('select exists (select 1 from job where closed_at is not null)', []) === 1
}

function postedBefore(since: number, lowestId: number): IdSet {
  return {
    sql: 'select id from job where id between ? and ? and coalesce(posted_at, first_seen_at) < ?',
    params: [lowestId, lowestId + (ID_HOURS_AHEAD_MAX + 1) * IDS_PER_HOUR - 1, since],
    isMatched: false,
  }
}

function paidLess(found: Found, salaryMinEur: number): IdSet[] {
  const band = salaryBand(salaryMinEur)
  if (band.isExact) return []
  const ceiling = band.ceiling === null ? '' : ` NOT ${quote(salaryStepToken(band.ceiling))}`
  return [
    {
      sql: `select f.rowid from job_fts f join job j on j.id = f.rowid
            where f.job_fts match ? and f.rowid >= ? and coalesce(j.salary_eur_max, j.salary_eur_min) < ?`,
      params: [`(${found.match ?? ''})${ceiling}`, found.lowestId, salaryMinEur],
      isMatched: true,
    },
  ]
}

/** The ids of some sets that are among what was found, newest first. */
function matchingIds(statements: Statements, found: Found, sets: readonly IdSet[]): number[] {
  const ids = new Set(
    sets.flatMap((set) => {
      const candidates = statements.numbers(set.sql, set.params)
      return set.isMatched ? candidates : keepMatching(statements, found, candidates)
    }),
  )
  return [...ids].sort((a, b) => b - a)
}

/** The '+' keeps the list from driving the query: one full-text look-up per id costs a thousand times more than asking
 *  the list about every hit between its ends. */
function keepMatching(statements: Statements, found: Found, ids: readonly number[]): number[] {
  if (ids.length === 0) return []
  if (found.match === null) {
    if (!found.isOpenOnly) return [...ids]
    const open = 'select id from job where id in (select value from json_each(?)) and closed_at is null'
    return statements.numbers(open, [JSON.stringify(ids)])
  }
  const ends = ids.reduce((ends, id) => ({ lowest: Math.min(ends.lowest, id), highest: Math.max(ends.highest, id) }), {
    lowest: Infinity,
    highest: 0,
  })
  return statements.numbers(
    `select rowid from job_fts where job_fts match ? and rowid between ? and ?
     and +rowid in (select value from json_each(?))`,
    [found.match, Math.max(ends.lowest, found.lowestId), ends.highest, JSON.stringify(ids)],
  )
}
