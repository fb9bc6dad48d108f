import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#main/infra/db/open.ts'
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
