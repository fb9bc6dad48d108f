import type { Database } from '#main/infra/db/driver.ts'
import { mostOf } from './most.ts'
import { shownTitle } from './shown-title.ts'
import type { Entry } from './vocabulary.ts'

const ROWS_AT_ONCE = 1_000
const TITLES_MAX = 5_000
const COMPANIES_MAX = 20_000
/** Titles that are looked at to tell how jobs of one key are called. */
const TITLES_LOOKED_AT = 5

interface Row {
  readonly id: number
  readonly titleKey: string
  readonly companyKey: string
  readonly company: string
  readonly city: string | null
}

export interface Names {
  readonly titles: readonly Entry[]
  readonly companies: readonly Entry[]
  /** Every city that a job names first. */
  readonly cities: ReadonlySet<string>
}

/** How titles are shown, by key; kept from one reading to the next. */
export type ShownTitles = Map<string, string>

/** The most frequent titles and companies of the open jobs, in steps of a few milliseconds (some seconds in all for half a million
 *  jobs). Jobs with one title or company key count together; a company is shown by its shortest name, which the longer ones contain. */
export function* readNames(db: Database, shown: ShownTitles): Generator<undefined, Names> {
  const titles = new Map<string, number>()
  const companies = new Map<string, { name: string; jobs: number }>()
  const cities = new Set<string>()
  for (const row of openJobs(db)) {
    if (row === undefined) {
      yield
      continue
    }
    const { titleKey, companyKey, company, city } = row
    if (titleKey !== '') titles.set(titleKey, (titles.get(titleKey) ?? 0) + 1)
    if (city !== null) cities.add(city)
    if (companyKey === '') continue
    const known = companies.get(companyKey)
    if (known === undefined) companies.set(companyKey, { name: company.trim(), jobs: 1 })
    else {
      known.jobs += 1
      if (company.trim().length < known.name.length) known.name = company.trim()
    }
  }
  const most = yield* mostOf(companies, { countOf: ({ jobs }) => jobs, most: COMPANIES_MAX })
  return {
    titles: yield* titleEntries(db, yield* mostOf(titles, { countOf: (jobs) => jobs, most: TITLES_MAX }), shown),
    companies: most.map(([, { name, jobs }]) => ({ kind: 'company', value: name, jobs, spellings: [name] })),
    cities,
  }
}

/** Row by row; undefined where the caller may pause. */
function* openJobs(db: Database): Generator<Row | undefined> {
  const page = db.raw.prepare<[number, number], Row>(
    `select id, title_key as titleKey, company_key as companyKey, company, city
     from job where id > ? and closed_at is null order by id limit ?`,
  )
  let last = 0
  for (;;) {
    const rows = page.all(last, ROWS_AT_ONCE)
    yield* rows
    if (rows.length < ROWS_AT_ONCE) return
    last = rows.at(-1)?.id ?? last
    yield undefined
  }
}

function* titleEntries(
  db: Database,
  counted: readonly (readonly [key: string, jobs: number])[],
  shown: ShownTitles,
): Generator<undefined, Entry[]> {
  const titlesOf = db.raw
    .prepare<[string, number], string>('select title from job where title_key = ? and closed_at is null limit ?')
    .pluck()
  const entries: Entry[] = []
  const before = new Map(shown)
  shown.clear()
  for (const [key, jobs] of counted) {
    let value = before.get(key) ?? null
    if (value === null) {
      value = shownTitle(titlesOf.all(key, TITLES_LOOKED_AT), key)
      yield
    }
    // The jobs of a key may have gone since they were counted.
    if (value === null) continue
    shown.set(key, value)
    entries.push({ kind: 'title', value, jobs, spellings: [value] })
  }
  return entries
}
