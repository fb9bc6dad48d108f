import type { Database } from '#main/infra/db/driver.ts'
import { createJobParts } from '#main/domains/jobs/pipeline/job-parts.ts'
import { createJobStore } from '#main/domains/jobs/pipeline/job-store.ts'
import { type PreparedItem, prepareItem } from '#main/domains/jobs/pipeline/prepare.ts'
import { BATCH_SIZE } from '#main/domains/jobs/runs/collect-source.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import type { CorpusPosting } from './corpus.ts'
import { percentile } from './figures.ts'

const TOLD_EVERY = 10_000

export interface IngestFigures {
  readonly postings: number
  readonly jobs: number
  readonly duplicates: number
  readonly rejected: number
  readonly seconds: number
  readonly prepareSeconds: number
  readonly commitP50Ms: number
  readonly commitP95Ms: number
}

/** Everything a posting goes through but the network: normalise, sanitise, read, compare, store, index. `rest` is awaited after each
 *  posting, as a run gives the event loop its turn. */
export async function fill(options: {
  database: Database
  postings: AsyncIterable<CorpusPosting>
  onProgress?: (postings: number, perSecond: number) => void
  rest?: () => Promise<void>
}): Promise<IngestFigures> {
  const { database, postings, onProgress, rest } = options
  const store = createJobStore({
    database,
    clock: systemClock,
    parts: createJobParts(database),
    sourceName: (id) => id,
  })
  const commits: number[] = []
  const totals = { postings: 0, jobs: 0, duplicates: 0, rejected: 0, prepareMs: 0 }
  const startedAt = performance.now()
  const bySource = new Map<string, PreparedItem[]>()

  const commit = (sourceId: string, items: readonly PreparedItem[]): void => {
    const begun = performance.now()
    const { counts } = store.commit({
      sourceId,
      items,
      scope: null,
      closing: null,
      isRepeatable: true,
      maxNew: Number.MAX_SAFE_INTEGER,
      alsoWrite: () => undefined,
    })
    commits.push(performance.now() - begun)
    totals.jobs += counts.new
    totals.duplicates += counts.duplicate
    totals.rejected += counts.rejected
  }

  let toldAt = startedAt
  for await (const { sourceId, raw } of postings) {
    const begun = performance.now()
    const item = prepareItem({ ok: true, posting: raw }, { sourceId, now: Date.now(), isKnown: store.isKnown })
    totals.prepareMs += performance.now() - begun
    totals.postings += 1
    const batch = bySource.get(sourceId) ?? []
    batch.push(item)
    bySource.set(sourceId, batch)
    if (batch.length === BATCH_SIZE) {
      await rest?.()
      commit(sourceId, batch)
      bySource.set(sourceId, [])
    }
    await rest?.()
    if (totals.postings % TOLD_EVERY > 0) continue
    onProgress?.(totals.postings, (TOLD_EVERY * 1000) / (performance.now() - toldAt))
    toldAt = performance.now()
  }
  for (const [sourceId, batch] of bySource) {
    if (batch.length > 0) commit(sourceId, batch)
    await rest?.()
  }

  const { prepareMs, ...counts } = totals
  return {
    ...counts,
    seconds: (performance.now() - startedAt) / 1000,
    prepareSeconds: prepareMs / 1000,
    commitP50Ms: percentile(commits, 50),
    commitP95Ms: percentile(commits, 95),
  }
}
