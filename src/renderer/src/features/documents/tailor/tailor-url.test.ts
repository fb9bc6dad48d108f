import { expect, test } from 'vitest'
import { readTailorSearch } from './tailor-url.ts'

test.each([
  [
    { job: '12', kind: 'letter' },
    { job: 12, kind: 'letter' },
  ],
  [{ job: 12 }, { job: 12 }],
  [{ job: -1, kind: 'poem' }, {}],
  [{ job: '1e3' }, {}],
  [{ job: [1, 2] }, {}],
  [{}, {}],
])('%j reads as %j', (raw, search) => {
  expect(readTailorSearch(raw)).toEqual(search)
})
