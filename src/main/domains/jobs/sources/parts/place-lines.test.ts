import { describe, expect, test } from 'vitest'
import { countryCodeOf, eachPlaceOnce, MAX_PLACES, placeLine } from './place-lines.ts'

test.each([
  [['Berlin', 'Germany'], 'Berlin, Germany'],
  [['Luxembourg', 'Luxembourg', 'LU'], 'Luxembourg, LU'],
  [[' ', null, 'Germany', 7], 'Germany'],
  [['Z&uuml;rich', undefined, 'CH'], 'Zürich, CH'],
  [[null, ''], null],
  [[], null],
])('writes %j as the place %j', (parts, line) => {
  expect(placeLine(parts)).toBe(line)
})

describe('a list of places', () => {
  test('ends where no opening has more', () => {
    const places = Array.from({ length: 50_000 }, (_, index) => `Place ${index}`)
    expect(eachPlaceOnce(places)).toEqual(places.slice(0, MAX_PLACES))
  })

  test.each([
    [['Berlin, Germany', 'Berlin', 'germany', 'Berlin, Germany'], ['Berlin, Germany']],
    [
      ['New York', 'York'],
      ['New York', 'York'],
    ],
    [
      ['Berlin (Remote)', 'Berlin', 'Munich'],
      ['Berlin (Remote)', 'Munich'],
    ],
    [
      ['Germany', 'Berlin, Germany'],
      ['Germany', 'Berlin, Germany'],
    ],
    [['Remote - Germany', 'Germany', 'Remote'], ['Remote - Germany']],
    [[], []],
  ])('keeps of %j %j', (places, kept) => {
    expect(eachPlaceOnce(places)).toEqual(kept)
  })
})

test.each([
  ['de', 'DE'],
  ['UK', 'GB'],
  ['USA', 'US'],
  ['United States', 'US'],
  ['Deutschland', 'DE'],
  ['xx', null],
  ['Berlin', null],
  ['', null],
  [null, null],
  [49, null],
  ['x'.repeat(5000), null],
])('takes %j for the country %j', (value, code) => {
  expect(countryCodeOf(value)).toBe(code)
})
