import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './search-params.ts'

test.each([
  ['', {}],
  ['?', {}],
  ['?q=python', { q: 'python' }],
  ['?country=DE&country=NL', { country: ['DE', 'NL'] }],
  ['?skill=C%2B%2B&skill=R%26D', { skill: ['C++', 'R&D'] }],
  ['?q=%E0%A4%A', { q: '\uFFFD%A' }],
  ['?__proto__=1', JSON.parse('{"__proto__":"1"}') as Record<string, string>],
])('%s reads as %j', (text, expected) => {
  expect(parseSearch(text)).toEqual(expected)
})

test('what has no text form is left out of an address', () => {
  expect(stringifySearch({ a: undefined, b: null, c: {}, d: [], e: 'x y', f: 2 })).toBe('?e=x+y&f=2')
  expect(stringifySearch({})).toBe('')
})

test('text and lists survive the way through an address', () => {
  const lists = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 })
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string({ unit: 'grapheme' }), lists)),
      (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual(search)
      },
    ),
  )
})
