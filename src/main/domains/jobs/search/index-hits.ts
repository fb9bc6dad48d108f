import { ANY_JOB_TOKEN, CLOSED_TOKEN } from './filter-tokens.ts'
import type { Hits, Range } from './hits.ts'
import type { Question } from './question.ts'
import { allOf, carries, type Rule, toMatch, without } from './rule.ts'
import type { SqlValue, Statements } from './statements.ts'

/** So many of the newest are read at first: fewer than that are all, found and counted in one pass. */
const HEAD_MAX = 2_000
const NO_LIMIT = 1e12

/** Answers out of the full-text index. `match` null: every job, or (`isOpenOnly`) every one that is not closed. `excluded` match and
 *  are still not meant. */
interface Found {
  readonly match: string | null
  readonly isOpenOnly: boolean
  readonly lowestId: number
  readonly excluded: readonly number[]
}

export function openIndexHits(statements: Statements, question: Question): Hits {
  const { required, lowestId } = question
  const hasClosed = statements.number('select exists (select 1 from job where closed_at is not null)', []) === 1
  const isClosedRule = (rule: Rule): boolean => rule.kind === 'token' && rule.token === CLOSED_TOKEN
  const excluded = hasClosed ? question.excluded : question.excluded.filter((rule) => !isClosedRule(rule))
  // Every job but the closed ones is asked of the table: the index would have to go through all of them.
  const isAll = required.length === 0 && lowestId === 0 && excluded.every(isClosedRule)
  const rule = without(required.length === 0 ? carries(ANY_JOB_TOKEN) : allOf(required), excluded)
  return new IndexHits(statements, {
    match: isAll ? null : toMatch(rule),
    isOpenOnly: isAll && excluded.length > 0,
    lowestId,
    excluded: [],
  })
}

class IndexHits implements Hits {
  readonly #statements: Statements
  readonly #found: Found
  #head: { readonly ids: readonly number[]; readonly isAll: boolean } | null = null
  #total: number | null = null

  constructor(statements: Statements, found: Found) {
    this.#statements = statements
    this.#found = found
  }

  get total(): number {
    this.#total ??= this.#count()
    return this.#total
  }

