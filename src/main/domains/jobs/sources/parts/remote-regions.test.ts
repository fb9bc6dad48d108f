import { expect, test } from 'vitest'
import { remoteRegions } from './remote-regions.ts'

test.each([
  ['Europe, UK', ['Europe', 'UK']],
  ['LATAM, Europe, USA', ['LATAM', 'Europe', 'USA']],
  ['USA;Canada', ['USA', 'Canada']],
  ['Worldwide', ['Worldwide']],
  ['Berlin, Germany', ['Berlin, Germany']],
  ['MÃ¼nchen, Germany', ['MÃ¼nchen, Germany']],
  ['Europe, USA timezones', ['Europe', 'USA timezones']],
  ['Germany, Germany', ['Germany']],
  [
    ['Germany', 'France', 7, null],
    ['Germany', 'France'],
  ],
  ['R&amp;D Land', ['R&D Land']],
  [',', [',']],
  ['  ', []],
  [null, []],
  [{ name: 'Germany' }, []],
  ['x, '.repeat(5000), ['x, '.repeat(5000).trim()]],
])('reads the places of %j', (field, places) => {
  expect(remoteRegions(field)).toEqual(places)
})
