import type { Database } from '#main/infra/db/driver.ts'
import type { ByteStore } from '#main/infra/files/byte-store.ts'
import type { Log } from '#main/infra/log/log.ts'
import { REMOVED_KEPT_MS } from '../purge.ts'
import type { PartTable } from './part-rows.ts'

const DAY_MS = 86_400_000
const SWEEP_EVERY_MS = DAY_MS / 4
/** Bytes are written before their row; what is younger may still get one. */
const BYTES_LEFT_MS = DAY_MS

const TABLES: readonly PartTable[] = ['contact', 'interview', 'offer', 'application_file', 'reminder']

export interface Sweep {
  /** Begins a sweep every few hours: parts that were removed a month ago go for good, and bytes that no row names any more. */
  readonly tick: (now: number) => void
  /** Begins none any more; resolves when the one that goes on has ended. */
  readonly stop: () => Promise<void>
}

export interface SweepOptions {
  readonly database: Database
  readonly store: ByteStore
  readonly log: Log
}

export function createSweep({ database, store, log }: SweepOptions): Sweep {
  const { raw } = database
  const purges = TABLES.map((table) => raw.prepare<[number]>(`delete from ${table} where removed_at < ?`))
  const isNamed = raw.prepare<[string], number>('select 1 from application_file where sha256 = ? limit 1')
  let dueAt = 0
  let going: Promise<void> = Promise.resolve()

  async function sweep(now: number): Promise<void> {
    database.write(() => {
      for (const purge of purges) purge.run(now - REMOVED_KEPT_MS)
    })
    const until = now - BYTES_LEFT_MS
    for (const sha256 of await store.keptBefore(until)) {
      if (isNamed.get(sha256) !== undefined) continue
      // Under the write lock: nobody gives them a row in between.
      database.write(() => isNamed.get(sha256) === undefined && store.drop(sha256, until))
    }
  }

  return {
    tick: (now) => {
      if (now < dueAt) return
      dueAt = now + SWEEP_EVERY_MS
      going = going
        .then(() => sweep(now))
        .catch((error: unknown) => log.error({ err: error }, 'sweeping what was removed failed'))
    },
    stop: () => {
      dueAt = Infinity
      return going
    },
  }
}
