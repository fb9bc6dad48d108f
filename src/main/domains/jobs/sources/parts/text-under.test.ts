import { expect, test } from 'vitest'
import { textUnder } from './text-under.ts'

test.each([
  [{ name: ' Acme  AB ', workplace: 'x' }, 'Acme AB'],
  [{ name: null, workplace: 'Acme Malmö' }, 'Acme Malmö'],
  [{ name: 7 }, null],
  ['Acme &amp; Co', 'Acme & Co'],
  ['', null],
  [['name'], null],
  [null, null],
  [undefined, null],
  [7, null],
])('%j says %j', (value, text) => {
  expect(textUnder(value, 'name', 'workplace')).toBe(text)
})

test('takes nothing from what every object has', () => {
  expect(textUnder({}, 'constructor', '__proto__')).toBeNull()
})
