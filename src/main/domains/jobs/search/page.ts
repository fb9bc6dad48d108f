import type { JobSearchInput } from '#shared/jobs.ts'
import { ANY_JOB_TOKEN, CLOSED_TOKEN, quote, SALARY_STEPS_THOUSAND_EUR, salaryStepToken } from './filter-tokens.ts'
import type { SearchScope } from './scope.ts'
import type { SqlValue, Statements } from './statements.ts'

/** Ranking reads the statistics of every hit, about a microsecond each; it looks at the newest hits only. */
export const RANKED_NEWEST_MAX = 10_000
/** A word in the title weighs ten times one in the description. Filters (the last column) weigh nothing. */
const RANK = 'bm25(job_fts, 10, 4, 3, 1, 0)'
/** Highest first, down to "pay is stated": the steps at which it is worth asking whether a page is full already. */
const SALARY_STOPS = [200, 140, 100, 70, 40, 0].filter((step) => SALARY_STEPS_THOUSAND_EUR.includes(step))
/** Up to here all hits are looked up and sorted. */
export const SORTED_BY_PAY_MAX = 10_000

export interface Slice {
  readonly sort: JobSearchInput['sort']
  readonly offset: number
  readonly limit: number
}

/** The ids of one page, in order. Ties go to the newer job, so that pages never overlap. */
export function pageOf(statements: Statements, scope: SearchScope, slice: Slice): number[] {
  if (slice.offset >= scope.total) return []
  const ask = new PageReader(statements, scope)
  if (slice.sort === 'salary') return ask.byPay(slice)
  if (slice.sort === 'relevance' && scope.hasText) return ask.byRank(slice)
  return ask.newest(slice)
}

interface Range {
  readonly offset: number
  readonly limit: number
}

class PageReader {
  readonly #statements: Statements
  readonly #scope: SearchScope
  /** Condition on f.rowid, and its parameters. */
  readonly #where: string
  readonly #params: readonly SqlValue[]
  /** The same for what is read from the table itself. */
  readonly #isOpen: string

  constructor(statements: Statements, scope: SearchScope) {
    this.#statements = statements
    this.#scope = scope
    const conditions: string[] = []
    const params: SqlValue[] = []
    if (scope.lowestId > 0) {
      conditions.push(' and f.rowid >= ?')
      params.push(scope.lowestId)
    }
    if (scope.only !== null) {
      conditions.push(' and +f.rowid in (select value from json_each(?))')
      params.push(JSON.stringify(scope.only))
    } else if (scope.excluded.length > 0) {
      conditions.push(' and +f.rowid not in (select value from json_each(?))')
      params.push(JSON.stringify(scope.excluded))
    }
    this.#where = conditions.join('')
    this.#params = params
    this.#isOpen = scope.isOpenOnly ? ' and f.closed_at is null' : ''
  }

  newest(range: Range): number[] {
    const { newest, isComplete, match } = this.#scope
    const end = range.offset + range.limit
    if (isComplete || end <= newest.length) return newest.slice(range.offset, end)
    if (match !== null) return this.#newestOf(match, range)
    return this.#statements.numbers(
      `select f.rowid from job f where true${this.#where}${this.#isOpen} order by f.rowid desc limit ? offset ?`,
      [...this.#params, range.limit, range.offset],
    )
  }

  byRank({ offset, limit }: Range): number[] {
    const { match, only, total, lowestId } = this.#scope
    if (match === null) return this.newest({ offset, limit })
    const ranked = Math.min(total, RANKED_NEWEST_MAX)
    const fromRanked = Math.max(0, Math.min(limit, ranked - offset))
    let ids: number[] = []
    if (fromRanked > 0) {
      const isAll = ranked === total
      const oldest = isAll ? lowestId : (this.newest({ offset: ranked - 1, limit: 1 })[0] ?? lowestId)
      const least = only === null ? oldest : Math.max(oldest, only.at(-1) ?? 0)
      ids = this.#statements.numbers(
        `select f.rowid from job_fts f where f.job_fts match ? and f.rowid >= ?${this.#where}
         order by ${RANK.replace('job_fts', 'f.job_fts')}, f.rowid desc limit ? offset ?`,
        [match, least, ...this.#params, fromRanked, offset],
      )
    }
    if (fromRanked === limit) return ids
    return [...ids, ...this.newest({ offset: Math.max(offset, ranked), limit: limit - fromRanked })]
  }

  /** Only jobs that can be on the page are looked up and sorted: the pay steps in the index say how many lie above. */
  byPay({ offset, limit }: Range): number[] {
    const { newest, isComplete, only, total } = this.#scope
    if (only !== null || (isComplete && total <= SORTED_BY_PAY_MAX)) return this.#payOf(newest, { offset, limit })
    const end = Math.min(offset + limit, total)
    let above: { step: number; count: number } | null = null
    let paid = 0
    for (const step of SALARY_STOPS) {
      paid = this.#count(this.#and(quote(salaryStepToken(step))))
      if (paid >= end) return this.#paid({ step, above, offset, limit: end - offset })
      if (paid <= offset) above = { step, count: paid }
    }
    // All that is paid does not fill the page: what is left of it, and then the rest by date.
    const ids = paid <= offset ? [] : this.#paid({ step: 0, above, offset, limit: paid - offset })
    const unpaid = this.#and(`${quote(ANY_JOB_TOKEN)} NOT ${quote(salaryStepToken(0))}`)
    return [...ids, ...this.#newestOf(unpaid, { offset: Math.max(0, offset - paid), limit: end - offset - ids.length })]
  }

  #paid(part: { step: number; above: { step: number; count: number } | null } & Range): number[] {
    const { step, above, offset, limit } = part
    const reached = quote(salaryStepToken(step))
    const match = above === null ? reached : `(${reached} NOT ${quote(salaryStepToken(above.step))})`
    return this.#statements.numbers(
      `select f.rowid from job_fts f join job j on j.id = f.rowid where f.job_fts match ?${this.#where}
       order by coalesce(j.salary_eur_max, j.salary_eur_min) desc, f.rowid desc limit ? offset ?`,
      [this.#and(match), ...this.#params, limit, offset - (above?.count ?? 0)],
    )
  }

  #payOf(ids: readonly number[], range: Range): number[] {
    return this.#statements.numbers(
      `select id from job where id in (select value from json_each(?))
       order by coalesce(salary_eur_max, salary_eur_min) desc nulls last, id desc limit ? offset ?`,
      [JSON.stringify(ids), range.limit, range.offset],
    )
  }

  #newestOf(match: string, range: Range): number[] {
    return this.#statements.numbers(
      `select f.rowid from job_fts f where f.job_fts match ?${this.#where} order by f.rowid desc limit ? offset ?`,
      [match, ...this.#params, range.limit, range.offset],
    )
  }

  #count(match: string): number {
    const sql = `select count(*) from job_fts f where f.job_fts match ?${this.#where}`
    return this.#statements.number(sql, [match, ...this.#params]) ?? 0
  }

  #and(clause: string): string {
    const { match, isOpenOnly } = this.#scope
    if (match !== null) return `(${match}) AND (${clause})`
    return isOpenOnly ? `(${clause}) NOT ${quote(CLOSED_TOKEN)}` : clause
  }
}
