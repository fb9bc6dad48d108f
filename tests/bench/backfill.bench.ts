import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createBackfillTask } from '#main/domains/jobs/dedup/backfill.task.ts'
import { createOpeningFinder } from '#main/domains/jobs/pipeline/find-opening.ts'
import { createJobLinks } from '#main/domains/jobs/pipeline/job-links.ts'
import { createJobParts } from '#main/domains/jobs/pipeline/job-parts.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { createLog } from '#main/infra/log/log.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { taskIdSchema } from '#shared/ids.ts'

/** Looks for duplicates among all stored jobs, is stopped half way and goes on. Prints figures; judges nothing. */
export async function runBackfillBench(options: { database: Database; print: (line: string) => void }): Promise<void> {
  const { database, print } = options
  const parts = createJobParts(database)
  const sourceName = (id: string) => id
  const task = createBackfillTask({
    database,
    log: createLog({ dir: null, level: 'silent' }),
    parts,
    openings: createOpeningFinder({ database, sourceName }),
    links: createJobLinks({ database, parts, clock: systemClock }),
    onProgress: () => undefined,
  })
  const total = Number(database.raw.prepare('select count(*) from job').pluck().get())
  print(`backfill: ${total} jobs`)
  let at: unknown = { cursor: 0, total, done: 0, merged: 0, linked: 0 }
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const begun = performance.now()
  const stop = new AbortController()
  const part = async (signal: AbortSignal, isOver: (done: number) => void) =>
    await task.run(at, {
      signal,
      taskId: taskIdSchema.parse('bench'),
      assertLeader: () => undefined,
      progressed: () => undefined,
      remember: (payload: unknown) => {
        at = payload
        if (typeof payload === 'object' && payload !== null && 'done' in payload) isOver(Number(payload.done))
      },
    })
  try {
    await part(stop.signal, (done) => {
      if (done >= total / 2) stop.abort()
    })
  } catch (error) {
    if (!stop.signal.aborted) throw error
  }
  await part(new AbortController().signal, () => undefined)
  const seconds = (performance.now() - begun) / 1000
  delay.disable()
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1)
  print(
    `  stopped half way, gone on with; ${seconds.toFixed(1)} s, ${Math.round(total / seconds)} decisions/s; ${JSON.stringify(at)}`,
  )
  print(
    `  event loop held up p50 ${ms(delay.percentile(50))} / p99 ${ms(delay.percentile(99))} / longest ${ms(delay.max)} ms`,
  )
}
