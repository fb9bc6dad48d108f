import { setImmediate as nextTurn } from 'node:timers/promises'
import skillTable from '#resources/skills.json' with { type: 'json' }
import type { Database } from '#main/infra/db/driver.ts'
import type { JobsService } from '../jobs.service.ts'
import { skillToken } from '../search/filter-tokens.ts'
import { ordinalOf } from '../search/columns.ts'
import { medianOf, mostFrequent } from './figures.ts'

/** Rows read in one go, and other work has its turn after them: a few milliseconds. */
const ROWS_AT_ONCE = 1000
/** Skills counted in one go. */
const SKILLS_AT_ONCE = 8
const SHOWN = 5

/** What the jobs were like that were first seen in a stretch of time. Shares are of the jobs that say; null when none does. */
export interface MarketNote {
  readonly newJobs: number
  readonly newJobsBefore: number
  readonly offersVisaShare: number | null
  readonly medianYearEur: number | null
  readonly countries: { value: string; count: number }[]
  readonly skills: { value: string; count: number }[]
}

export interface MarketService {
  /** Of jobs first seen after `after` and up to `until` (UTC ms); `newJobsBefore` counts those after `before`, up to `after`. In turns. */
  readonly note: (range: { before: number; after: number; until: number }) => Promise<MarketNote>
}

interface SeenRow {
  readonly id: number
  readonly firstSeenAt: number
  readonly visa: string
  readonly country: string | null
  readonly least: number | null
  readonly most: number | null
}

export interface MarketOptions {
  readonly database: Pick<Database, 'raw'>
  readonly jobs: Pick<JobsService, 'columns' | 'columnsReady'>
}

export function createMarketService({ database: { raw }, jobs }: MarketOptions): MarketService {
  const rows = raw.prepare<[number, number, number, number], SeenRow>(
    `select id, first_seen_at as firstSeenAt, visa, country_code as country, salary_eur_min as least, salary_eur_max as most
     from job where (first_seen_at, id) > (?, ?) and first_seen_at <= ? order by first_seen_at, id limit ?`,
  )
  const ids = raw.prepare<[number, number, number, number], { id: number; firstSeenAt: number }>(
    `select id, first_seen_at as firstSeenAt from job
     where (first_seen_at, id) > (?, ?) and first_seen_at <= ? order by first_seen_at, id limit ?`,
  )

  async function each<Row extends { id: number; firstSeenAt: number }>(
    read: (last: Pick<SeenRow, 'id' | 'firstSeenAt'>) => Row[],
    { after, take }: { after: number; take: (row: Row) => void },
  ): Promise<void> {
    let last: Pick<SeenRow, 'id' | 'firstSeenAt'> = { firstSeenAt: after, id: Number.MAX_SAFE_INTEGER }
    for (;;) {
      const part = read(last)
      for (const row of part) take(row)
      last = part.at(-1) ?? last
      if (part.length < ROWS_AT_ONCE) return
      await nextTurn()
    }
  }

  /** How many of the jobs name each skill, from the columns that the search keeps. */
  async function skillCounts(jobIds: readonly number[]): Promise<Map<string, number>> {
    await jobs.columnsReady()
    const columns = jobs.columns()
    const isMeant = new Uint8Array(columns.jobIds.length)
    const counts = new Map<string, number>()
    const changed: ReadonlySet<string>[] = []
    for (const [index, id] of jobIds.entries()) {
      const now = columns.changed.get(id)
      const ordinal = ordinalOf(columns.jobIds, id)
      if (now !== undefined) changed.push(...(now === null ? [] : [now]))
      else if (ordinal >= 0) isMeant[ordinal] = 1
      if (index % ROWS_AT_ONCE === 0) await nextTurn()
    }
    for (const [index, { name }] of skillTable.skills.entries()) {
      const token = skillToken(name)
      let count = changed.filter((tokens) => tokens.has(token)).length
      for (const ordinal of columns.ordinalsOf(token)) count += isMeant[ordinal] ?? 0
      if (count > 0) counts.set(name, count)
      if (index % SKILLS_AT_ONCE === 0) await nextTurn()
    }
    return counts
  }

  return {
    note: async ({ before, after, until }) => {
      let newJobsBefore = 0
      const countBefore = () => {
        newJobsBefore += 1
      }
      await each((last) => ids.all(last.firstSeenAt, last.id, after, ROWS_AT_ONCE), {
        after: before,
        take: countBefore,
      })
      const jobIds: number[] = []
      const pays = new Map<number, number>()
      const countries = new Map<string, number>()
      let [saysVisa, offersVisa] = [0, 0]
      const take = ({ id, visa, country, least, most }: SeenRow) => {
        jobIds.push(id)
        if (visa !== 'unstated') saysVisa += 1
        if (visa === 'offers') offersVisa += 1
        if (country !== null) countOne(countries, country)
        const [low, high] = [least ?? most, most ?? least]
        if (low !== null && high !== null) countOne(pays, (low + high) / 2)
      }
      await each((last) => rows.all(last.firstSeenAt, last.id, until, ROWS_AT_ONCE), { after, take })
      const skills = jobIds.length === 0 ? new Map<string, number>() : await skillCounts(jobIds)
      return {
        newJobs: jobIds.length,
        newJobsBefore,
        offersVisaShare: saysVisa === 0 ? null : offersVisa / saysVisa,
        medianYearEur: medianOf(pays),
        countries: mostFrequent(countries, SHOWN),
        skills: mostFrequent(skills, SHOWN),
      }
    },
  }
}

function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
