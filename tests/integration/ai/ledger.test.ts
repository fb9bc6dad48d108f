import { spawnSync } from 'node:child_process'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { aiWorld, fakeProvider, messages, NOW } from '../../support/ai-world.ts'

const ask = { purpose: 'resume', messages, maxOutputTokens: 1000 } as const

test('a call whose process was killed is settled at the next start, and the most it may have cost stays counted', async () => {
  const world = aiWorld([await fakeProvider('groq')])
  const { pid } = spawnSync(process.execPath, ['--version'])
  const insert = world.database.raw.prepare(
    `insert into ai_call (provider, model, purpose, state, started_at, input_tokens, output_tokens, cost_usd, message, sent)
     values ('groq', 'the-model', 'resume', 'running', ?, 900, 1000, 0.5, ?, 'what was sent')`,
  )
  insert.run(NOW, `${hostname()}/${pid}/gone`)
  insert.run(NOW, `${hostname()}/${process.pid}/alive`)
  insert.run(NOW, `another-name/${process.pid}/just-now`)
  insert.run(NOW - 1, `another-name/${process.pid}/long-ago`)
  insert.run(NOW - 1, `${hostname()}/${process.pid}/number-given-out-again`)
  insert.run(NOW - 1, world.owner)
  world.ledger.settleLost(NOW)
  const [lost, alive, ...others] = world.calls()
  expect(others.map(({ state }) => state)).toEqual(['running', 'failed', 'failed', 'running'])
  expect(lost).toMatchObject({ state: 'failed', costUsd: 0.5, inputTokens: 900, outputTokens: 1000, isEstimated: true })
  expect(lost?.message).toMatch(/ended during this call.*most it may have cost/)
  expect(alive).toMatchObject({ state: 'running', message: '' })
})

test('what was sent is kept as it was sent, and forgotten by age; the figures stay', async () => {
  const world = aiWorld([await fakeProvider('groq', { answer: 'An answer.' })])
  await world.gateway.generate(ask)
  const kept = world.ledger.get(1)
  expect(JSON.parse(kept?.sent ?? '')).toMatchObject({ to: 'Groq', model: 'the-model', messages })
  expect(kept?.received).toBe('An answer.')
  world.ledger.purgeTexts(NOW)
  expect(world.ledger.get(1)?.received).toBe('An answer.')
  world.ledger.purgeTexts(NOW + 86_400_000)
  expect(world.ledger.get(1)).toMatchObject({ sent: '', received: '', state: 'ok', inputTokens: 120 })
})
