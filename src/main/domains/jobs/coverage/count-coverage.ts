import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Coverage, CoverageRow } from '#shared/coverage.ts'
import type { SourceId } from '#shared/ids.ts'
import { EU_COUNTRIES } from './eu-countries.ts'
import { MARKS, type OpenJobs } from './open-jobs.ts'

const WEEKS_SHOWN = 26
const WEEK_MS = 7 * 86_400_000
/** The first Monday of the epoch: 5 January 1970, 00:00 UTC. */
const FIRST_MONDAY_MS = 4 * 86_400_000

export interface CountOptions {
  readonly now: number
  readonly sourceName: (id: SourceId) => string
}

/** What the open jobs cover, from their columns. Goes over half a million of them several times, in parts of some milliseconds, and
 *  other work has its turn between them. */
export async function countCoverage(jobs: OpenJobs, { now, sourceName }: CountOptions): Promise<Coverage> {
  const count = createCounter(jobs)
  await nextTurn()
  const { groups, groupOf } = await groupBySources(jobs)
  const isAlone = Uint8Array.from(groups, ({ length }) => (length === 1 ? 1 : 0))
  const bySource: Coverage['bySource'] = []
  for (const [sourceId, ordinals] of jobs.sources) {
    await nextTurn()
    let [onlyHere, newestAt] = [0, 0]
    for (let index = 0; index < ordinals.length; index += 1) {
      const job = ordinals[index] ?? 0
      onlyHere += isAlone[groupOf[job] ?? 0] ?? 0
      newestAt = Math.max(newestAt, jobs.seenAt[job] ?? 0)
    }
    bySource.push({ sourceId, sourceName: sourceName(sourceId), ...count(ordinals), onlyHere, newestAt })
  }
  return {
    total: count(null),
    bySource: bySource.toSorted((left, right) => right.jobs - left.jobs || compare(left.sourceId, right.sourceId)),
    byCountry: await byCountry(jobs, count),
    byWeek: await byWeek(jobs, { count, now }),
    overlaps: overlapsOf(groups, groupOf),
    asOf: now,
  }
}

/** Counts the jobs of some ordinals, or (null) all of them. */
type Count = (ordinals: Uint32Array | null) => CoverageRow

const IN_EU = 8
const KINDS = 16

function createCounter({ marks, countries }: OpenJobs): Count {
  const kinds = marks.slice()
  for (const code of EU_COUNTRIES) {
    for (const job of countries.get(code) ?? []) kinds[job] = (kinds[job] ?? 0) | IN_EU
  }
  return (ordinals) => {
    const tally = new Uint32Array(KINDS)
    const length = ordinals?.length ?? kinds.length
    for (let index = 0; index < length; index += 1) {
      const kind = kinds[ordinals === null ? index : (ordinals[index] ?? 0)] ?? 0
      tally[kind] = (tally[kind] ?? 0) + 1
    }
    const having = (mark: number): number =>
      tally.reduce((sum, jobs, kind) => ((kind & mark) === 0 ? sum : sum + jobs), 0)
    return {
      jobs: length,
      inEu: having(IN_EU),
      withVisaWords: having(MARKS.visaWords),
      offersVisa: having(MARKS.offersVisa),
      withSalary: having(MARKS.salary),
    }
  }
}

/** Jobs of which no country is known stand under null. */
async function byCountry(jobs: OpenJobs, count: Count): Promise<Coverage['byCountry']> {
  await nextTurn()
  const isPlaced = new Uint8Array(jobs.ids.length)
  for (const ordinals of jobs.countries.values()) for (const job of ordinals) isPlaced[job] = 1
  const unplaced: number[] = []
  for (let job = 0; job < isPlaced.length; job += 1) if (isPlaced[job] === 0) unplaced.push(job)
  const rows: Coverage['byCountry'] = [{ countryCode: null, ...count(Uint32Array.from(unplaced)) }]
  for (const [countryCode, ordinals] of jobs.countries) {
    await nextTurn()
    rows.push({ countryCode, ...count(ordinals) })
  }
  return rows
    .filter((row) => row.jobs > 0)
    .toSorted((left, right) => right.jobs - left.jobs || compare(left.countryCode ?? '', right.countryCode ?? ''))
}

async function byWeek(
  { seenAt }: OpenJobs,
  { count, now }: { count: Count; now: number },
): Promise<Coverage['byWeek']> {
  await nextTurn()
  const first = weekOf(now) - WEEKS_SHOWN + 1
  const weeks = Array.from({ length: WEEKS_SHOWN }, (): number[] => [])
  for (let job = 0; job < seenAt.length; job += 1) weeks[weekOf(seenAt[job] ?? 0) - first]?.push(job)
  return weeks.map((ordinals, index) => ({
    weekStartsAt: FIRST_MONDAY_MS + (first + index) * WEEK_MS,
    ...count(Uint32Array.from(ordinals)),
  }))
}

/** Weeks since the first Monday of the epoch. */
function weekOf(instant: number): number {
  return Math.floor((instant - FIRST_MONDAY_MS) / WEEK_MS)
}

/** Jobs by the very sources that have them: of the many sets of sources that there could be only some occur. */
interface Groups {
  readonly groups: readonly (readonly string[])[]
  /** Of each job, by its ordinal. */
  readonly groupOf: Uint32Array
}

async function groupBySources({ ids, sources }: OpenJobs): Promise<Groups> {
  const groups: (readonly string[])[] = [[]]
  const groupOf = new Uint32Array(ids.length)
  for (const [source, ordinals] of sources) {
    await nextTurn()
    const widened: number[] = []
    for (let index = 0; index < ordinals.length; index += 1) {
      const job = ordinals[index] ?? 0
      const before = groupOf[job] ?? 0
      const after = widened[before] ?? groups.push([...(groups[before] ?? []), source]) - 1
      widened[before] = after
      groupOf[job] = after
    }
  }
  return { groups, groupOf }
}

function overlapsOf(groups: readonly (readonly string[])[], groupOf: Uint32Array): Coverage['overlaps'] {
  const sizes = new Uint32Array(groups.length)
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1
  const pairs = new Map<string, Coverage['overlaps'][number]>()
  for (const [group, sources] of groups.entries()) {
    const named = sources.toSorted(compare)
    for (const [index, first] of named.entries()) {
      for (const second of named.slice(index + 1)) {
        const key = `${first} ${second}`
        const jobs = (pairs.get(key)?.jobs ?? 0) + (sizes[group] ?? 0)
        if (jobs > 0) pairs.set(key, { first, second, jobs })
      }
    }
  }
  return [...pairs.values()].toSorted(
    (left, right) => right.jobs - left.jobs || compare(left.first, right.first) || compare(left.second, right.second),
  )
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
