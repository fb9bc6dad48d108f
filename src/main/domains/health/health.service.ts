import { accessSync, constants, statfsSync, statSync } from 'node:fs'
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

/** `get` never throws: what cannot be found out is said by a check that is failing, and the figures of a database that cannot be
 *  read are zero. */
export function createHealthService(deps: HealthDeps): HealthService {
  const startedAt = deps.clock.now()

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
        database: databaseFigures(deps.database) ?? NO_FIGURES,
        checks,
      }
    },
  }
}

const NO_FIGURES = { sizeBytes: 0, schemaVersion: 0, sqliteVersion: '', jobs: 0, postings: 0 }

/** Null when the database cannot be read; the database check says why. */
function databaseFigures(database: Database): Health['database'] | null {
  const count = (table: 'job' | 'posting') =>
    database.raw.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0
  return attempt(() => ({
    sizeBytes: statSync(database.path).size,
    schemaVersion: schemaVersion(database),
    sqliteVersion: database.raw.prepare<[], string>('select sqlite_version()').pluck().get() ?? '',
    jobs: count('job'),
    postings: count('posting'),
  })).value
}

type Attempt<Value> =
  | { readonly value: Value; readonly problem: null }
  | { readonly value: null; readonly problem: string }

function attempt<Value>(work: () => Value): Attempt<Value> {
  try {
    return { value: work(), problem: null }
  } catch (error) {
    return { value: null, problem: error instanceof Error ? error.message : String(error) }
  }
}

function worst(checks: readonly Check[]): Health['state'] {
  if (checks.some((check) => check.state === 'failing')) return 'failing'
  return checks.some((check) => check.state === 'warning') ? 'warning' : 'ok'
}

function databaseCheck(database: Database): Check {
  // A full check reads the whole file and takes seconds; damage shows at opening and on the pages that are read.
  const reading = attempt(() => {
    statSync(database.path)
    database.raw.prepare('select 1 from job limit 1').get()
  })
  if (reading.problem !== null) {
    const message = `The database cannot be read (${reading.problem}). Restart the app; it then says what can be done.`
    return { id: 'database', state: 'failing', message }
  }
  const log = statSync(`${database.path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (log > LARGE_WAL_BYTES) {
    const message = `The write-ahead log has grown to ${Math.round(log / 1024 ** 2)} MB; restarting the app shrinks it.`
    return { id: 'database', state: 'warning', message }
  }
  return { id: 'database', state: 'ok', message: 'The database answers.' }
}

function diskCheck(profileDir: string): Check {
  const { value: freeBytes, problem } = attempt(() => {
    accessSync(profileDir, constants.W_OK)
    const disk = statfsSync(profileDir)
    return disk.bavail * disk.bsize
  })
  if (freeBytes === null) {
    return { id: 'disk', state: 'failing', message: `The profile folder cannot be written (${problem}).` }
  }
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
  const { value: sources, problem } = attempt(deps.sources)
  if (sources === null) {
    return { id: 'sources', state: 'failing', message: `How the sources fared cannot be read (${problem}).` }
  }
  const failing = sources.filter((source) => source.state === 'error' || source.state === 'blocked')
  if (failing.length === 0) return { id: 'sources', state: 'ok', message: 'No source failed when it was last asked.' }
  const names = failing.map((source) => source.name).join(', ')
  return { id: 'sources', state: 'warning', message: `Failed when last asked: ${names}. See Discover.` }
}
