import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DedupMetrics } from '#shared/dedup.ts'
import type { SourceId } from '#shared/ids.ts'
import type { DEDUP_LAYERS } from '#shared/jobs.ts'
import type { Database } from '../../../infra/db/driver.ts'

/** Postings looked at between two turns of the event loop: some milliseconds. */
const AT_ONCE = 5000

interface MergedRow {
  readonly layer: Exclude<(typeof DEDUP_LAYERS)[number], 'first'>
  readonly first: SourceId
  readonly again: SourceId
  readonly postings: number
}

/** Counts from the data what deduplication has done, in small parts. */
export async function countMerges(database: Database, sourceName: (id: SourceId) => string): Promise<DedupMetrics> {
  const { raw } = database
  const range = raw.prepare<[number, number], { lastId: number | null; postings: number }>(
    'select max(id) as lastId, count(*) as postings from (select id from posting where id > ? order by id limit ?)',
  )
  const merged = raw.prepare<[number, number], MergedRow>(
    `select p.layer, f.source_id as first, p.source_id as again, count(*) as postings
     from posting p join posting f on f.job_id = p.job_id and f.layer = 'first'
     where p.id > ? and p.id <= ? and p.layer <> 'first' group by 1, 2, 3`,
  )
  const byLayer = { url: 0, fingerprint: 0, fuzzy: 0, user: 0 }
  const pairs = new Map<string, { first: SourceId; again: SourceId; postings: number }>()
  let postings = 0
  for (let after = 0; ;) {
    const part = range.get(after, AT_ONCE)
    if (part === undefined || part.lastId === null) break
    postings += part.postings
    for (const row of merged.all(after, part.lastId)) {
      byLayer[row.layer] += row.postings
      const key = `${row.first}\n${row.again}`
      const { first, again } = row
      pairs.set(key, { first, again, postings: (pairs.get(key)?.postings ?? 0) + row.postings })
    }
    after = part.lastId
    await nextTurn()
  }
  const totals = readTotals(database)
  return {
    ...totals,
    postings,
    postingsPerJob: totals.jobs === 0 ? 1 : postings / totals.jobs,
    byLayer,
    bySources: [...pairs.values()]
      .toSorted((a, b) => b.postings - a.postings || (a.first < b.first ? -1 : 1))
      .map((pair) => ({ ...pair, firstName: sourceName(pair.first), againName: sourceName(pair.again) })),
  }
}

function readTotals({ raw }: Database): Pick<DedupMetrics, 'jobs' | 'reposts' | 'separated' | 'joined'> {
  const count = (sql: string) => Number(raw.prepare(sql).pluck().get())
  return {
    jobs: count('select count(*) from job'),
    reposts: count('select count(*) from job where repost_of is not null'),
    separated: count(`select count(*) from dedup_verdict where verdict = 'different'`),
    joined: count(`select count(*) from dedup_verdict where verdict = 'same'`),
  }
}
