import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Database } from '../db/driver.ts'

export const LEASE_MS = 15_000

/** A name for this process that says where it lives. */
export function processOwner(): string {
  return `${hostname()}/${process.pid}/${randomUUID()}`
}

/** Whether an owner is a process of this machine that has ended: its lease need not be waited for. A process number that was
 *  given out again, or another machine, counts as alive; the lease then runs out by itself. */
export function hasEnded(owner: string): boolean {
  const [host, pid] = owner.split('/')
  if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

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
  const take = raw.prepare<[string, string, number]>(
    `insert into lease (name, owner, expires_at) values (?, ?, ?)
     on conflict (name) do update set owner = excluded.owner, expires_at = excluded.expires_at`,
  )
  const read = raw.prepare<[string], { owner: string; expiresAt: number }>(
    'select owner, expires_at as expiresAt from lease where name = ?',
  )
  const drop = raw.prepare<[string, string]>('delete from lease where name = ? and owner = ?')
  const { name, owner } = options

  function isOthers(now: number): boolean {
    const row = read.get(name)
    return row !== undefined && row.owner !== owner && row.expiresAt > now && !hasEnded(row.owner)
  }

  return {
    hold: (now) => {
      // Looked at before the write lock is taken: most of the time the answer is no, and a look costs nobody anything.
      if (isOthers(now)) return false
      return database.write(() => {
        if (isOthers(now)) return false
        take.run(name, owner, now + LEASE_MS)
        return true
      })
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
