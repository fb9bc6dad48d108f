import { expect, test } from 'vitest'
import { workplaceOf } from './workplace-words.ts'

test.each([
  ['remote', 'remote'],
  ['Fully Remote', 'remote'],
  ['HYBRID', 'hybrid'],
  ['OnSite', 'onsite'],
  ['on-site', 'onsite'],
  ['on_site', 'onsite'],
  ['unspecified', null],
  ['Berlin', null],
  ['', null],
  [true, null],
  [null, null],
])('takes %j for %j', (word, workplace) => {
  expect(workplaceOf(word)).toBe(workplace)
})
