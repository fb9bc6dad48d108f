import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'
import type { Question } from './search-questions.ts'

const DAY_MS = 86_400_000
type Value = string | number

/** What one would write first: words from the full-text index, joined with the job's row and its facts for every filter; a page and a
 *  count. A job counts for its first country and city only. */
export function createNaiveSearch(db: Database): (question: Question, nowMs: number) => number {
  const prepared = new Map<string, SqliteStatement<Value[], unknown>>()
  const prepare = (sql: string): SqliteStatement<Value[], unknown> => {
    const statement = prepared.get(sql) ?? db.raw.prepare<Value[]>(sql)
    prepared.set(sql, statement)
    return statement
  }
  return ({ input }, nowMs) => {
    const conditions = ['true']
    const params: Value[] = []
    const add = (condition: string, values: readonly Value[]): void => {
      conditions.push(condition)
      params.push(...values)
    }
    const any = (column: string, values: readonly string[]): void => {
      if (values.length > 0) add(`${column} in (${values.map(() => '?').join(', ')})`, values)
    }
    if (input.text !== '') add('job_fts match ?', [matchOf(input.text)])
    any('j.country_code', input.countries)
    any('j.city', input.cities)
    any('j.visa', input.visa)
    any('j.workplace', input.workplaces)
    any('j.seniority', input.seniorities)
    any('j.employment_type', input.employmentTypes)
    for (const skill of input.skills) {
      add(
        `exists (select 1 from job_text t, json_each(t.facts, '$.skills') s where t.job_id = j.id and s.value ->> 'name' = ?)`,
        [skill],
      )
    }
    if (input.salaryMinEur !== null) add('coalesce(j.salary_eur_max, j.salary_eur_min) >= ?', [input.salaryMinEur])
    if (input.postedWithinDays !== null) add('j.posted_at >= ?', [nowMs - input.postedWithinDays * DAY_MS])
    const from = `from ${input.text === '' ? 'job j' : 'job_fts f join job j on j.id = f.rowid'} where ${conditions.join(' and ')}`
    const byWords = input.text === '' ? 'j.id desc' : 'f.rank, j.id desc'
    const order = {
      newest: 'j.posted_at desc, j.id desc',
      salary: 'coalesce(j.salary_eur_max, j.salary_eur_min) desc nulls last, j.id desc',
      relevance: byWords,
      match: byWords,
    }[input.sort]
    prepare(`select j.* ${from} order by ${order} limit ? offset ?`).all(
      ...params,
      input.perPage,
      (input.page - 1) * input.perPage,
    )
    return Number(
      prepare(`select count(*) ${from}`)
        .pluck()
        .get(...params),
    )
  }
}

/** Quotes and stars mean the same to the index. */
function matchOf(text: string): string {
  return [...text.matchAll(/"[^"]+"|\S+/g)].map(([part]) => (/^["]|\*$/.test(part) ? part : `"${part}"`)).join(' AND ')
}
