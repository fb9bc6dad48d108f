import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '#main/infra/db/driver.ts'
import { wakeReaders } from '#main/domains/jobs/enrich/wake-readers.ts'
import { corpusOf, type CorpusPosting } from './corpus.ts'
import { fill } from './ingest.bench.ts'

const ARRIVALS = 500
/** So many more follow, when code and pages are warm: what a large run, or filling a profile, goes on at. */
const FOLLOWING = 4_500

/** What one run brings, against all that is stored: how long it takes and how long the event loop is held up meanwhile. The first
 *  postings find nothing loaded and nothing in memory, as after a start. Prints figures; judges nothing. */
export async function runArrivalsBench(options: {
  root: string
  dir: string
  count: number
  database: Database
  print: (line: string) => void
}): Promise<void> {
  const { root, dir, count, database, print } = options
  const corpus = corpusOf(root, { count: ARRIVALS + FOLLOWING, start: nextArrival(database, count), dir })
  const all: CorpusPosting[] = []
  for await (const posting of corpus.postings()) all.push(posting)
  const postings = all.slice(0, ARRIVALS)
  const stored = Number(database.raw.prepare('select count(*) from posting').pluck().get())
  print(`arrivals: ${postings.length} postings against ${stored} stored`)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const begun = performance.now()
  await wakeReaders()
  const wokenMs = performance.now() - begun
  const heldWhileWaking = delay.max
  delay.reset()
  const done = await fill({ database, postings: eachOf(postings), rest: nextTurn })
  delay.disable()
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1)
  print(
    `  readers awake after ${(wokenMs / 1000).toFixed(2)} s (event loop held up at most ${ms(heldWhileWaking)} ms); stored in ${done.seconds.toFixed(2)} s (${done.jobs} jobs, ${done.duplicates} duplicates), of which reading ${done.prepareSeconds.toFixed(2)} s; ` +
      `a batch in p50 ${done.commitP50Ms.toFixed(1)} / p95 ${done.commitP95Ms.toFixed(1)} ms`,
  )
  print(
    `  event loop held up p50 ${ms(delay.percentile(50))} / p99 ${ms(delay.percentile(99))} / longest ${ms(delay.max)} ms`,
  )
  const rest = await fill({ database, postings: eachOf(all.slice(ARRIVALS)) })
  print(
    `  ${rest.postings} more at ${Math.round(rest.postings / rest.seconds)}/s end to end, of which reading ${rest.prepareSeconds.toFixed(2)} of ${rest.seconds.toFixed(2)} s; ` +
      `a batch in p50 ${rest.commitP50Ms.toFixed(1)} / p95 ${rest.commitP95Ms.toFixed(1)} ms`,
  )
}

/** Arrivals of an earlier measurement are not new any more. */
function nextArrival(database: Database, count: number): number {
  const last = Number(
    database.raw
      .prepare(
        "select max(cast(substr(source_posting_id, 2) as integer)) from posting where source_posting_id glob 'p[0-9]*'",
      )
      .pluck()
      .get(),
  )
  return Math.max(count, last)
}

async function* eachOf(postings: readonly CorpusPosting[]): AsyncGenerator<CorpusPosting> {
  yield* postings
}
