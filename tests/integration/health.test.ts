import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createHealthService, type HealthDeps } from '#main/domains/health/health.service.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { healthSchema } from '#shared/health.ts'
import { tempDir } from '../support/profile.ts'

function openHealth(replaced: Partial<HealthDeps> = {}) {
  const database = openDatabase({ path: join(tempDir(), 'profile.db'), now: systemClock.now() })
  onTestFinished(() => database.close())
  const service = createHealthService({
    database,
    clock: systemClock,
    shell: 'test',
    version: '0.0.0-test',
    profileDir: join(database.path, '..'),
    isLeader: () => true,
    sources: () => [{ name: 'Sample', state: 'ok' }],
    ...replaced,
  })
  const ask = () => {
    const health = healthSchema.parse(service.get())
    return { health, failing: health.checks.filter((check) => check.state === 'failing').map((check) => check.id) }
  }
  return { database, ask }
}

describe('health', () => {
  test('of a profile that works has no failing check and counts what is stored', () => {
    const { health, failing } = openHealth().ask()
    expect(failing).toEqual([])
    expect(health.state).not.toBe('failing')
    expect(health.database).toMatchObject({ jobs: 0, postings: 0, sqliteVersion: expect.stringMatching(/^3\./) })
    expect(health.database.sizeBytes).toBeGreaterThan(0)
  })

  test('is failing when the database does not answer, and is still told', () => {
    const { database, ask } = openHealth()
    database.close()
    const { health, failing } = ask()
    expect(failing).toEqual(['database'])
    expect(health.state).toBe('failing')
    expect(health.checks.find((check) => check.id === 'database')?.message).toMatch(/cannot be read \(.+\)/)
  })

  test('is failing when a table cannot be read', () => {
    const { database, ask } = openHealth()
    database.raw.pragma('foreign_keys = OFF')
    database.raw.exec('drop table job')
    expect(ask()).toMatchObject({ health: { state: 'failing' }, failing: ['database'] })
  })

  test('is failing when the profile folder cannot be written', () => {
    const profileDir = tempDir()
    const { ask } = openHealth({ profileDir })
    rmSync(profileDir, { recursive: true })
    const { health, failing } = ask()
    expect(failing).toEqual(['disk'])
    expect(health.state).toBe('failing')
  })

  test('a source that failed is a warning; sources that cannot be read are failing', () => {
    expect(openHealth({ sources: () => [{ name: 'Sample', state: 'blocked' }] }).ask()).toMatchObject({
      health: { state: 'warning' },
      failing: [],
    })
    const broken = openHealth({
      sources: () => {
        throw new Error('no such table: run_source')
      },
    })
    expect(broken.ask()).toMatchObject({ health: { state: 'failing' }, failing: ['sources'] })
  })
})
