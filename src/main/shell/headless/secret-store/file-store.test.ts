import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SecretStoreError, type SecretStoreReason } from '#main/infra/secrets/secret-store.ts'
import { tempDir } from '../../../../../tests/support/profile.ts'
import { createFileStore } from './file-store.ts'

const VALUE = 'canary-3f9a-ключ-🔑'

async function filled() {
  const dir = join(tempDir(), 'secrets')
  const store = createFileStore(dir)
  await store.set('BOARD_KEY', VALUE)
  return { dir, store, keyPath: join(dir, 'key'), valuePath: join(dir, 'BOARD_KEY.secret') }
}

async function reasonOf(work: Promise<unknown>): Promise<SecretStoreReason> {
  const error = await work.then(
    () => new Error('it went well'),
    (error: unknown) => error,
  )
  if (!(error instanceof SecretStoreError)) throw error
  expect(error.message).not.toContain(VALUE)
  return error.reason
}

test('a value comes back as it was put in, from another process too, and is gone after its removal', async () => {
  const { dir, store } = await filled()
  expect(await createFileStore(dir).get('BOARD_KEY')).toBe(VALUE)
  expect(await store.get('OTHER_KEY')).toBeNull()
  await store.set('BOARD_KEY', 'second')
  expect(await store.get('BOARD_KEY')).toBe('second')
  await store.remove('BOARD_KEY')
  await store.remove('BOARD_KEY')
  expect(await store.get('BOARD_KEY')).toBeNull()
})

test('nothing is written before a value is set', async () => {
  const dir = join(tempDir(), 'secrets')
  expect(await createFileStore(dir).get('BOARD_KEY')).toBeNull()
  await createFileStore(dir).remove('BOARD_KEY')
  expect(existsSync(dir)).toBe(false)
})

test('no file holds the value, the same value looks different each time, and nothing unfinished stays', async () => {
  const { dir, store, valuePath } = await filled()
  const first = readFileSync(valuePath)
  await store.set('BOARD_KEY', VALUE)
  expect(readFileSync(valuePath).equals(first)).toBe(false)
  expect(readdirSync(dir).sort()).toEqual(['BOARD_KEY.secret', 'key'])
  for (const name of readdirSync(dir)) expect(readFileSync(join(dir, name)).includes(VALUE)).toBe(false)
})

test.runIf(process.platform !== 'win32')('only their owner can read the files and the folder', async () => {
  const { dir, keyPath, valuePath } = await filled()
  expect([dir, keyPath, valuePath].map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual([
    '700',
    '600',
    '600',
  ])
})

test('every single changed byte is noticed', async () => {
  const { store, valuePath, keyPath } = await filled()
  for (const path of [valuePath, keyPath]) {
    const whole = readFileSync(path)
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(path, changed)
      expect(await reasonOf(store.get('BOARD_KEY'))).toBe('damaged')
    }
    writeFileSync(path, whole)
  }
  expect(await store.get('BOARD_KEY')).toBe(VALUE)
})

test('a file cut short anywhere is noticed, down to nothing', async () => {
  const { store, valuePath, keyPath } = await filled()
  for (const path of [valuePath, keyPath]) {
    const whole = readFileSync(path)
    for (let length = whole.length - 1; length >= 0; length -= 1) {
      truncateSync(path, length)
      expect(await reasonOf(store.get('BOARD_KEY'))).toBe('damaged')
    }
    writeFileSync(path, whole)
  }
})

test('a value without its key file is damaged, and setting it anew heals it', async () => {
  const { store, keyPath } = await filled()
  rmSync(keyPath)
  expect(await reasonOf(store.get('BOARD_KEY'))).toBe('damaged')
  await store.set('BOARD_KEY', 'anew')
  expect(await store.get('BOARD_KEY')).toBe('anew')
})

test('a value moved under another name, or in from another profile, is refused', async () => {
  const one = await filled()
  const other = await filled()
  cpSync(one.valuePath, join(one.dir, 'OTHER_KEY.secret'))
  expect(await reasonOf(one.store.get('OTHER_KEY'))).toBe('damaged')
  cpSync(other.valuePath, one.valuePath)
  expect(await reasonOf(one.store.get('BOARD_KEY'))).toBe('damaged')
  expect(await other.store.get('BOARD_KEY')).toBe(VALUE)
})

describe.runIf(process.platform !== 'win32')('files that others can read', () => {
  test.each([0o644, 0o640, 0o604, 0o660, 0o666])('are refused by name and mode %o', async (mode) => {
    const { store, keyPath, valuePath } = await filled()
    for (const path of [valuePath, keyPath]) {
      chmodSync(path, mode)
      expect(await reasonOf(store.get('BOARD_KEY'))).toBe('exposed')
      await expect(store.get('BOARD_KEY')).rejects.toThrow(`${path} (mode ${mode.toString(8)})`)
      chmodSync(path, 0o600)
    }
    expect(await store.get('BOARD_KEY')).toBe(VALUE)
  })
})

test('a folder that is none is told with its place', async () => {
  const dir = join(tempDir(), 'secrets')
  writeFileSync(dir, '')
  const store = createFileStore(dir)
  expect(await reasonOf(store.set('BOARD_KEY', VALUE))).toBe('denied')
  await expect(store.set('BOARD_KEY', VALUE)).rejects.toThrow(dir)
})

test('many setters at once: every value is whole and all lie under one key', async () => {
  const dir = join(tempDir(), 'secrets')
  const names = Array.from({ length: 20 }, (_, index) => `KEY_${index}`)
  await Promise.all(names.map((name) => createFileStore(dir).set(name, `${VALUE} ${name}`)))
  for (const name of names) expect(await createFileStore(dir).get(name)).toBe(`${VALUE} ${name}`)
})

test.each(['../escape', 'a/b', '', 'lower', '..', 'X\0Y'])('the name %j reaches no file', async (name) => {
  const dir = join(tempDir(), 'secrets')
  mkdirSync(dir)
  await expect(createFileStore(dir).set(name, VALUE)).rejects.toThrow(/string|match|invalid/i)
  expect(readdirSync(dir)).toEqual([])
})
