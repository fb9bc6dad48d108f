import { setImmediate as nextTurn } from 'node:timers/promises'
import { COUNTRY_CODES } from '#shared/countries.ts'
import { COUNTED_FACTS, type CountedFact } from '#shared/coverage.ts'
import type { Database } from '../../../infra/db/driver.ts'
import { countryToken, sourceToken } from '../search/filter-tokens.ts'
import { quote } from '../search/rule.ts'

/** The open jobs in columns, by ascending id: half a million of them are some MB. A job's place is its ordinal. */
export interface OpenJobs {
  readonly ids: Float64Array
  /** When each was first seen, UTC ms. */
  readonly seenAt: Float64Array
  /** What holds for each, as a sum of `MARKS`. */
  readonly marks: Uint8Array
  /** Which facts each says: bit n is fact n of COUNTED_FACTS. */
  readonly facts: Uint16Array
  /** The ordinals of the jobs in each country and of each source. */
  readonly countries: ReadonlyMap<string, Uint32Array>
  readonly sources: ReadonlyMap<string, Uint32Array>
}

export const MARKS = { visaWords: 1, offersVisa: 2, salary: 4 } as const

const IS_SAID: Readonly<Record<CountedFact, string>> = {
  visa: `visa <> 'unstated'`,
  salary: 'coalesce(salary_eur_max, salary_eur_min) is not null',
  city: 'city is not null',
  country: 'country_code is not null',
  workplace: `workplace <> 'unknown'`,
  seniority: `seniority <> 'unknown'`,
  roleFamily: `role_family <> 'other'`,
  employmentType: 'employment_type is not null',
  skills: 'skill_count > 0',
  language: 'language is not null',
  closesAt: 'closes_at is not null',
}
const FACTS = COUNTED_FACTS.map((fact, bit) => `(${IS_SAID[fact]}) * ${2 ** bit}`).join(' + ')

/** Rows read in one go, and other work has its turn after them: some five milliseconds. */
const ROWS_AT_ONCE = 2000

type JobColumns = [id: number, seenAt: number, visa: string, hasSalary: number, isOpen: number, facts: number]

/** Reads them a part at a time, without holding up anything else. Countries and sources come from the index, which has every country of
 *  a job: its texts, which lie between its other facts, need not be touched. What is written meanwhile may be in it or not. */
export async function readOpenJobs(database: Database): Promise<OpenJobs> {
  const { raw } = database
  const rows = raw
    .prepare<[number, number], JobColumns>(
      `select id, first_seen_at, visa, coalesce(salary_eur_max, salary_eur_min) is not null, closed_at is null, ${FACTS}
       from job where id > ? order by id limit ?`,
    )
    .raw()
  const open: { ids: number[]; seenAt: number[]; marks: number[]; facts: number[] } = {
    ids: [],
    seenAt: [],
    marks: [],
    facts: [],
  }
  for (let last = 0, part = rows.all(last, ROWS_AT_ONCE); part.length > 0; part = rows.all(last, ROWS_AT_ONCE)) {
    for (const [id, seenAt, visa, hasSalary, isOpen, facts] of part) {
      last = id
      if (isOpen === 0) continue
      open.ids.push(id)
      open.seenAt.push(seenAt)
      open.marks.push(marksOf(visa, hasSalary === 1))
      open.facts.push(facts)
    }
    await nextTurn()
  }
  const ids = Float64Array.from(open.ids)
  const ordinalsUnder = createOrdinalReader(database, ids)
  return {
    ids,
    seenAt: Float64Array.from(open.seenAt),
    marks: Uint8Array.from(open.marks),
    facts: Uint16Array.from(open.facts),
    countries: await columnsOf(COUNTRY_CODES, (code) => ordinalsUnder(countryToken(code))),
    sources: await columnsOf(sourceIds(database), (id) => ordinalsUnder(sourceToken(id))),
  }
}

function marksOf(visa: string, hasSalary: boolean): number {
  const words = visa === 'unstated' ? 0 : MARKS.visaWords
  return words + (visa === 'offers' ? MARKS.offersVisa : 0) + (hasSalary ? MARKS.salary : 0)
}

/** The sources that have postings, each found by one step in the index. */
function sourceIds({ raw }: Database): string[] {
  return raw
    .prepare<[], string>(
      `with recursive source (id) as (
         select min(source_id) from posting
         union all select (select min(source_id) from posting where source_id > source.id) from source where source.id is not null
       ) select id from source where id is not null`,
    )
    .pluck()
    .all()
}

async function columnsOf(
  values: Iterable<string>,
  read: (value: string) => Promise<Uint32Array>,
): Promise<Map<string, Uint32Array>> {
  const columns = new Map<string, Uint32Array>()
  for (const value of values) {
    const ordinals = await read(value)
    if (ordinals.length > 0) columns.set(value, ordinals)
  }
  return columns
}

/** Finds the jobs of a filter token among those of `ids`. */
function createOrdinalReader({ raw }: Database, ids: Float64Array): (token: string) => Promise<Uint32Array> {
  const rowids = raw
    .prepare<[string, bigint, number], number>(
      'select rowid from job_fts where job_fts match ? and rowid > ? order by rowid limit ?',
    )
    .pluck()
  return async (token) => {
    const ordinals: number[] = []
    let at = 0
    for (let last = 0n; ;) {
      const part = rowids.all(quote(token), last, ROWS_AT_ONCE)
      for (const id of part) {
        while (at < ids.length && (ids[at] ?? 0) < id) at += 1
        if (ids[at] === id) ordinals.push(at)
      }
      if (part.length < ROWS_AT_ONCE) return Uint32Array.from(ordinals)
      last = BigInt(part.at(-1) ?? 0)
      await nextTurn()
    }
  }
}
