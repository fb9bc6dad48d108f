import { readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createSecretsService } from '#main/domains/settings/secrets.service.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { SecretStoreError } from '#main/infra/secrets/secret-store.ts'
import { openSecretStore } from '#main/shell/headless/secret-store/open-secret-store.ts'
import { CHANNEL_SECRETS } from '#shared/notifications.ts'
import { secretsViewSchema } from '#shared/secrets.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { createFakeKeychain } from '../fakes/keychain.ts'
import { tempDir } from '../support/profile.ts'
import { silentLog } from '../support/silent-log.ts'
import { discover, testCore } from '../support/test-core.ts'

const DEFINITIONS = [
  { name: 'BOARD_KEY', label: 'Board key', helpUrl: 'https://board.example/keys', usedBy: ['Board'] },
  { name: 'OTHER_KEY', label: 'Other key', helpUrl: 'https://other.example/keys', usedBy: ['Other', 'Board'] },
]
const NO_SERVICE = 'Platform failure: no secret service'
const DISMISSED = 'Secret Service: unlock prompt was dismissed'

interface BenchOptions {
  readonly profileDir?: string
  readonly keychain?: ReturnType<typeof createFakeKeychain>
  readonly environment?: Readonly<Record<string, string>>
  readonly testKey?: (name: string) => Promise<{ isOk: boolean; message: string }>
}

/** The service of one process over a real database, with a store of its own and a keychain that the test owns. */
function bench(options: BenchOptions = {}) {
  const { profileDir = tempDir(), keychain = createFakeKeychain(), environment = {} } = options
  const clock = createFakeClock()
  const database = openDatabase({ path: join(profileDir, 'career-copilot.db'), now: clock.now() })
  const changes = { count: 0 }
  const start = () =>
    createSecretsService({
      database,
      clock,
      log: silentLog,
      store: openSecretStore({
        profileDir,
        clock,
        log: silentLog,
        platform: 'linux',
        startHelper: keychain.startHelper,
      }),
      environment: (name) => environment[name] ?? null,
      definitions: DEFINITIONS,
      testKey: options.testKey ?? (() => Promise.resolve({ isOk: true, message: 'Answers.' })),
      onChange: () => (changes.count += 1),
    })
  return { profileDir, keychain, clock, database, changes, start, service: start() }
}

describe('keys of a profile', () => {
  test('one is set, read, listed without its value, and removed', async () => {
    const { service, clock, changes } = bench()
    const view = await service.set({ name: 'BOARD_KEY', value: 'canary' })
    expect(secretsViewSchema.parse(view)).toEqual(view)
    expect(JSON.stringify(view)).not.toContain('canary')
    expect(view.secrets).toMatchObject([
      { name: 'BOARD_KEY', usedBy: ['Board'], isSet: true, origin: 'keychain', setAt: clock.now(), lastUsedAt: null },
      { name: 'OTHER_KEY', isSet: false, origin: null, setAt: null, lastTest: null },
    ])
    expect([service.isSet('BOARD_KEY'), service.isSet('OTHER_KEY')]).toEqual([true, false])
    expect([await service.read('BOARD_KEY'), await service.read('OTHER_KEY')]).toEqual(['canary', null])
    expect((await service.remove('BOARD_KEY')).secrets[0]).toMatchObject({
      isSet: false,
      origin: null,
      lastUsedAt: null,
    })
    expect(await service.read('BOARD_KEY')).toBeNull()
    expect(changes.count).toBe(2)
  })

  test('a name that nothing uses is not found', async () => {
    const { service } = bench()
    const name = 'NO_SUCH'
    for (const work of [
      () => service.set({ name, value: 'v' }),
      () => service.remove(name),
      () => service.test(name),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'secret', id: name } })
    }
  })

  test('asking whether keys are set never reaches the keychain, and neither does reading one that was never set', async () => {
    const { service, keychain } = bench()
    for (let time = 0; time < 30; time += 1) service.isSet('BOARD_KEY')
    expect(await service.read('BOARD_KEY')).toBeNull()
    expect(keychain.started).toBe(0)
  })

  test('a run reads each of its keys once', async () => {
    const { service, keychain } = bench()
    await service.set({ name: 'BOARD_KEY', value: 'v' })
    keychain.calls.length = 0
    const secret = await service.open(['BOARD_KEY', 'OTHER_KEY'])
    for (let time = 0; time < 100; time += 1)
      expect([secret('BOARD_KEY'), secret('OTHER_KEY'), secret('X')]).toEqual(['v', null, null])
    expect(keychain.calls.map(({ verb }) => verb)).toEqual(['get'])
  })

  test('the last use is written at most once a minute, and a new value begins without one', async () => {
    const { service, clock } = bench()
    await service.set({ name: 'BOARD_KEY', value: 'v' })
    const lastUse = async () => (await service.list()).secrets[0]?.lastUsedAt
    const first = clock.now()
    await service.read('BOARD_KEY')
    clock.jump(59_000)
    await service.read('BOARD_KEY')
    expect(await lastUse()).toBe(first)
    clock.jump(1_000)
    await service.read('BOARD_KEY')
    expect(await lastUse()).toBe(clock.now())
    await service.set({ name: 'BOARD_KEY', value: 'w' })
    expect(await lastUse()).toBeNull()
  })

  test('a test is remembered until the key changes, and a key in its wording is struck out', async () => {
    const { service, clock } = bench({
      testKey: () => Promise.resolve({ isOk: false, message: 'It said: no such key canary.' }),
    })
    expect(await service.test('BOARD_KEY')).toEqual({ isOk: false, message: 'There is no key yet.' })
    await service.set({ name: 'BOARD_KEY', value: 'canary' })
    const result = { isOk: false, message: 'It said: no such key [key].' }
    expect(await service.test('BOARD_KEY')).toEqual(result)
    expect((await service.list()).secrets[0]?.lastTest).toEqual({ at: clock.now(), ...result })
    await service.set({ name: 'BOARD_KEY', value: 'another' })
    expect((await service.list()).secrets[0]?.lastTest).toBeNull()
  })

  test('what another process sets or removes counts here at once', async () => {
    const one = bench()
    const other = one.start()
    await other.set({ name: 'BOARD_KEY', value: 'v' })
    expect([one.service.isSet('BOARD_KEY'), await one.service.read('BOARD_KEY')]).toEqual([true, 'v'])
    await other.remove('BOARD_KEY')
    expect([one.service.isSet('BOARD_KEY'), await one.service.read('BOARD_KEY')]).toEqual([false, null])
  })

  test('many are set at once and all are there', async () => {
    const { service } = bench()
    const values = ['a', 'b', 'c', 'd', 'e']
    await Promise.all(values.map((value) => service.set({ name: 'BOARD_KEY', value })))
    expect(values).toContain(await service.read('BOARD_KEY'))
    expect((await service.list()).secrets[0]?.isSet).toBe(true)
  })
})

