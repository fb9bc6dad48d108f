import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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

  test('only a repeatable write does without waiting for the disk, and the next one waits again, however it ended', () => {
    const database = open(join(tempDir(), 'profile.db'))
    const level = () => database.raw.pragma('synchronous', { simple: true })
    expect(database.writeRepeatable(level)).toBe(1)
    expect(level()).toBe(2)
    expect(() =>
      database.writeRepeatable(() => {
        database.raw.exec("insert into setting values ('half', '1', 0)")
        throw new Error('in the middle')
      }),
    ).toThrow('in the middle')
    expect(level()).toBe(2)
    expect(database.raw.prepare("select count(*) from setting where key = 'half'").pluck().get()).toBe(0)
    expect(database.write(() => database.writeRepeatable(level))).toBe(2)
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

  test('unfinished snapshots are cleared away and push no whole one out', () => {
    const path = join(tempDir(), 'profile.db')
    open(path).close()
    const dir = join(path, '..', 'snapshots')
    mkdirSync(dir)
    const oldest = 'schema-1-2026-01-01.db'
    const whole = ['schema-1-2026-02-01.db', 'schema-1-2026-03-01.db']
    const unfinished = ['schema-1-2026-12-01.db.partial', `schema-1-2026-12-02.db.${process.pid}.partial`]
    // A process of this machine that is alive may still be writing: the one that started this test.
    const othersWork = `schema-1-2026-12-03.db.${process.ppid}.partial`
    for (const name of [oldest, ...whole, ...unfinished, othersWork]) writeFileSync(join(dir, name), 'x')
    open(path, [...migrations, NEXT]).close()
    const left = readdirSync(dir)
    expect(left).toHaveLength(4)
    expect(left).toEqual(expect.arrayContaining([...whole, othersWork]))
    expect(left.filter((name) => name.startsWith(`schema-${migrations.length}-2026-11-23T12`))).toHaveLength(1)
  })

  test('a snapshot that cannot be written whole leaves none behind, and the profile as it was', () => {
    const path = join(tempDir(), 'profile.db')
    open(path).close()
    const blocked = join(path, '..', 'snapshots')
    writeFileSync(blocked, 'a file where the folder should be')
    expect(problemOf(path, [...migrations, NEXT]).code).toBe('PROFILE_NOT_WRITABLE')
    rmSync(blocked)
    expect(schemaVersion(open(path))).toBe(migrations.length)
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
