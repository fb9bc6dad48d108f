import { expect, test } from 'vitest'
import { fromCapitals } from './capitals.ts'

test.each([
  ['SANDVIKA', 'Sandvika'],
  ['MO I RANA', 'Mo i Rana'],
  ['ÅLESUND', 'Ålesund'],
  ['NEUILLY-SUR-SEINE', 'Neuilly-sur-Seine'],
  ['LE MANS', 'Le Mans'],
  ["VILLENEUVE D'ASCQ", "Villeneuve D'Ascq"],
  ['LYON 03', 'Lyon 03'],
  ['Paris 12e Arrondissement', 'Paris 12e Arrondissement'],
  ['UK', 'UK'],
  ['', ''],
])('%s becomes %s', (written, name) => {
  expect(fromCapitals(written)).toBe(name)
})
