import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../../../../tests/fakes/fake-clock.ts'
import { tempDir } from '../../../../tests/support/profile.ts'
import { createByteStore, DamagedBytes } from './byte-store.ts'

const NOW = Date.UTC(2026, 2, 2, 9)
const DAY_MS = 86_400_000
const CV = Buffer.from('Curriculum vitae')

function bench() {
  const dir = join(tempDir(), 'files')
  const clock = createFakeClock({ now: NOW })
  const store = createByteStore({ dir, clock })
  const pathOf = (sha256: string) => join(dir, sha256.slice(0, 2), sha256)
  return { dir, store, pathOf, clock }
}

const names = (dir: string) => readdirSync(dir, { recursive: true, encoding: 'utf8' }).toSorted()

describe('bytes that are kept', () => {
  test('lie once under their hash, for the user alone, and come back as they were', async () => {
    const { dir, store, pathOf } = bench()
    const sha256 = await store.keep(CV)
    expect(await store.keep(Buffer.from(CV))).toBe(sha256)
    expect(names(dir)).toEqual([sha256.slice(0, 2), join(sha256.slice(0, 2), sha256)])
    expect(readFileSync(pathOf(sha256))).toEqual(CV)
    expect(statSync(pathOf(sha256)).mode & 0o777).toBe(0o600)
    expect(statSync(join(dir, sha256.slice(0, 2))).mode & 0o777).toBe(0o700)
    expect(await store.read(sha256)).toEqual(CV)
    expect(store.has(sha256)).toBe(true)
  })

  test('by several at once lie there once and whole', async () => {
    const { dir, store } = bench()
    const hashes = await Promise.all(Array.from({ length: 8 }, () => store.keep(CV)))
    expect(new Set(hashes).size).toBe(1)
    expect(names(dir)).toHaveLength(2)
  })

  test('are told from damaged ones, and mended when they are kept again', async () => {
    const { store, pathOf } = bench()
    const sha256 = await store.keep(CV)
    writeFileSync(pathOf(sha256), 'Curriculum vitaf')
    await expect(store.read(sha256)).rejects.toThrow(DamagedBytes)
    await store.keep(CV)
    expect(await store.read(sha256)).toEqual(CV)
  })

  test('that are gone are nothing', async () => {
    const { store } = bench()
    expect(await store.read('0'.repeat(64))).toBeNull()
    expect(store.has('0'.repeat(64))).toBe(false)
  })

  test('leave nothing half when they cannot be written', async () => {
    const { dir, store } = bench()
    const sha256 = await bench().store.keep(CV)
    mkdirSync(dir)
    writeFileSync(join(dir, sha256.slice(0, 2)), 'in the way')
    await expect(store.keep(CV)).rejects.toThrow('ENOTDIR')
    expect(names(dir)).toEqual([sha256.slice(0, 2)])
  })

  test('are asked for by a hash and nothing else', async () => {
    const { store } = bench()
    for (const name of ['../../career-copilot.db', '', 'A'.repeat(64), `${'0'.repeat(64)}/x`]) {
      expect(() => store.has(name)).toThrow(RangeError)
      expect(() => store.drop(name, NOW)).toThrow(RangeError)
      await expect(store.read(name)).rejects.toThrow(RangeError)
    }
  })
})

describe('what was kept long ago', () => {
  test('is told and can be dropped, unless it was kept again since', async () => {
    const { store, clock } = bench()
    const sha256 = await store.keep(CV)
    const other = await store.keep(Buffer.from('other'))
    expect(await store.keptBefore(NOW)).toEqual([])
    expect((await store.keptBefore(NOW + 1000)).toSorted()).toEqual([sha256, other].toSorted())
    clock.jump(DAY_MS)
    await store.keep(CV)
    expect(store.drop(sha256, NOW + 1000)).toBe(false)
    expect(store.drop(other, NOW + 1000)).toBe(true)
    expect(store.drop(other, NOW + 1000)).toBe(false)
    expect([store.has(sha256), store.has(other)]).toEqual([true, false])
  })

  test('left over from writing goes; what others put there stays', async () => {
    const { dir, store } = bench()
    const sha256 = await store.keep(CV)
    const folder = join(dir, sha256.slice(0, 2))
    const old = NOW / 1000 - 10
    const place = (name: string) => {
      writeFileSync(join(folder, name), 'half')
      utimesSync(join(folder, name), old, old)
    }
    place(`${sha256}.00000000-0000-0000-0000-000000000000.part`)
    place('notes.txt')
    mkdirSync(join(dir, 'zz'))
    symlinkSync(join(folder, 'notes.txt'), join(dir, 'zz', '1'.repeat(64)))
    expect(await store.keptBefore(NOW)).toEqual([])
    expect(readdirSync(folder).toSorted()).toEqual([sha256, 'notes.txt'].toSorted())
  })

  test('is nothing where there is no folder yet', async () => {
    expect(await bench().store.keptBefore(NOW)).toEqual([])
  })
})
