import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SecretStoreError } from '#main/infra/secrets/secret-store.ts'
import { createFakeClock } from '../../../../../tests/fakes/fake-clock.ts'
import { createFakeKeychain, type FakeKeychain } from '../../../../../tests/fakes/keychain.ts'
import { tempDir } from '../../../../../tests/support/profile.ts'
import { silentLog } from '../../../../../tests/support/silent-log.ts'
import { openSecretStore } from './open-secret-store.ts'

const NO_SERVICE =
  'Platform failure: DBus error: The name org.freedesktop.secrets was not provided by any .service files'
const DISMISSED = "Couldn't access platform storage: Secret Service: unlock prompt was dismissed"

function bench(keychain: FakeKeychain = createFakeKeychain(), profileDir = tempDir()) {
  const clock = createFakeClock()
  const open = () =>
    openSecretStore({
      profileDir,
      clock,
      log: silentLog,
      platform: 'linux',
      startHelper: keychain.startHelper,
      answerTimeoutMs: 20,
    })
  return { keychain, profileDir, clock, open, store: open(), folder: join(profileDir, 'secrets') }
}

describe('with a keychain', () => {
  test('nothing is started before the first call', () => {
    const { keychain } = bench()
    expect(keychain.started).toBe(0)
  })

  test('keys lie in it under their name and the profile, and in no file', async () => {
    const { store, keychain, profileDir, folder } = bench()
    await store.set('BOARD_KEY', 'v')
    expect([...keychain.values]).toEqual([[`BOARD_KEY ${profileDir}`, 'v']])
    expect(existsSync(folder)).toBe(false)
    expect(await store.get('BOARD_KEY')).toBe('v')
    await store.remove('BOARD_KEY')
    expect(await store.get('BOARD_KEY')).toBeNull()
    expect(await store.describe()).toMatchObject({ kind: 'keychain', message: expect.stringContaining('keyring') })
  })

  test('two profiles share no key', async () => {
    const keychain = createFakeKeychain()
    const [one, other] = [bench(keychain), bench(keychain)]
    await one.store.set('BOARD_KEY', 'one')
    expect(await other.store.get('BOARD_KEY')).toBeNull()
    await other.store.remove('BOARD_KEY')
    expect(await one.store.get('BOARD_KEY')).toBe('one')
  })

  test('it is tried once, by one helper, and the trial leaves nothing behind', async () => {
    const { store, keychain } = bench()
    await Promise.all([store.describe(), store.get('BOARD_KEY'), store.get('OTHER_KEY')])
    await store.describe()
    expect(keychain.started).toBe(1)
    expect(keychain.calls.filter(({ account }) => account.startsWith('check '))).toHaveLength(3)
    expect(keychain.values.size).toBe(0)
  })

  const failures: [string, string, string][] = [
    ['a question that was waved away', DISMISSED, 'locked'],
    ['a user who said no', 'Platform failure: User canceled the operation.', 'denied'],
    ['a value that is too long', "Attribute 'password' is longer than the platform limit of 2560 chars", 'refused'],
    ['something that is no text', 'Password data is not valid UTF-8', 'damaged'],
    ['a service that went away', NO_SERVICE, 'unavailable'],
  ]
  test.each(failures)('%s after the trial is told as %3$s', async (_name, wording, reason) => {
    const { store, keychain } = bench()
    await store.describe()
    keychain.fail = wording
    const error = await store.set('BOARD_KEY', 'canary').catch((error: unknown) => error)
    expect(error).toBeInstanceOf(SecretStoreError)
    expect(error).toMatchObject({ reason, message: expect.stringMatching(/^(The|What the) .*keyring.*\.$/) })
    expect(String(error)).not.toContain('canary')
  })

  test('a helper that dies under a call is one failure, and the next call has a new one', async () => {
    const { store, keychain } = bench()
    await store.set('BOARD_KEY', 'v')
    keychain.fail = 'dies'
    await expect(store.get('BOARD_KEY')).rejects.toMatchObject({ reason: 'unavailable' })
    keychain.fail = null
    expect(await store.get('BOARD_KEY')).toBe('v')
    expect(keychain.started).toBe(2)
  })

  test('a keychain that waits for its owner is not waited for without end: the helper is killed', async () => {
    const { store, keychain } = bench()
    await store.set('BOARD_KEY', 'v')
    keychain.fail = 'silent'
    await expect(store.get('BOARD_KEY')).rejects.toMatchObject({ reason: 'locked' })
    expect(keychain.killed).toBe(1)
    keychain.fail = null
    expect(await store.get('BOARD_KEY')).toBe('v')
  })
})

describe('without a keychain', () => {
  const absent: [string, string, RegExp][] = [
    ['no service', NO_SERVICE, /cannot be reached/],
    ['a locked one', DISMISSED, /is locked/],
    ['one that never answers', 'silent', /is locked/],
    ['a helper that dies', 'dies', /cannot be reached/],
    ['an addon that is not there', 'Cannot find native binding.', /cannot be reached/],
    [
      'a keyring without a collection',
      "Couldn't access platform storage: Secret Service: no result found",
      /cannot be reached/,
    ],
  ]
  test.each(absent)('%s: keys go to the file, and it says why and how safe that is', async (_name, wording, why) => {
    const { store, keychain, folder } = bench()
    keychain.fail = wording
    await store.set('BOARD_KEY', 'v')
    expect(await store.get('BOARD_KEY')).toBe('v')
    expect(readdirSync(folder).sort()).toEqual(['BOARD_KEY.secret', 'key'])
    const { kind, message } = await store.describe()
    expect(kind).toBe('file')
    expect(message).toMatch(why)
    expect(message).toMatch(/less safe than a keychain/)
  })

  test('a service that comes later is found later, and the key moves there', async () => {
    const { store, keychain, clock, folder, profileDir } = bench()
    keychain.fail = NO_SERVICE
    await store.set('BOARD_KEY', 'v')
    keychain.fail = null
    expect((await store.describe()).kind).toBe('file')
    clock.jump(6 * 60_000)
    expect((await store.describe()).kind).toBe('keychain')
    expect(await store.get('BOARD_KEY')).toBe('v')
    expect(keychain.values.get(`BOARD_KEY ${profileDir}`)).toBe('v')
    expect(readdirSync(folder)).toEqual(['key'])
  })

  test('one that was locked is not tried again by this process: each try asks its owner', async () => {
    const { store, keychain, clock, open } = bench()
    keychain.fail = DISMISSED
    await store.describe()
    keychain.fail = null
    clock.jump(3_600_000)
    expect((await store.describe()).kind).toBe('file')
    expect((await open().describe()).kind).toBe('keychain')
  })

  test('a key set in the keychain goes before an older one in the file', async () => {
    const { store, keychain, open } = bench()
    keychain.fail = DISMISSED
    await store.set('BOARD_KEY', 'older')
    keychain.fail = null
    await open().set('BOARD_KEY', 'newer')
    expect(await open().get('BOARD_KEY')).toBe('newer')
    expect(await store.get('BOARD_KEY')).toBeNull()
  })

  test('a key that the keychain does not take stays in the file and is still answered', async () => {
    const { store, keychain, clock } = bench()
    keychain.fail = NO_SERVICE
    await store.set('BOARD_KEY', 'v')
    keychain.fail = null
    clock.jump(6 * 60_000)
    await store.describe()
    keychain.fail = DISMISSED
    expect(await store.get('BOARD_KEY')).toBe('v')
    keychain.fail = null
    expect(await store.get('BOARD_KEY')).toBe('v')
  })
})
