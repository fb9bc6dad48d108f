import { expect, test } from 'vitest'
import { chosenModel } from './models.ts'

test.each([
  ['http://localhost:11434/v1', 0],
  ['http://127.0.0.1:1234/v1', 0],
  ['http://127.1:1234/v1', 0],
  ['http://[::1]:1234/v1', 0],
  ['https://127.evil.example/v1', null],
  ['https://127.0.0.1.evil.example/v1', null],
  ['https://localhost.evil.example/v1', null],
  ['http://192.168.1.7:1234/v1', null],
])('a model at %s of which only the name is known costs %s', (compatible, usd) => {
  const settings = {
    aiModels: { compatible: 'some-model' },
    aiOwnModels: [],
    aiBaseUrls: { compatible },
    aiRequestsPerMinute: {},
  }
  expect(chosenModel('compatible', { settings, day: '2026-11-10' })).toMatchObject({
    inputUsdPerMillion: usd,
    outputUsdPerMillion: usd,
  })
})
