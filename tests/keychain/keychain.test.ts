import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findCredentials } from '@napi-rs/keyring'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '#main/infra/time/clock.ts'
import { KEYCHAIN_SERVICE } from '#main/shell/headless/secret-store/keychain-helper.ts'
import { startNodeHelper } from '#main/shell/headless/secret-store/node-helper.ts'
import { openSecretStore } from '#main/shell/headless/secret-store/open-secret-store.ts'
import { tempDir } from '../support/profile.ts'
import { silentLog } from '../support/silent-log.ts'
import { testCore } from '../support/test-core.ts'

/** The keychain of this machine, through the helper that the app uses. Profiles are of the test, and their keys are taken out
 *  again. */
function profile() {
  const profileDir = tempDir()
  const store = open(profileDir)
  onTestFinished(() => store.remove('BOARD_KEY'))
  return { profileDir, store }
}

function open(profileDir: string) {
  return openSecretStore({ profileDir, clock: systemClock, log: silentLog, startHelper: startNodeHelper })
}

function ofProfile(profileDir: string): string[] {
  return findCredentials(KEYCHAIN_SERVICE)
    .map(({ account }) => account)
    .filter((account) => account.includes(profileDir))
}

describe('the keychain of this machine', () => {
  test('is found, and says where keys go', async () => {
    const { kind, message } = await profile().store.describe()
    expect({ kind, message }).toEqual({ kind: 'keychain', message: expect.stringMatching(/^Keys are kept in the /) })
  })

  const values: [string, string][] = [
    ['an ordinary key', randomUUID()],
    ['letters of many scripts', 'ключ-κλειδί-鍵-🔑'],
    ['quotes, line ends and a zero-width space', `a"b'c\\d\n\te\u200b`],
    ['a thousand characters', 'k'.repeat(1000)],
  ]
  test.each(values)('keeps %s as it is, for the next process too', async (_name, value) => {
    const { store, profileDir } = profile()
    await store.set('BOARD_KEY', value)
    expect(await store.get('BOARD_KEY')).toBe(value)
    expect(await open(profileDir).get('BOARD_KEY')).toBe(value)
    expect(ofProfile(profileDir)).toEqual([expect.stringMatching(/^BOARD_KEY /)])
    expect(existsSync(join(profileDir, 'secrets'))).toBe(false)
  })

  test('replaces a key and forgets a removed one; removing twice is nothing', async () => {
    const { store, profileDir } = profile()
    expect(await store.get('BOARD_KEY')).toBeNull()
    await store.set('BOARD_KEY', 'first')
    await store.set('BOARD_KEY', 'second')
    expect(await store.get('BOARD_KEY')).toBe('second')
    expect(ofProfile(profileDir)).toHaveLength(1)
    await store.remove('BOARD_KEY')
    await store.remove('BOARD_KEY')
    expect(await store.get('BOARD_KEY')).toBeNull()
    expect(ofProfile(profileDir)).toEqual([])
  })

  test('two profiles share no key', async () => {
    const [one, other] = [profile(), profile()]
    await one.store.set('BOARD_KEY', 'one')
    expect(await other.store.get('BOARD_KEY')).toBeNull()
    await other.store.set('BOARD_KEY', 'other')
    expect(await one.store.get('BOARD_KEY')).toBe('one')
  })

  test('many calls at once are all answered', async () => {
    const { store } = profile()
    await store.set('BOARD_KEY', 'v')
    const answers = await Promise.all(Array.from({ length: 30 }, () => store.get('BOARD_KEY')))
    expect(new Set(answers)).toEqual(new Set(['v']))
  })

  test('the trial leaves nothing in it', async () => {
    await profile().store.describe()
    expect(findCredentials(KEYCHAIN_SERVICE).filter(({ account }) => account.startsWith('check '))).toEqual([])
  })

  test('a core over it keeps no key in the profile', async () => {
    const { store, profileDir } = profile()
    const { client } = testCore({ profileDir, secrets: store })
    const [key] = (await client.secrets.list()).secrets
    if (key === undefined) return
    onTestFinished(() => store.remove(key.name))
    const view = await client.secrets.set({ name: key.name, value: 'v' })
    expect(view.store.kind).toBe('keychain')
    expect(view.secrets.find(({ name }) => name === key.name)).toMatchObject({ isSet: true, origin: 'keychain' })
    expect(readdirSync(profileDir)).not.toContain('secrets')
    await client.secrets.remove({ name: key.name })
    expect(ofProfile(profileDir)).toEqual([])
  })
})

// The rest is done to a keyring of the test's own. It locks it, and nobody is there to unlock it again: it comes last.
const hasOwnKeyring = process.env['CAREER_COPILOT_TEST_KEYRING'] === 'own'

describe.runIf(hasOwnKeyring)('a keyring that cannot be used', () => {
  test('one that nobody serves: keys go to the file, and it says why', async () => {
    const profileDir = tempDir()
    const bus = process.env['DBUS_SESSION_BUS_ADDRESS']
    process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nowhere/bus'
    onTestFinished(() => void (process.env['DBUS_SESSION_BUS_ADDRESS'] = bus))
    const store = open(profileDir)
    const { kind, message } = await store.describe()
    expect({ kind, message }).toEqual({ kind: 'file', message: expect.stringMatching(/cannot be reached.*less safe/) })
    await store.set('BOARD_KEY', 'v')
    expect(await store.get('BOARD_KEY')).toBe('v')
  })

  test('one that is locked under the app says so, and a process that begins then uses the file', async () => {
    const profileDir = tempDir()
    const store = open(profileDir)
    await store.set('BOARD_KEY', 'v')
    lockKeyring()
    await expect(store.get('BOARD_KEY')).rejects.toMatchObject({ reason: 'locked' })
    await expect(store.set('OTHER_KEY', 'v')).rejects.toMatchObject({ reason: 'locked' })
    const { kind, message } = await open(profileDir).describe()
    expect({ kind, message }).toEqual({ kind: 'file', message: expect.stringMatching(/is locked.*less safe/) })
  })
})

function lockKeyring(): void {
  const [name, path] = ['org.freedesktop.secrets', '/org/freedesktop/secrets']
  const lock = ['org.freedesktop.Secret.Service.Lock', `array:objpath:${path}/aliases/default`]
  execFileSync('dbus-send', ['--session', '--print-reply', `--dest=${name}`, path, ...lock])
}
