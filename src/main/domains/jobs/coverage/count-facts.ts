import { setImmediate as nextTurn } from 'node:timers/promises'
import { COUNTED_FACTS, type DataQuality, type FactCounts, factCountsSchema } from '#shared/coverage.ts'
import { CORRECTABLE_FACTS } from '#shared/facts.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { CountOptions } from './count-coverage.ts'
import type { OpenJobs } from './open-jobs.ts'

/** How many of the open jobs say each fact, in all and by source, in parts of some milliseconds; and of all jobs who read them and what
 *  the user put right. */
export async function countFacts(
  database: Database,
  jobs: OpenJobs,
  { now, sourceName }: CountOptions,
): Promise<DataQuality> {
  const bySource: DataQuality['bySource'] = []
  for (const [sourceId, ordinals] of jobs.sources) {
    await nextTurn()
    bySource.push({ sourceId, sourceName: sourceName(sourceId), ...factsOf(jobs, ordinals) })
  }
  await nextTurn()
  return {
    total: factsOf(jobs, null),
    bySource: bySource.toSorted((left, right) => right.jobs - left.jobs || (left.sourceId < right.sourceId ? -1 : 1)),
    byReader: database.raw
      .prepare<[], DataQuality['byReader'][number]>(
        'select reader_version as readerVersion, count(*) as jobs from job group by reader_version order by reader_version desc',
      )
      .all(),
    corrected: correctedIn(database),
    asOf: now,
  }
}

/** Of some ordinals, or (null) of all. */
function factsOf({ facts }: OpenJobs, ordinals: Uint32Array | null): FactCounts {
  const kinds = new Uint32Array(2 ** COUNTED_FACTS.length)
  const length = ordinals?.length ?? facts.length
  for (let index = 0; index < length; index += 1) {
    const kind = facts[ordinals === null ? index : (ordinals[index] ?? 0)] ?? 0
    kinds[kind] = (kinds[kind] ?? 0) + 1
  }
  const having = (bit: number): number =>
    kinds.reduce((sum, jobs, kind) => ((kind & (1 << bit)) === 0 ? sum : sum + jobs), 0)
  const said = Object.fromEntries(COUNTED_FACTS.map((fact, bit) => [fact, having(bit)]))
  return factCountsSchema.parse({ jobs: length, with: said })
}

function correctedIn({ raw }: Database): DataQuality['corrected'] {
  const counts = new Map(
    raw.prepare<[], [string, number]>('select field, count(*) from job_correction group by field').raw().all(),
  )
  return CORRECTABLE_FACTS.flatMap((field) => {
    const jobs = counts.get(field)
    return jobs === undefined ? [] : [{ field, jobs }]
  })
}