describe('keys of the environment', () => {
  test('go before the store, are stored nowhere, and survive a removal', async () => {
    const { service, keychain, profileDir } = bench({ environment: { BOARD_KEY: 'given' } })
    expect([service.isSet('BOARD_KEY'), await service.read('BOARD_KEY')]).toEqual([true, 'given'])
    expect(keychain.started).toBe(0)
    await service.set({ name: 'BOARD_KEY', value: 'stored' })
    expect(await service.read('BOARD_KEY')).toBe('given')
    const removed = await service.remove('BOARD_KEY')
    expect(removed.secrets[0]).toMatchObject({ isSet: true, origin: 'environment', setAt: null })
    expect(keychain.values.size).toBe(0)
    expect(readdirSync(profileDir)).not.toContain('secrets')
  })
})

describe('a store that fails', () => {
  test('a locked keychain is SECRET_STORE for a client and its own error for the core', async () => {
    const { service, keychain } = bench()
    await service.set({ name: 'BOARD_KEY', value: 'canary' })
    keychain.fail = DISMISSED
    const told = {
      code: 'SECRET_STORE',
      data: { reason: 'The keyring of your desktop is locked and was not unlocked.' },
    }
    for (const work of [service.list, () => service.test('BOARD_KEY'), () => service.remove('BOARD_KEY')]) {
      await expect(work()).rejects.toMatchObject(told)
    }
    await expect(service.set({ name: 'OTHER_KEY', value: 'canary' })).rejects.toMatchObject(told)
    await expect(service.read('BOARD_KEY')).rejects.toThrow(SecretStoreError)
    await expect(service.open(['BOARD_KEY'])).rejects.toThrow(SecretStoreError)
    expect([service.isSet('BOARD_KEY'), service.isSet('OTHER_KEY')]).toEqual([true, false])
  })

  test('a key in a keychain that is out of reach stays listed, and is neither missing nor removable', async () => {
    const { service, keychain, start } = bench()
    await service.set({ name: 'BOARD_KEY', value: 'v' })
    keychain.fail = NO_SERVICE
    const later = start()
    const [key] = (await later.list()).secrets
    expect(key).toMatchObject({ isSet: true, origin: 'keychain', lastTest: { isOk: false, message: /keychain/ } })
    await expect(later.read('BOARD_KEY')).rejects.toMatchObject({ reason: 'unavailable' })
    await expect(later.remove('BOARD_KEY')).rejects.toMatchObject({ code: 'SECRET_STORE' })
    await later.set({ name: 'BOARD_KEY', value: 'anew' })
    expect(await later.read('BOARD_KEY')).toBe('anew')
    expect((await later.list()).secrets[0]).toMatchObject({ isSet: true, origin: 'file', lastTest: null })
  })

  test('a key that its owner took out of the keychain is no longer set', async () => {
    const { service, keychain, changes } = bench()
    await service.set({ name: 'BOARD_KEY', value: 'v' })
    keychain.values.clear()
    expect(await service.read('BOARD_KEY')).toBeNull()
    expect(service.isSet('BOARD_KEY')).toBe(false)
    expect(changes.count).toBe(2)
  })

  test('a damaged file is told beside its key; others go on, and setting it anew heals it', async () => {
    const { service, keychain, profileDir } = bench()
    keychain.fail = NO_SERVICE
    await service.set({ name: 'BOARD_KEY', value: 'v' })
    await service.set({ name: 'OTHER_KEY', value: 'w' })
    truncateSync(join(profileDir, 'secrets', 'BOARD_KEY.secret'), 9)
    expect((await service.list()).secrets).toMatchObject([
      { isSet: true, origin: 'file', lastTest: { isOk: false, message: expect.stringContaining('damaged') } },
      { isSet: true, origin: 'file', lastTest: null },
    ])
    await expect(service.read('BOARD_KEY')).rejects.toMatchObject({ reason: 'damaged' })
    await expect(service.test('BOARD_KEY')).rejects.toMatchObject({ code: 'SECRET_STORE' })
    expect(await service.read('OTHER_KEY')).toBe('w')
    await service.set({ name: 'BOARD_KEY', value: 'anew' })
    expect(await service.read('BOARD_KEY')).toBe('anew')
    writeFileSync(join(profileDir, 'secrets', 'BOARD_KEY.secret'), 'rubbish')
    expect((await service.remove('BOARD_KEY')).secrets[0]).toMatchObject({ isSet: false })
  })
})

