import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '#main/infra/log/log.ts'
import { AI_PROVIDERS } from '#shared/ai.ts'
import { createFakeClock } from '../../fakes/fake-clock.ts'
import type { AiMode } from '../../fakes/ai/modes.ts'
import { fakeProvider, NOW } from '../../support/ai-world.ts'
import { allOf, canaryOf, filesWith, holds } from '../../support/canary.ts'
import { tempDir } from '../../support/profile.ts'
import { testCore } from '../../support/test-core.ts'

const KEY_NAMES = ['GROQ_API_KEY', 'OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_API_KEY', 'COMPATIBLE_API_KEY']
const SDKS = new Set(['openai', 'groq-sdk', '@anthropic-ai/sdk', '@google/genai'])

test('a new profile sends nothing: Groq is first and off until it has a key', async () => {
  const core = testCore()
  const providers = await core.client.ai.providers()
  expect(providers.map(({ id }) => id)).toEqual([...AI_PROVIDERS])
  expect(providers.map(({ isOn, hasKey }) => [isOn, hasKey])).toEqual([
    [true, false],
    [false, false],
    [false, false],
    [false, false],
    [false, false],
  ])
  for (const { models, keyName } of providers) {
    expect(KEY_NAMES).toContain(keyName)
    for (const model of models) {
      expect(model.source).not.toBe('')
      // A price has its day, and no price has none.
      expect(model.asOf === null).toBe(model.inputUsdPerMillion === null)
    }
  }
  expect(await core.client.ai.usage({})).toMatchObject({ budgetUsd: 5, spentUsd: 0, calls: 0 })
  await expect(core.client.ai.call({ id: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a price holds from its day on: the dearer one of Gemini from January', async () => {
  const price = async (now: number) => {
    const core = testCore({ clock: createFakeClock({ now }) })
    await core.client.settings.update({ timeZone: 'UTC' })
    const google = (await core.client.ai.providers()).find(({ id }) => id === 'google')
    return google?.models.find(({ id }) => id === 'gemini-3.8-flash')
  }
  expect(await price(Date.UTC(2026, 11, 31))).toMatchObject({ inputUsdPerMillion: 0.75, asOf: '2026-10-07' })
  expect(await price(Date.UTC(2027, 0, 1))).toMatchObject({ inputUsdPerMillion: 1.5, asOf: '2027-01-01' })
})

test.each(AI_PROVIDERS)('%s: its key is set, tested and refused, under Keys and under AI', async (id) => {
  const key = 'a-key-of-the-test'
  const fake = await fakeProvider(id, { key })
  const core = testCore({ baseUrls: { [id]: fake.baseUrl } })
  const name = KEY_NAMES[AI_PROVIDERS.indexOf(id)] ?? ''
  const { secrets } = await core.client.secrets.set({ name, value: key })
  expect(secrets.find((secret) => secret.name === name)).toMatchObject({ isSet: true })
  expect(await core.client.ai.test({ provider: id })).toMatchObject({
    isOk: true,
    models: ['another-model', 'the-model'],
  })
  expect(await core.client.secrets.test({ name })).toMatchObject({ isOk: true })
  await core.client.secrets.set({ name, value: 'another' })
  const refused = await core.client.ai.test({ provider: id })
  expect(refused).toMatchObject({ isOk: false, state: 'key_rejected' })
  expect(refused.message).toMatch(/does not take the key/)
  const calls = await core.client.ai.calls({})
  expect(calls.map(({ purpose, state, costUsd }) => [purpose, state, costUsd])).toEqual([
    ['test', 'key_rejected', 0],
    ['test', 'ok', 0],
    ['test', 'ok', 0],
  ])
})

test('prompts: the bundled text, a version of one’s own, what is wrong with one, back to the bundled one', async () => {
  const core = testCore({ clock: createFakeClock({ now: NOW }) })
  const prompts = await core.client.ai.prompts()
  expect(prompts.map(({ purpose, version }) => [purpose, version])).toEqual([
    ['resume', 0],
    ['letter', 0],
    ['interview', 0],
  ])
  for (const { text, bundled, places } of prompts) {
    expect(text).toBe(bundled)
    for (const { name } of places) expect(text).toContain(`{{${name}}}`)
  }
  const text = 'Facts {{facts}}, posting {{ posting }}, options {{options}}. Short.'
  const saved = await core.client.ai.savePrompt({ purpose: 'letter', text })
  expect(saved).toMatchObject({ version: 1, text, versions: [{ version: 1, savedAt: NOW }] })
  await expect(
    core.client.ai.savePrompt({ purpose: 'letter', text: 'Only {{posting}} and {{secrets}} and {{}}' }),
  ).rejects.toMatchObject({ code: 'PROMPT_INVALID', data: { missing: ['facts', 'options'], unknown: ['secrets', ''] } })
  expect(await core.client.ai.usePrompt({ purpose: 'letter', version: 0 })).toMatchObject({ version: 0 })
  expect(await core.client.ai.usePrompt({ purpose: 'letter', version: 1 })).toMatchObject({ version: 1, text })
  await expect(core.client.ai.usePrompt({ purpose: 'letter', version: 7 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(core.client.ai.usePrompt({ purpose: 'resume', version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('one client asks, the other one is told and finds it in the ledger', async () => {
  const fake = await fakeProvider('groq', { key: 'a-key' })
  const core = testCore({ baseUrls: { groq: fake.baseUrl }, environment: () => 'a-key' })
  const usage = async () => (await core.client.ai.usage({})).calls
  const stop = new AbortController()
  const heard = await core.client.events.stream(undefined, { signal: stop.signal })
  const seen: number[] = []
  const other = (async () => {
    for await (const { type } of heard) {
      if (type !== 'ai.changed') continue
      const [call] = await core.client.ai.calls({})
      if (call?.state !== 'ok') continue
      seen.push(await usage())
      return
    }
  })()
  expect(await usage()).toBe(0)
  expect(await core.client.ai.test({ provider: 'groq' })).toMatchObject({ isOk: true })
  await other
  stop.abort()
  expect(seen).toEqual([1])
})

test('that another process asks, or uses another prompt, is heard of here', async () => {
  const fake = await fakeProvider('groq', { key: 'a-key' })
  const clock = createFakeClock({ now: NOW })
  const profileDir = tempDir()
  const ports = { profileDir, clock, baseUrls: { groq: fake.baseUrl }, environment: () => 'a-key' }
  const here = testCore(ports)
  const there = testCore(ports)
  let heard = 0
  here.events.listen(({ type }) => {
    if (type === 'ai.changed') heard += 1
  })
  here.start({ withSchedule: false })
  await there.client.ai.test({ provider: 'groq' })
  await clock.advance(2000)
  expect(heard).toBe(1)
  await there.client.ai.savePrompt({ purpose: 'letter', text: '{{facts}} {{posting}} {{options}} Short.' })
  await clock.advance(2000)
  expect(heard).toBe(2)
  await there.client.ai.usePrompt({ purpose: 'letter', version: 0 })
  await clock.advance(2000)
  expect(heard).toBe(3)
})

test('a prompt that was saved, or refused, is told once, or not', async () => {
  const core = testCore()
  let heard = 0
  core.events.listen(({ type }) => {
    if (type === 'ai.changed') heard += 1
  })
  await core.client.ai.savePrompt({ purpose: 'letter', text: '{{facts}} {{posting}} {{options}} Short.' })
  expect(heard).toBe(1)
  await expect(core.client.ai.savePrompt({ purpose: 'letter', text: 'None.' })).rejects.toThrow('The prompt cannot')
  await expect(core.client.ai.usePrompt({ purpose: 'letter', version: 9 })).rejects.toThrow('no such record')
  expect(heard).toBe(1)
})

const LEAKY: readonly AiMode[] = ['ok', 'echo_key', 'cut', 'garbage', 'web_page', 'busy_long', 'redirect', 'refusal']

test.each(LEAKY)('keys are in no file, answer or event when providers are: %s', async (mode) => {
  const canaries = KEY_NAMES.map(canaryOf)
  const profileDir = tempDir()
  const fakes = await Promise.all(AI_PROVIDERS.map((id) => fakeProvider(id, { mode })))
  const baseUrls = Object.fromEntries(fakes.map(({ provider, baseUrl }) => [provider, baseUrl]))
  const log = createLog({ dir: join(profileDir, 'logs'), level: 'debug' })
  const core = testCore({ profileDir, log, baseUrls, clock: createFakeClock({ now: NOW, autoAdvance: true }) })
  const seen: unknown[] = []
  core.events.listen((event) => seen.push(event))
  for (const name of KEY_NAMES) await core.client.secrets.set({ name, value: canaryOf(name) })
  for (const id of AI_PROVIDERS) seen.push(await core.client.ai.test({ provider: id }).catch((error: unknown) => error))
  seen.push(await core.client.ai.providers(), await core.client.ai.calls({}), await core.client.settings.get())
  for (const { id } of await core.client.ai.calls({})) seen.push(await core.client.ai.call({ id }))
  const arrived = fakes.flatMap(({ asked }) => asked.map(({ headers }) => JSON.stringify(headers))).join()
  expect(canaries.filter((canary) => !arrived.includes(canary))).toEqual([])
  const told = seen.map(allOf).join('\n')
  expect(canaries.filter((canary) => holds(told, canary))).toEqual([])
  expect(filesWith(profileDir, canaries)).toEqual([])
  await core.stop()
  expect(filesWith(profileDir, canaries)).toEqual([])
})

/** Starts a core in a process of its own, looks at everything, then asks one provider; prints the packages loaded before and after. */
const SCRIPT = `
  import { registerHooks } from 'node:module'
  const loaded = new Set()
  const load = (url, context, next) => {
    const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url)?.[1]
    if (name !== undefined) loaded.add(name)
    const module = next(url, context)
    if (!url.endsWith('/infra/db/migrations.ts')) return module
    // What the bundler puts there, read from the folder.
    const files = '(() => { const fs = process.getBuiltinModule("fs"); const dir = new URL("./migrations/", import.meta.url);' +
      'return Object.fromEntries(fs.readdirSync(dir).filter((n) => n.endsWith(".sql")).map((n) => ["./migrations/" + n, fs.readFileSync(new URL(n, dir), "utf8")])) })()'
    return { ...module, source: String(module.source).replace(/import\\.meta\\.glob[^(]*\\([^)]*\\)/, files) }
  }
  registerHooks({ load })
  const { createCore } = await import('#main/core.ts')
  const { createLog } = await import('#main/infra/log/log.ts')
  const { systemClock } = await import('#main/infra/time/clock.ts')
  const core = createCore({
    shell: 'test', version: '0', profileDir: process.argv[1], clock: systemClock,
    log: createLog({ dir: null, level: 'silent' }), baseUrls: { groq: 'http://127.0.0.1:9' },
    secrets: {}, environment: () => 'a-key',
  })
  core.start()
  await core.client.ai.providers()
  await core.client.ai.usage({})
  await core.client.ai.prompts()
  const before = [...loaded]
  await core.client.ai.test({ provider: 'groq' })
  const after = [...loaded]
  await core.stop()
  process.stdout.write(JSON.stringify({ before, after }))
`

test('starting the core and looking at its models loads no SDK; asking one provider loads its own', () => {
  const cwd = join(import.meta.dirname, '..', '..', '..')
  const args = ['--no-warnings', '--input-type=module', '-e', SCRIPT, '--', tempDir()]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  const { before, after } = JSON.parse(stdout) as { before: string[]; after: string[] }
  expect(before).toContain('better-sqlite3')
  expect(before.filter((name) => SDKS.has(name))).toEqual([])
  expect(after.filter((name) => SDKS.has(name))).toEqual(['groq-sdk'])
})
