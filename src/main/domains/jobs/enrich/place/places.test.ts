import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '#shared/facts.ts'
import table from './fixtures/locations.json' with { type: 'json' }
import told from './fixtures/told.json' with { type: 'json' }
import { readPlaces, readPostingPlaces } from './places.ts'

function brief(places: readonly Place[]): string {
  return places.map((place) => `${place.city ?? '-'} ${place.countryCode ?? '-'}`).join(' + ')
}

const LOCATIONS = table.rows.map(([location = '', expected = '', code]) => ({ location, expected, code: code ?? null }))

describe('readPlaces', () => {
  it.each(LOCATIONS)('reads $location (posting in $code) as $expected', ({ location, expected, code }) => {
    expect(brief(readPlaces({ locations: [location], countryCode: code }))).toBe(expected)
  })

  it('keeps every place once, the first named first', () => {
    const locations = ['Berlin, Germany', 'München', 'Berlin', 'Remote']
    expect(brief(readPlaces({ locations, countryCode: 'DE' }))).toBe('Berlin DE + Munich DE')
  })

  it('gives coordinates in degrees', () => {
    const [munich] = readPlaces({ locations: ['München'], countryCode: null })
    expect(munich?.latitude).toBeCloseTo(48.14, 1)
    expect(munich?.longitude).toBeCloseTo(11.58, 1)
  })

  it('knows nothing where there are no locations, except the country of the posting', () => {
    expect(readPlaces({ locations: [], countryCode: null })).toEqual([])
    expect(readPlaces({ locations: [], countryCode: 'SE' })).toEqual([
      { city: null, countryCode: 'SE', latitude: null, longitude: null },
    ])
  })

  it('never throws, and names countries by two capitals', () => {
    const piece = fc.constantFrom(
      'Berlin',
      ', ',
      'DE',
      ' / ',
      '(',
      ')',
      '-',
      'Remote',
      '80331 ',
      'London',
      'Ontario',
      ' or ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        for (const place of readPlaces({ locations: [pieces.join('')], countryCode: null })) {
          expect(place.countryCode).toMatch(/^[A-Z]{2}$/)
        }
      }),
    )
  })

  it.each(['(', 'Berlin, ', 'a', 'München / ', '1 ', '- '])('copes with 50 kB of %j', (piece) => {
    const location = piece.repeat(50_000 / piece.length)
    expect(() => readPlaces({ locations: Array.from({ length: 60 }, () => location), countryCode: null })).not.toThrow()
  })
})

const silent = { locations: [], countryCode: null, title: 'Engineer', company: 'Acme', descriptionText: '' }

describe('readPostingPlaces', () => {
  it.each(told.rows)('reads $location | $title | $text as $expected', (row) => {
    const { location, country, title, company, text, expected } = row
    const places = readPostingPlaces({
      locations: location === undefined ? [] : [location],
      countryCode: country ?? null,
      title: title ?? 'Engineer',
      company: company ?? 'Acme',
      descriptionText: text ?? '',
    })
    expect(brief(places)).toBe(expected)
  })

  it('leaves a city that the location names alone, whatever the text says', () => {
    const descriptionText = 'Location: Paris. The role is based in Madrid.'
    expect(brief(readPostingPlaces({ ...silent, locations: ['Berlin'], descriptionText }))).toBe('Berlin DE')
  })

  it('never throws, and names only cities with their country', () => {
    const piece = fc.constantFrom(
      'Location: ',
      'Berlin',
      'office in ',
      'role ',
      '\n',
      ' | ',
      'Gdańsku',
      '. ',
      'Berliner ',
      '📍',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        for (const place of readPostingPlaces({ ...silent, title: text, descriptionText: text }))
          expect(place.city === null || place.countryCode !== null).toBe(true)
      }),
    )
  })

  it.each(['Location: ', 'in our office in Berlin. ', 'Aa Bb Cc ', 'ort:\n', '📍', 'role in Abc Def. '])(
    'copes with 50 kB of %j',
    (piece) => {
      const descriptionText = piece.repeat(50_000 / piece.length)
      expect(() => readPostingPlaces({ ...silent, title: descriptionText, descriptionText })).not.toThrow()
    },
  )
})
