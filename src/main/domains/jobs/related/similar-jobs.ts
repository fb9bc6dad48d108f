import type { RoleFamily, Seniority, Workplace } from '#shared/facts.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { SimilarJob } from '#shared/jobs.ts'
import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { parseFacts } from '../facts-json.ts'
import { readListItems } from '../search/list-items.ts'
import { Statements } from '../search/statements.ts'
import { findCandidates, type SearchedJob } from './find-candidates.ts'
import { type Likeness, likenessOf } from './likeness.ts'
import { createWordShares } from './word-shares.ts'

/** So many are compared by what their row says, and the best of them by everything. */
const LOOKED_AT_MAX = 240
const COMPARED_MAX = 70
/** What it is worth that one more way of looking came upon a job, before its skills are known. */
const WORTH_OF_A_WAY = 0.08
const LEAST_LIKENESS = 0.45
const PER_COMPANY_MAX = 2

interface ComparedRow {
  readonly id: number
  readonly title: string
  readonly titleKey: string
  readonly companyKey: string
  readonly placeKey: string
  readonly city: string | null
  readonly countryCode: string | null
  readonly workplace: Workplace
  readonly seniority: Seniority
  readonly roleFamily: RoleFamily
  readonly closedAt: number | null
  readonly hiddenAt: number | null
  readonly repostOf: number | null
}

interface Scored extends Likeness {
  readonly row: ComparedRow
}

export interface SimilarJobs {
  /** The jobs most like this one, most first; null when there is no such job. Left out are closed and hidden ones, those of the same
   *  employer, and earlier or later openings of the same. */
  readonly of: (id: JobId, limit: number) => SimilarJob[] | null
}

export function createSimilarJobs(database: Database, clock: Clock): SimilarJobs {
  const statements = new Statements(database)
  const shares = createWordShares(database, clock)
  const read: SqliteStatement<[number], ComparedRow> = database.raw.prepare(
    `select j.id, j.title, j.title_key as titleKey, j.company_key as companyKey, j.place_key as placeKey, j.city,
     j.country_code as countryCode, j.workplace, j.seniority, j.role_family as roleFamily, j.closed_at as closedAt,
     j.repost_of as repostOf, m.hidden_at as hiddenAt
     from job j left join job_mark m on m.job_id = j.id where j.id = ?`,
  )
  const readFacts = database.raw.prepare<[number], string>('select facts from job_text where job_id = ?').pluck()
  // A skill that every job names tells nothing, one in a hundred tells much.
  const skillWeight = (name: string) => Math.log(1 / Math.max(shares.ofSkill(name), 0.001)) + 0.5

  /** With its skills and all its places; a text of thousands of letters has to be stepped over to get at them. */
  function inFull(row: ComparedRow): SearchedJob {
    const json = readFacts.get(row.id)
    if (json === undefined) return byItsRow(row)
    const { skills, places } = parseFacts(json)
    return { ...byItsRow(row), skills: skills.map(({ name }) => name), places }
  }

  function scoredCandidates(mine: ComparedRow): Scored[] {
    const job = inFull(mine)
    const brief = byItsRow(mine)
    return findCandidates(statements, job, { shares, limit: LOOKED_AT_MAX })
      .flatMap(({ id, ways }) => {
        const row = read.get(id)
        if (row === undefined || !isAnother(mine, row)) return []
        return [{ row, promise: likenessOf(brief, byItsRow(row), skillWeight).score + ways * WORTH_OF_A_WAY }]
      })
      .sort((a, b) => b.promise - a.promise || b.row.id - a.row.id)
      .slice(0, COMPARED_MAX)
      .map(({ row }) => ({ row, ...likenessOf(job, inFull(row), skillWeight) }))
      .filter(({ score }) => score >= LEAST_LIKENESS)
      .sort((a, b) => b.score - a.score || b.row.id - a.row.id)
  }

  return {
    of: (id, limit) => {
      const mine = read.get(id)
      if (mine === undefined) return null
      const chosen = fewPerCompany(scoredCandidates(mine)).slice(0, limit)
      const items = new Map(readListItems(database, idsOf(chosen)).map((item) => [item.id, item]))
      return chosen.flatMap(({ row, reasons }) => {
        const job = items.get(jobIdSchema.parse(row.id))
        return job === undefined ? [] : [{ job, reasons: [...reasons] }]
      })
    },
  }
}

function idsOf(scored: readonly Scored[]): number[] {
  return scored.map(({ row }) => row.id)
}

/** Whether it is worth showing beside `mine` at all. */
function isAnother(mine: ComparedRow, other: ComparedRow): boolean {
  if (other.id === mine.id || other.closedAt !== null || other.hiddenAt !== null) return false
  if (other.repostOf === mine.id || mine.repostOf === other.id) return false
  return mine.companyKey === '' || other.companyKey !== mine.companyKey
}

/** The first few of each employer: one that advertises a job in ten towns does not fill the list. */
function fewPerCompany(scored: readonly Scored[]): Scored[] {
  const counts = new Map<string, number>()
  return scored.filter(({ row: { companyKey } }) => {
    if (companyKey === '') return true
    const count = (counts.get(companyKey) ?? 0) + 1
    counts.set(companyKey, count)
    return count <= PER_COMPANY_MAX
  })
}

function byItsRow(row: ComparedRow): SearchedJob {
  const { title, titleKey, placeKey, seniority, roleFamily, workplace, city, countryCode } = row
  const places = city === null && countryCode === null ? [] : [{ city, countryCode }]
  return { title, titleKey, placeKey, skills: [], seniority, roleFamily, places, workplace }
}
