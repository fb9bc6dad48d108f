import { statfsSync, statSync } from 'node:fs'
import type { Health } from '#shared/health.ts'
import type { Database } from '../../infra/db/driver.ts'
import { schemaVersion } from '../../infra/db/open.ts'
import type { Clock } from '../../infra/time/clock.ts'

const LOW_DISK_BYTES = 500 * 1024 * 1024
const LARGE_WAL_BYTES = 512 * 1024 * 1024
type Check = Health['checks'][number]

export interface HealthDeps {
  readonly database: Database
  readonly clock: Clock
  readonly shell: Health['shell']
  readonly version: string
  readonly profileDir: string
  readonly isLeader: () => boolean
  readonly sources: () => readonly { readonly name: string; readonly state: string | null }[]
}

/** What the app knows about its own state; cheap enough to be asked often. */
export interface HealthService {
  readonly get: () => Health
}

export function createHealthService(deps: HealthDeps): HealthService {
  const startedAt = deps.clock.now()
  const { raw } = deps.database
  const jobs = raw.prepare<[], number>('select count(*) from job').pluck()
  const postings = raw.prepare<[], number>('select count(*) from posting').pluck()
  const sqlite = raw.prepare<[], string>('select sqlite_version()').pluck()

  return {
    get: () => {
      const checks = [
        databaseCheck(deps.database),
        diskCheck(deps.profileDir),
        backgroundCheck(deps),
        sourcesCheck(deps),
      ]
      return {
        version: deps.version,
        state: worst(checks),
        profileDir: deps.profileDir,
        shell: deps.shell,
        uptimeMs: deps.clock.now() - startedAt,
        isLeader: deps.isLeader(),
        database: {
          sizeBytes: statSync(deps.database.path).size,
          schemaVersion: schemaVersion(deps.database),
          sqliteVersion: sqlite.get() ?? '',
          jobs: jobs.get() ?? 0,
          postings: postings.get() ?? 0,
        },
        checks,
      }
    },
  }
}

function worst(checks: readonly Check[]): Health['state'] {
  if (checks.some((check) => check.state === 'failing')) return 'failing'
  return checks.some((check) => check.state === 'warning') ? 'warning' : 'ok'
}

function databaseCheck(database: Database): Check {
  // A full check reads the whole file and takes seconds; damage shows at opening and on the pages that are read.
  const log = statSync(`${database.path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (log > LARGE_WAL_BYTES) {
    const message = `The write-ahead log has grown to ${Math.round(log / 1024 ** 2)} MB; restarting the app shrinks it.`
    return { id: 'database', state: 'warning', message }
  }
  return { id: 'database', state: 'ok', message: 'The database answers.' }
}

function diskCheck(profileDir: string): Check {
  const disk = statfsSync(profileDir)
  const freeBytes = disk.bavail * disk.bsize
  const free = `${(freeBytes / 1024 ** 3).toFixed(1)} GB free beside the profile.`
  return { id: 'disk', state: freeBytes < LOW_DISK_BYTES ? 'warning' : 'ok', message: free }
}

function backgroundCheck(deps: HealthDeps): Check {
  const message = deps.isLeader()
    ? 'This window does the background work.'
    : 'Another process of this profile does the background work, or it is not started here.'
  return { id: 'background', state: 'ok', message }
}

function sourcesCheck(deps: HealthDeps): Check {
  const failing = deps.sources().filter((source) => source.state === 'error' || source.state === 'blocked')
  if (failing.length === 0) return { id: 'sources', state: 'ok', message: 'No source failed when it was last asked.' }
  const names = failing.map((source) => source.name).join(', ')
  return { id: 'sources', state: 'warning', message: `Failed when last asked: ${names}. See Discover.` }
}
