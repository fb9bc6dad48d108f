import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { connect, type Database } from './driver.ts'
import { type Migration, migrations as bundled } from './migrations.ts'

/** "CCop" as a number: tells our file from any other SQLite file. */
const APPLICATION_ID = 0x43436f70
const SNAPSHOTS_KEPT = 3
const UNFINISHED = '.partial'

export type OpenProblem = 'PROFILE_NOT_WRITABLE' | 'DATABASE_FROM_FUTURE' | 'DATABASE_FOREIGN' | 'DATABASE_DAMAGED'

/** The database cannot be used; `message` says it to a person, with the way out. */
export class DatabaseOpenError extends Error {
  override readonly name = 'DatabaseOpenError'
  readonly code: OpenProblem

  constructor(code: OpenProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export interface OpenOptions {
  readonly path: string
  /** UTC epoch ms, for the snapshot's name. */
  readonly now: number
  readonly migrations?: readonly Migration[]
}

/** Opens the profile's database and brings it to the newest schema. Before the first migration of an existing file a
 *  snapshot is written beside it. Throws DatabaseOpenError. Two processes may open at once: one migrates, the other waits. */
export function openDatabase(options: OpenOptions): Database {
  const migrations = options.migrations ?? bundled
  const database = connectOrExplain(options.path)
  try {
    refuseForeignOrFuture(database, migrations.length)
    const version = schemaVersion(database)
    if (version > 0 && version < migrations.length) writeSnapshot(database, { version, now: options.now })
    for (const migration of migrations) apply(database, migration)
    return database
  } catch (error) {
    database.raw.close()
    throw explain(error, options.path)
  }
}

/** Number of migrations this file has been through. */
export function schemaVersion(database: Database): number {
  return Number(database.raw.pragma('user_version', { simple: true }))
}

function apply(database: Database, migration: Migration): void {
  database.write(() => {
    if (schemaVersion(database) >= migration.version) return
    for (const statement of migration.statements) database.raw.exec(statement)
    database.raw.pragma(`application_id = ${APPLICATION_ID}`)
    database.raw.pragma(`user_version = ${migration.version}`)
  })
}

function refuseForeignOrFuture(database: Database, known: number): void {
  const { path } = database
  const { tables, applicationId, version } = identityOf(database)
  if (tables > 0 && applicationId !== APPLICATION_ID) {
    throw new DatabaseOpenError(
      'DATABASE_FOREIGN',
      `${path} is a database of another program. Move it away or choose another profile folder with --home.`,
    )
  }
  if (version > known) {
    throw new DatabaseOpenError(
      'DATABASE_FROM_FUTURE',
      `${path} was written by a newer Career Copilot (schema ${version}, this one knows ${known}). ` +
        `Install the newer version, start with another profile folder (--home), or put back a snapshot from ${snapshotDir(path)}.`,
    )
  }
}

/** Read in one transaction: another first start may create the tables and set the id between two reads. */
function identityOf(database: Database): { tables: number; applicationId: number; version: number } {
  const { raw } = database
  return raw.transaction(() => ({
    tables: Number(raw.prepare('select count(*) from sqlite_master').pluck().get()),
    applicationId: Number(raw.pragma('application_id', { simple: true })),
    version: schemaVersion(database),
  }))()
}

function connectOrExplain(path: string): Database {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return connect(path)
  } catch (error) {
    throw explain(error, path)
  }
}

/** The problem that a failed write in the profile folder stands for; null when it is another kind of failure. */
export function asFolderProblem(error: unknown, folder: string): DatabaseOpenError | null {
  const code = codeOf(error)
  if (!/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|ENOSPC|SQLITE_CANTOPEN|SQLITE_READONLY)/.test(code)) return null
  return new DatabaseOpenError(
    'PROFILE_NOT_WRITABLE',
    `The profile folder ${folder} cannot be written (${code}). Free it, or choose another with --home or CAREER_COPILOT_HOME.`,
    { cause: error },
  )
}

function explain(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new DatabaseOpenError(
      'DATABASE_DAMAGED',
      `${path} is damaged (${code}) and was left as it is. Put back a snapshot from ${snapshotDir(path)}, or start with another profile folder (--home).`,
      { cause: error },
    )
  }
  return asFolderProblem(error, dirname(path)) ?? error
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

function snapshotDir(path: string): string {
  return join(dirname(path), 'snapshots')
}

/** A snapshot has its name only when it is whole: it is written under another one first, and what a start that was cut short
 *  left behind is cleared away. Of whole ones the newest are kept. */
function writeSnapshot(database: Database, at: { version: number; now: number }): void {
  const dir = snapshotDir(database.path)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const stamp = new Date(at.now).toISOString().replaceAll(/[:.]/g, '-')
  const target = join(dir, `schema-${at.version}-${stamp}.db`)
  // With the process in its name: two starts at once must not write into the same unfinished file.
  const unfinished = `${target}.${process.pid}${UNFINISHED}`
  for (const name of readdirSync(dir)) if (isLeftover(name)) rmSync(join(dir, name), { force: true })
  if (!existsSync(target)) {
    database.raw.prepare('vacuum into ?').run(unfinished)
    renameSync(unfinished, target)
  }
  const old = readdirSync(dir)
    .filter((name) => /^schema-\d+-.+\.db$/.test(name))
    .sort((a, b) => stampOf(b).localeCompare(stampOf(a)))
    .slice(SNAPSHOTS_KEPT)
  for (const name of old) rmSync(join(dir, name), { force: true })
}

/** Whether an unfinished snapshot's writer is gone. Named "<snapshot>.<process>.partial"; one of our own number is an earlier
 *  process's, because this one writes one at a time and cleans up before it does. */
function isLeftover(name: string): boolean {
  if (!name.endsWith(UNFINISHED)) return false
  const pid = Number(/\.(\d+)\.partial$/.exec(name)?.[1])
  if (!(pid > 0) || pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

function stampOf(name: string): string {
  return name.replace(/^schema-\d+-/, '')
}
