import { expect, test } from 'vitest'
import { AI_PROVIDERS } from '#shared/ai.ts'
import { chosenModel, factsOf, isThisComputer } from './models.ts'

test.each([
  ['http://localhost:11434/v1', true],
  ['http://127.0.0.1:1234/v1', true],
  ['http://127.1:1234/v1', true],
  ['http://[::1]:1234/v1', true],
  ['https://127.evil.example/v1', false],
  ['https://127.0.0.1.evil.example/v1', false],
  ['https://localhost.evil.example/v1', false],
  ['http://192.168.1.7:1234/v1', false],
  ['nothing', false],
])('%s is on this computer: %s', (compatible, isHere) => {
  expect(isThisComputer(compatible)).toBe(isHere)
})

test.each(['http://localhost:11434/v1', 'https://models.example/v1'])(
  'a model at %s of which only the name is known has no price until the user says one, be it 0',
  (compatible) => {
    const settings = {
      aiModels: { compatible: 'some-model' },
      aiOwnModels: [],
      aiBaseUrls: { compatible },
      aiRequestsPerMinute: {},
    }
    const day = '2026-11-10'
    expect(chosenModel('compatible', { settings, day })).toMatchObject({
      inputUsdPerMillion: null,
      outputUsdPerMillion: null,
      asOf: null,
    })
    const free = { id: 'some-model', inputUsdPerMillion: 0, outputUsdPerMillion: 0, asOf: day }
    const told = { ...settings, aiOwnModels: [{ provider: 'compatible' as const, ...free }] }
    expect(chosenModel('compatible', { settings: told, day })).toMatchObject({ ...free, isOwn: true })
  },
)

const listed = AI_PROVIDERS.flatMap((provider) => factsOf(provider).models.map((model) => [provider, model] as const))

test.each(listed)(
  '%s: a price has its source and its day, in order; a model without one says when that was so: %o',
  (_provider, model) => {
    const days = model.prices.map(({ from }) => from)
    expect(days).toEqual([...new Set(days)].toSorted())
    expect(model.source).toMatch(days.length === 0 ? /, read \d{1,2} \w+ 20\d\d$/ : /./)
  },
)

test.each(listed)('%s: before the first day of its price nobody says what it costs: %o', (provider, { id, prices }) => {
  const settings = { aiModels: { [provider]: id }, aiOwnModels: [], aiBaseUrls: {}, aiRequestsPerMinute: {} }
  const on = (day: string) => chosenModel(provider, { settings, day })
  expect(on('2020-01-01')).toMatchObject({ inputUsdPerMillion: null, outputUsdPerMillion: null, asOf: null })
  for (const { from, inputUsdPerMillion } of prices) expect(on(from)).toMatchObject({ inputUsdPerMillion, asOf: from })
})
