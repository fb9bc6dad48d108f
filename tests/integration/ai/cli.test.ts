import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLedger } from '#main/infra/ai/ledger.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { processOwner } from '#main/infra/tasks/lease.ts'
import { fakeProvider } from '../../support/ai-world.ts'
import { canaryOf } from '../../support/canary.ts'
import { type CliResult, runCliProcess } from '../../support/cli.ts'
import { tempDir } from '../../support/profile.ts'

const KEY = canaryOf('GROQ_API_KEY')

function ai(home: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  return runCliProcess(['ai', ...args, '--home', home], { GROQ_API_KEY: '', ...env })
}

/** A profile with one call of this month and one of another. */
function homeWithCalls(): string {
  const home = tempDir()
  const database = openDatabase({ path: join(home, 'career-copilot.db'), now: Date.now() })
  onTestFinished(() => database.close())
  const insert = database.raw.prepare(
    `insert into ai_call (provider, model, purpose, state, started_at, ms, input_tokens, output_tokens, cost_usd, sent, received)
     values ('groq', 'openai/gpt-oss-120b', 'letter', 'ok', ?, 900, 1200, 300, 0.25, 'What went out', 'What came in')`,
  )
  insert.run(Date.now())
  insert.run(Date.UTC(2026, 0, 15))
  database.close()
  return home
}

test('providers, with model, price and its day', async () => {
  const home = tempDir()
  const { code, stdout } = await ai(home, ['providers'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^groq +on +none +openai\/gpt-oss-120b +0\.15 \/ 0\.6 +2026-06-04/m)
  expect(stdout).toMatch(/^compatible +off +none +not known +http:\/\/localhost:11434\/v1$/m)
  const json = await ai(home, ['providers', '--json'])
  expect(JSON.parse(json.stdout)).toMatchObject([{ id: 'groq', hasKey: false }, {}, {}, {}, {}])
})

test('a test says whether the key is taken, by words and by its exit code, and never what it is', async () => {
  const fake = await fakeProvider('groq', { key: KEY })
  const home = tempDir()
  const flags = ['--base-url', `groq=${fake.baseUrl}`]
  const good = await ai(home, ['test', 'groq', ...flags], { GROQ_API_KEY: KEY })
  expect(good).toEqual({ code: 0, stdout: 'Groq answers, with 2 models.\n', stderr: '' })
  const bad = await ai(home, ['test', 'groq', '--json', ...flags], { GROQ_API_KEY: 'other' })
  expect(bad.code).toBe(1)
  expect(JSON.parse(bad.stdout)).toMatchObject({ isOk: false, state: 'key_rejected' })
  expect(await ai(home, ['test', 'groq', ...flags])).toMatchObject({
    code: 1,
    stdout: 'Groq has no key. Set it in Settings, Keys.\n',
  })
  expect(await ai(home, ['test', 'nobody'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/There is no provider "nobody"; there are groq/),
  })
})

test('calls without a price are no calls for nothing, in words and as JSON', async () => {
  const home = homeWithCalls()
  const database = openDatabase({ path: join(home, 'career-copilot.db'), now: Date.now() })
  onTestFinished(() => database.close())
  const begin = (mostUsd: number | null, startedAt: number) =>
    createLedger(database, { owner: processOwner(), onChange: () => undefined }).begin(
      {
        provider: 'compatible',
        model: 'local',
        purpose: 'letter',
        fallbackOf: null,
        most: { inputTokens: 90, outputTokens: 20, cacheWriteTokens: 0 },
        mostUsd,
        isHere: true,
        sent: 'What went out',
        now: startedAt,
      },
      { budgetUsd: null, month: { startsAt: 0, endsAt: 1 }, requestsPerMinute: 60 },
    )
  begin(null, Date.now())
  begin(null, Date.UTC(2026, 1, 15))
  begin(null, Date.UTC(2026, 1, 15, 1))
  database.close()
  expect((await ai(home, ['usage'])).stdout).toMatch(/: \$0\.25 and 1 call without a price, of \$5\.00; 2 calls/)
  const february = await ai(home, ['usage', '--month', '2026-02'])
  expect(february.stdout).toMatch(/^2026-02: 2 calls without a price, of \$5\.00; 2 calls/)
  expect(february.stdout).toMatch(/^compatible +2 +0 +2 calls without a price$/m)
  const json = await ai(home, ['usage', '--month', '2026-02', '--json'])
  expect(JSON.parse(json.stdout)).toMatchObject({
    spentUsd: null,
    unpriced: 2,
    byProvider: [{ provider: 'compatible', costUsd: null, unpriced: 2 }],
  })
  expect((await ai(home, ['calls'])).stdout).toMatch(/^3 .* local +running +~90 +~20 +no price$/m)
  expect(JSON.parse((await ai(home, ['calls', '--json'])).stdout)).toMatchObject([
    {},
    {},
    { id: 3, costUsd: null },
    {},
    {},
  ])
})

test('what was spent, the calls, and one of them with its texts', async () => {
  const home = homeWithCalls()
  expect((await ai(home, ['usage'])).stdout).toMatch(/: \$0\.25, of \$5\.00; 1 calls, 1200 tokens in, 300 out/)
  const january = await ai(home, ['usage', '--month', '2026-01', '--json'])
  expect(JSON.parse(january.stdout)).toMatchObject({ month: '2026-01', spentUsd: 0.25, calls: 1 })
  expect(await ai(home, ['usage', '--month', '2026-13'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no month/),
  })
  const calls = await ai(home, ['calls', '--json', '--limit', '1'])
  expect(JSON.parse(calls.stdout)).toMatchObject([{ id: 2, state: 'ok' }])
  expect((await ai(home, ['calls'])).stdout).toMatch(/^1 .*letter +groq/m)
  expect((await ai(home, ['call', '1'])).stdout).toMatch(
    /What was sent:\nWhat went out\n\nWhat came back:\nWhat came in/,
  )
  expect(await ai(home, ['call', '9'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/There is no call called "9"/),
  })
  expect(await ai(home, ['call', 'x'])).toMatchObject({ code: 2 })
})
