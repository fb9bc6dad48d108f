import type { Database } from '../db/driver.ts'

export const LEASE_MS = 15_000

/** A lease in the database, so that of several processes on one profile exactly one does the background work. */
export interface Lease {
  /** Takes or renews the lease; false while another process holds it. */
  readonly hold: (now: number) => boolean
  /** Whether this process holds it at `now`. Called inside a write transaction it fences off a process that overslept. */
  readonly isHeld: (now: number) => boolean
  readonly release: () => void
}

export function createLease(database: Database, options: { name: string; owner: string }): Lease {
  const { raw } = database
  const take = raw.prepare<[string, string, number, number]>(
    `insert into lease (name, owner, expires_at) values (?, ?, ?)
     on conflict (name) do update set owner = excluded.owner, expires_at = excluded.expires_at
     where lease.owner = excluded.owner or lease.expires_at <= ?`,
  )
  const read = raw.prepare<[string], { owner: string; expiresAt: number }>(
    'select owner, expires_at as expiresAt from lease where name = ?',
  )
  const drop = raw.prepare<[string, string]>('delete from lease where name = ? and owner = ?')
  const { name, owner } = options

  return {
    hold: (now) => {
      const row = read.get(name)
      if (row !== undefined && row.owner !== owner && row.expiresAt > now) return false
      return database.write(() => take.run(name, owner, now + LEASE_MS, now).changes === 1)
    },
    isHeld: (now) => {
      const row = read.get(name)
      return row !== undefined && row.owner === owner && row.expiresAt > now
    },
    release: () => {
      drop.run(name, owner)
    },
  }
}
