import type { SourceId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'

/** Enough to tell a source that always has something from one that now and then has nothing. */
const EARLIER_READINGS = 10
/** A reading that came to the source's end without a problem, under the plan key that is asked for. */
const WHOLE = `state = 'ok' and problem is null and coalesce(json_extract(checkpoint, '$.isDone'), 0) = 1
  and coalesce(json_extract(checkpoint, '$.planKey'), '') = ?`
/** Runs follow each other, so that rows are in the order of their time; the index of the sources has them in it. */
export const NEWEST_FIRST = 'order by rowid desc'

/** What earlier runs made of a source. */
export function createSourceHistory({ raw }: Database) {
  const readings = raw
    .prepare<[string], number>(
      `select count(*) from run_source where source_id = ? and requests > 0 and finished_at is not null`,
    )
    .pluck()
  const lastWhole = raw
    .prepare<[string, string], number>(
      `select started_at from run_source where source_id = ? and ${WHOLE} ${NEWEST_FIRST} limit 1`,
    )
    .pluck()
  const lastWasWhole = raw
    .prepare<[string, string], number>(
      `select ${WHOLE} from run_source
       where source_id = ? and requests > 0 and finished_at is not null ${NEWEST_FIRST} limit 1`,
    )
    .pluck()
  const lastStart = raw
    .prepare<[string], number>(
      `select started_at from run_source where source_id = ? and requests > 0 ${NEWEST_FIRST} limit 1`,
    )
    .pluck()
  const earlierFound = raw
    .prepare<[string, string, number], number>(
      `select found from run_source where source_id = ? and json_extract(checkpoint, '$.planKey') = ?
       and (found > 0 or state = 'empty') and state in ('ok', 'empty') and finished_at is not null
       and coalesce(problem, '') <> 'drift' ${NEWEST_FIRST} limit ?`,
    )
    .pluck()
  const lastSuccess = raw
    .prepare<[string], number>(
      `select finished_at from run_source where source_id = ? and state = 'ok' ${NEWEST_FIRST} limit 1`,
    )
    .pluck()

  return {
    /** How many ended runs asked the source anything. */
    readings: (sourceId: SourceId): number => readings.get(sourceId) ?? 0,
    /** The start of the last reading under this plan that came to the source's end without a problem; null when there was none. */
    lastWholeReadingAt: (sourceId: SourceId, planKey: string): number | null =>
      lastWhole.get(sourceId, planKey) ?? null,
    /** Whether the last reading of the source was one of these: only then is a page of known postings followed by known ones. */
    wasLastWhole: (sourceId: SourceId, planKey: string): boolean => lastWasWhole.get(planKey, sourceId) === 1,
    /** When the source was last begun and asked for something, whatever came of it. */
    lastStartOf: (sourceId: SourceId): number | null => lastStart.get(sourceId) ?? null,
    /** What the last readings of a source under this plan found, newest first, without those flagged as drift and those that were
     *  told that nothing has changed. */
    earlierFound: (sourceId: SourceId, planKey: string): number[] =>
      earlierFound.all(sourceId, planKey, EARLIER_READINGS),
    lastSuccessAt: (sourceId: SourceId): number | null => lastSuccess.get(sourceId) ?? null,
  }
}
