import type { QuotaStore, Validators } from '../http/http.ts'
import type { Clock } from '../time/clock.ts'
import type { Database } from './driver.ts'

/** After a week a document is asked for whole again: its postings are then seen, and stay fresh for deduplication. */
const VALIDATOR_MS = 7 * 86_400_000

/** Allowances used and document versions seen, kept over restarts. */
export function createHttpState(database: Database, clock: Clock) {
  const { raw } = database
  const readQuota = raw.prepare<[string], { windowStartedAt: number; used: number }>(
    'select window_started_at as windowStartedAt, used from http_quota where key = ?',
  )
  const addQuota = raw.prepare<[string, number, number]>(
    `insert into http_quota (key, window_started_at, used) values (?, ?, ?)
     on conflict (key) do update set
       used = case when window_started_at = excluded.window_started_at then used + excluded.used else excluded.used end,
       window_started_at = excluded.window_started_at`,
  )
  const readValidators = raw.prepare<[string, number], Validators>(
    'select etag, last_modified as lastModified from http_validator where url = ? and stored_at > ?',
  )
  const writeValidators = raw.prepare<[string, string | null, string | null, number]>(
    `insert into http_validator (url, etag, last_modified, stored_at) values (?, ?, ?, ?)
     on conflict (url) do update set
       etag = excluded.etag, last_modified = excluded.last_modified, stored_at = excluded.stored_at`,
  )
  const quota: QuotaStore = {
    read: (key) => readQuota.get(key) ?? null,
    add: (key, requests, windowStartedAt) => {
      addQuota.run(key, windowStartedAt, requests)
    },
  }
  return {
    quota,
    validators: {
      read: (url: string): Validators | null => readValidators.get(url, clock.now() - VALIDATOR_MS) ?? null,
      write: (url: string, validators: Validators): void => {
        writeValidators.run(url, validators.etag, validators.lastModified, clock.now())
      },
    },
  }
}
