import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFacts } from '#main/domains/jobs/facts-json.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import type { Question } from './search-questions.ts'

const DAY_MS = 86_400_000
const HELD_BY_RELEVANCE = 'ts_rank(words, query) desc, id desc'
const ORDERS: Readonly<Record<Question['input']['sort'], string>> = {
  newest: 'id desc',
  salary: 'salary desc nulls last, id desc',
  relevance: HELD_BY_RELEVANCE,
  match: HELD_BY_RELEVANCE,
}
const FACETS = ['unnest(countries)', 'unnest(sources)', 'seniority', 'visa']

/** A table with the usual indexes: full text, arrays by GIN, filters and orders by b-tree, visa by a partial one. No stemming, so that
 *  the same jobs are found. */
const SCHEMA = `create table job (id bigint primary key, title text, company text, place text, body text, countries text[], cities text[],
  visa text, workplace text, seniority text, employment_type text, sources text[], skills text[], salary float8, posted_at bigint,
  words tsvector generated always as (to_tsvector('simple', title || ' ' || company || ' ' || place || ' ' || body)) stored)`
const INDEXES = [
  'create index on job using gin (words)',
  'create index on job using gin (skills)',
  'create index on job using gin (countries)',
  'create index on job using gin (cities)',
  'create index on job (workplace, id desc)',
  'create index on job (seniority, id desc)',
  'create index on job (posted_at desc)',
  'create index on job (salary desc nulls last, id desc)',
  "create index on job (id desc) where visa = 'offers'",
  'vacuum analyze job',
]

/** The same jobs in PostgreSQL, in a folder that stays; filled the first time. Null: not installed. */
export async function openPostgres(options: {
  db: Database
  dir: string
  print: (line: string) => void
}): Promise<Postgres | null> {
  const { db, dir, print } = options
  const postgres = await startPostgres(dir)
  if (postgres === null || postgres.isFilled) return postgres
  print('  filling PostgreSQL, which takes its minutes …')
  await postgres.ask('drop table if exists job')
  await postgres.ask(SCHEMA)
  await postgres.copy('job', rowsOf(db))
  for (const index of INDEXES) await postgres.ask(index)
  writeFileSync(join(dir, 'filled'), '')
  return postgres
}

/** Total, page and, where wanted, facets, as a web application asks for them; in ms. */
export async function askPostgres(
  postgres: Postgres,
  { input, wantsFacets }: Question,
  nowMs: number,
): Promise<{ total: number; searchMs: number; facetsMs: number | null }> {
  const from = `from job, to_tsquery('simple', ${literal(tsQuery(input.text))}) query where ${conditionsOf(input, nowMs).join(' and ')}`
  const total = await postgres.ask(`select count(*) ${from}`)
  const offset = (input.page - 1) * input.perPage
  const order = input.sort === 'relevance' && input.text === '' ? ORDERS.newest : ORDERS[input.sort]
  const columns = 'id, title, company, place, countries, visa, workplace, seniority, sources, skills, salary, posted_at'
  const page = await postgres.ask(`select ${columns} ${from} order by ${order} limit ${input.perPage} offset ${offset}`)
  let facetsMs = 0
  for (const facet of wantsFacets ? FACETS : []) {
    facetsMs += (await postgres.ask(`select ${facet}, count(*) ${from} group by 1 order by 2 desc`)).ms
  }
  return { total: Number(total.rows[0]), searchMs: total.ms + page.ms, facetsMs: wantsFacets ? facetsMs : null }
}

function conditionsOf(input: Question['input'], nowMs: number): string[] {
  const any = (column: string, values: readonly string[]): string[] =>
    values.length === 0 ? [] : [`${column} = any(${arrayOf(values)})`]
  const overlaps = (column: string, values: readonly string[]): string[] =>
    values.length === 0 ? [] : [`${column} && ${arrayOf(values)}`]
  const since = input.postedWithinDays === null ? null : nowMs - input.postedWithinDays * DAY_MS
  return [
    ...(input.text === '' ? ['true'] : ['words @@ query']),
    ...overlaps('countries', input.countries),
    ...overlaps('cities', input.cities),
    ...overlaps('sources', input.sources),
    ...any('workplace', input.workplaces),
    ...any('seniority', input.seniorities),
    ...any('employment_type', input.employmentTypes),
    ...(input.visa.length === 1 ? [`visa = ${literal(input.visa.join())}`] : any('visa', input.visa)),
    ...(input.skills.length === 0 ? [] : [`skills @> ${arrayOf(input.skills)}`]),
    ...(input.salaryMinEur === null ? [] : [`salary >= ${input.salaryMinEur}`]),
    ...(since === null ? [] : [`posted_at >= ${since}`]),
  ]
}

/** Words, "phrases" and prefix* as PostgreSQL writes them. */
function tsQuery(text: string): string {
  return [...text.matchAll(/"([^"]+)"|(\S+)/g)]
    .map(([, phrase, word = '']) => phrase?.split(' ').join(' <-> ') ?? word.replace(/\*$/, ':*'))
    .map((part) => `(${part})`)
    .join(' & ')
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
const arrayOf = (values: readonly string[]): string => `array[${values.map(literal).join(', ')}]`

interface JobRow {
  id: number
  title: string
  company: string
  body: string
  facts: string
  sources: string
  place: string
  postedAt: number
}

function* rowsOf(db: Database): Generator<string> {
  const rows = db.raw
    .prepare<[], JobRow>(
      `select j.id, j.title, j.company, t.description_text as body, t.facts, coalesce(j.posted_at, j.first_seen_at) as postedAt,
       (select group_concat(distinct p.source_id) from posting p where p.job_id = j.id) as sources,
       (select group_concat(distinct p.location) from posting p where p.job_id = j.id) as place
       from job j join job_text t on t.job_id = j.id`,
    )
    .iterate()
  for (const row of rows) {
    const facts = parseFacts(row.facts)
    const pay = facts.salary?.yearEur
    yield [
      row.id,
      row.title,
      row.company,
      row.place ?? '',
      row.body,
      list(facts.places.map(({ countryCode }) => countryCode)),
      list(facts.places.map(({ city }) => city)),
      facts.visa.status,
      facts.workplace,
      facts.seniority,
      facts.employmentType,
      list((row.sources ?? '').split(',')),
      list(facts.skills.map(({ name }) => name)),
      pay?.max ?? pay?.min ?? null,
      row.postedAt,
    ]
      .map(copied)
      .join('\t')
  }
}

const list = (values: readonly (string | null)[]): string =>
  `{${[...new Set(values)]
    .filter((value) => value !== null)
    .map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`)
    .join(',')}}`

/** One value in the text format of COPY. */
function copied(value: string | number | null): string {
  if (value === null) return '\\N'
  return String(value)
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '')
}
