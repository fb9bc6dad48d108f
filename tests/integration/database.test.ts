import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connect, type Database } from '#main/infra/db/driver.ts'
import { type Migration, migrations } from '#main/infra/db/migrations.ts'
import { DatabaseOpenError, openDatabase, schemaVersion } from '#main/infra/db/open.ts'
import { tempDir } from '../support/profile.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const NEXT: Migration = {
  version: migrations.length + 1,
  name: 'next',
  statements: ['create table extra (id integer)'],
}

function open(path: string, known: readonly Migration[] = migrations): Database {
  const database = openDatabase({ path, now: NOW, migrations: known })
  onTestFinished(() => database.close())
  return database
}

function problemOf(path: string, known: readonly Migration[] = migrations): DatabaseOpenError {
  try {
    open(path, known)
  } catch (error) {
    if (error instanceof DatabaseOpenError) return error
    throw error
  }
  throw new Error('The database was opened')
}

describe('opening a profile', () => {
  test('a new file gets the whole schema, in write-ahead mode with full synchronisation', () => {
    const { raw } = open(join(tempDir(), 'new', 'profile.db'))
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(raw.pragma('synchronous', { simple: true })).toBe(2)
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(raw.prepare('select count(*) from job').pluck().get()).toBe(0)
    expect(raw.prepare("select count(*) from job_fts where job_fts match 'anything'").pluck().get()).toBe(0)
  })

  test('a newer schema is applied once, with a snapshot of the file before it', () => {
    const path = join(tempDir(), 'profile.db')
    open(path).close()
    const database = open(path, [...migrations, NEXT])
    expect(schemaVersion(database)).toBe(NEXT.version)
    const snapshots = readdirSync(join(path, '..', 'snapshots'))
    expect(snapshots).toHaveLength(1)
    const snapshot = connect(join(path, '..', 'snapshots', snapshots[0] ?? ''))
    onTestFinished(() => snapshot.close())
    expect(schemaVersion(snapshot)).toBe(migrations.length)
    expect(snapshot.raw.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('a migration that fails leaves the schema and the data as they were', () => {
    const path = join(tempDir(), 'profile.db')
    const before = open(path)
    before.raw.prepare("insert into setting (key, value, updated_at) values ('theme', '\"dark\"', 1)").run()
    before.close()
    const broken = { ...NEXT, statements: ['create table extra (id integer)', 'insert into nowhere values (1)'] }
    expect(() => open(path, [...migrations, broken])).toThrow(/nowhere/)
    const after = open(path)
    expect(schemaVersion(after)).toBe(migrations.length)
    expect(after.raw.prepare("select count(*) from sqlite_master where name = 'extra'").pluck().get()).toBe(0)
    expect(after.raw.prepare('select value from setting').pluck().get()).toBe('"dark"')
  })

  test('a file from a newer version is refused, untouched, with a way out', () => {
    const path = join(tempDir(), 'profile.db')
    open(path, [...migrations, NEXT]).close()
    const problem = problemOf(path)
    expect(problem.code).toBe('DATABASE_FROM_FUTURE')
    expect(problem.message).toContain('newer version')
    expect(problem.message).toContain('--home')
  })

  test('the database of another program is refused', () => {
    const path = join(tempDir(), 'profile.db')
    const other = connect(path)
    other.raw.exec('create table theirs (id integer)')
    other.close()
    expect(problemOf(path).code).toBe('DATABASE_FOREIGN')
  })

  test('a damaged file is said to be damaged and left alone, never replaced by an empty one', () => {
    const path = join(tempDir(), 'profile.db')
    writeFileSync(path, 'this is no database, and long enough to be read as one '.repeat(100))
    expect(problemOf(path).code).toBe('DATABASE_DAMAGED')
    expect(existsSync(path)).toBe(true)
  })

  test('a profile folder that cannot be written is said so at once', () => {
    const dir = tempDir()
    writeFileSync(join(dir, 'file'), '')
    expect(problemOf(join(dir, 'file', 'profile.db')).code).toBe('PROFILE_NOT_WRITABLE')
  })

  test('two connections on one profile write in turn and never see "busy"', () => {
    const path = join(tempDir(), 'profile.db')
    const first = open(path)
    const second = open(path)
    for (let round = 0; round < 50; round += 1) {
      for (const database of [first, second]) {
        database.write(() =>
          database.raw
            .prepare('insert into setting (key, value, updated_at) values (?, ?, 0)')
            .run(`${round}-${database === first ? 'a' : 'b'}`, '1'),
        )
      }
    }
    expect(second.raw.prepare('select count(*) from setting').pluck().get()).toBe(100)
  })
})
