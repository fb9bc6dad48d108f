import { expect, test } from 'vitest'
import { cityWord, placeShort, placeWords } from './place.ts'

test.each([
  [{ city: 'Berlin', countryCode: 'DE' }, 'Berlin, Germany'],
  [{ city: null, countryCode: 'NL' }, 'Netherlands'],
  [{ city: 'Atlantis', countryCode: null }, 'Atlantis'],
  [{ city: null, countryCode: null }, 'Place not stated'],
])('%j in full: %s', (place, expected) => {
  expect(placeWords(place)).toBe(expected)
})

test.each([
  [{ city: 'Berlin', countryCode: 'DE' }, 1, 'Berlin, DE'],
  [{ city: 'Berlin', countryCode: 'DE' }, 3, 'Berlin, DE +2'],
  [{ city: null, countryCode: 'NL' }, 1, 'Netherlands'],
  [{ city: 'Atlantis', countryCode: null }, 0, 'Atlantis'],
  [{ city: null, countryCode: null }, 0, null],
  [null, 0, null],
])('%j among %i in short: %s', (place, count, expected) => {
  expect(placeShort(place, count)).toBe(expected)
})

test.each([
  ['berlin', 'Berlin'],
  ['new york', 'New York'],
  ['l’aquila', 'L’aquila'],
  ['łódź', 'Łódź'],
  ['Frankfurt am Main', 'Frankfurt am Main'],
])('the city %s is shown as %s', (city, shown) => {
  expect(cityWord(city)).toBe(shown)
})