describe('keys over the contract', () => {
  test('opening a core does not touch the store, nor does listing its sources', async () => {
    const touched: string[] = []
    const touch = (what: string) => () => {
      touched.push(what)
      return Promise.reject(new SecretStoreError('unavailable', 'There is none.'))
    }
    const secrets = { describe: touch('describe'), get: touch('get'), set: touch('set'), remove: touch('remove') }
    const { client } = testCore({ secrets })
    await client.discovery.sources()
    await client.health.get()
    expect(touched).toEqual([])
    await expect(client.secrets.list()).rejects.toMatchObject({
      code: 'SECRET_STORE',
      data: { reason: 'There is none.' },
    })
  })

  test('the keys are those that sources, channels and models name, and a client hears of a change', async () => {
    const { client, events } = testCore()
    const sources = await client.discovery.sources()
    const { secrets } = await client.secrets.list()
    const models = (await client.ai.providers()).flatMap(({ keyName }) => keyName ?? [])
    const named = [...sources.flatMap(({ keys }) => keys), ...Object.values(CHANNEL_SECRETS), ...models]
    expect(secrets.map(({ name }) => name).sort()).toEqual([...new Set(named)].sort())
    const heard: string[] = []
    events.listen(({ type }) => heard.push(type))
    for (const { name, usedBy } of secrets) {
      expect(usedBy.length).toBeGreaterThan(0)
      await client.secrets.set({ name, value: 'v' })
    }
    expect(heard).toEqual(secrets.map(() => 'settings.changed'))
    const after = await client.discovery.sources()
    expect(after.filter(({ keys }) => keys.length > 0).every(({ hasKeys }) => hasKeys)).toBe(true)
  })

  test('a source whose key cannot be read asks nobody, and says why in its run and its test', async () => {
    const profileDir = tempDir()
    const core = testCore({ profileDir, baseUrls: { 'the-muse': 'http://127.0.0.1:1' } })
    const name = 'THE_MUSE_API_KEY'
    await core.client.secrets.set({ name, value: 'v' })
    truncateSync(join(profileDir, 'secrets', `${name}.secret`), 9)
    const why = {
      state: 'error',
      problem: 'key_missing',
      message: expect.stringMatching(/damaged.*Set THE_MUSE_API_KEY anew/),
    }
    expect(await core.client.discovery.testSource({ sourceId: 'the-muse' })).toMatchObject(why)
    const run = await discover(core, ['the-muse'])
    expect(run.sources).toMatchObject([{ ...why, requests: 0 }])
  })

  test.each(['lower', 'A', '../X', 'KEY-1'])('%j is no name of a key', async (name) => {
    await expect(testCore().client.secrets.set({ name, value: 'v' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