  newest({ offset, limit }: Range): readonly number[] {
    const { match, isOpenOnly } = this.#found
    const end = offset + limit
    if (match !== null) {
      const { ids, isAll } = this.#newestFew(match)
      if (isAll || end <= ids.length) return ids.slice(offset, end)
      return this.#read({ match, from: 0, offset, limit })
    }
    const { where, params } = this.#conditions(0)
    return this.#statements.numbers(
      `select f.rowid from job f where true${where}${isOpenOnly ? ' and f.closed_at is null' : ''} order by f.rowid desc limit ? offset ?`,
      [...params, limit, offset],
    )
  }

  /** The '+' keeps the list from driving the query: one full-text look-up per id costs a thousand times more than asking
   *  the list about every hit between its ends. */
  among(ids: readonly number[]): readonly number[] {
    const { match, isOpenOnly, lowestId, excluded } = this.#found
    if (ids.length === 0) return []
    const notMeant = new Set(excluded)
    const list = JSON.stringify(ids)
    if (match === null) {
      const there = `select id from job where id in (select value from json_each(?))${isOpenOnly ? ' and closed_at is null' : ''} order by id desc`
      return this.#statements.numbers(there, [list]).filter((id) => !notMeant.has(id))
    }
    const ends = { lowest: Infinity, highest: 0 }
    for (const id of ids) {
      ends.lowest = Math.min(ends.lowest, id)
      ends.highest = Math.max(ends.highest, id)
    }
    return this.#statements
      .numbers(
        `select rowid from job_fts where job_fts match ? and rowid between ? and ?
         and +rowid in (select value from json_each(?)) order by rowid desc`,
        [match, Math.max(ends.lowest, lowestId), ends.highest, list],
      )
      .filter((id) => !notMeant.has(id))
  }

  with(rule: Rule): Hits {
    const hits = new IndexHits(this.#statements, { ...this.#found, excluded: [], ...this.#and(toMatch(rule)) })
    return hits.but(this.#found.excluded)
  }

  only(ids: readonly number[]): Hits {
    return new ListedHits(this, ids)
  }

  but(ids: readonly number[]): Hits {
    if (ids.length === 0) return this
    const excluded = [...new Set([...this.#found.excluded, ...this.among(ids)])]
    return new IndexHits(this.#statements, { ...this.#found, excluded })
  }

  #and(clause: string): { match: string; isOpenOnly: false } {
    const { match, isOpenOnly } = this.#found
    const open = isOpenOnly ? `(${clause}) NOT "${CLOSED_TOKEN}"` : clause
    return { match: match === null ? open : `(${match}) AND (${clause})`, isOpenOnly: false }
  }

  /** A prefix gathers the lists of all its words before the first hit comes out, for one page as for all. */
  #newestFew(match: string): { readonly ids: readonly number[]; readonly isAll: boolean } {
    if (this.#head !== null) return this.#head
    const limit = match.includes('"*') ? NO_LIMIT : HEAD_MAX
    const ids = this.#read({ match, from: 0, offset: 0, limit })
    this.#head = { ids, isAll: ids.length < limit }
    return this.#head
  }

  #read({ match, from, offset, limit }: Range & { match: string; from: number }): number[] {
    const { where, params } = this.#conditions(from)
    return this.#statements.numbers(
      `select f.rowid from job_fts f where f.job_fts match ?${where} order by f.rowid desc limit ? offset ?`,
      [match, ...params, limit, offset],
    )
  }

  #conditions(from: number): { where: string; params: SqlValue[] } {
    const { lowestId, excluded } = this.#found
    const lowest = Math.max(from, lowestId)
    return {
      where: `${lowest > 0 ? ' and f.rowid >= ?' : ''}${excluded.length > 0 ? ' and +f.rowid not in (select value from json_each(?))' : ''}`,
      params: [...(lowest > 0 ? [lowest] : []), ...(excluded.length > 0 ? [JSON.stringify(excluded)] : [])],
    }
  }

  #count(): number {
    const { match, isOpenOnly, lowestId, excluded } = this.#found
    if (match === null) {
      const all = this.#statements.number('select count(*) from job', []) ?? 0
      const closed = isOpenOnly
        ? (this.#statements.number('select count(*) from job where closed_at is not null', []) ?? 0)
        : 0
      return all - closed - excluded.length
    }
    const { ids, isAll } = this.#newestFew(match)
    if (isAll) return ids.length
    const sql = `select count(*) from job_fts where job_fts match ?${lowestId > 0 ? ' and rowid >= ?' : ''}`
    return (this.#statements.number(sql, [match, ...(lowestId > 0 ? [lowestId] : [])]) ?? 0) - excluded.length
  }
}

/** The few hits that are in a list. */
class ListedHits implements Hits {
  readonly #of: Hits
  readonly #ids: readonly number[]

  constructor(of: Hits, ids: readonly number[]) {
    this.#of = of
    this.#ids = ids.toSorted((a, b) => b - a)
  }

  get total(): number {
    return this.#ids.length
  }

  newest({ offset, limit }: Range): readonly number[] {
    return this.#ids.slice(offset, offset + limit)
  }

  among(ids: readonly number[]): readonly number[] {
    const wanted = new Set(ids)
    return this.#ids.filter((id) => wanted.has(id))
  }

  with(rule: Rule): Hits {
    return new ListedHits(this.#of, this.#of.with(rule).among(this.#ids))
  }

  only(ids: readonly number[]): Hits {
    return new ListedHits(this.#of, this.among(ids))
  }

  but(ids: readonly number[]): Hits {
    const notMeant = new Set(ids)
    return new ListedHits(
      this.#of,
      this.#ids.filter((id) => !notMeant.has(id)),
    )
  }
}
