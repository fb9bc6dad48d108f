import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlaces } from './places.ts'

// Locations written for this project, in the forms that job boards and company boards use. Expected: "City CC", "- CC" for a
// country alone, several joined by " + ".

function brief(locations: readonly string[], countryCode: string | null): string {
  return readPlaces({ locations, countryCode })
    .map((place) => `${place.city ?? '-'} ${place.countryCode ?? '-'}`)
    .join(' + ')
}

type Row = readonly [location: string, expected: string, countryCode?: string]

const ROWS: readonly Row[] = [
  ['Berlin', 'Berlin DE'],
  ['North America Only', ''],
  ['Latin America, Spain', '- ES'],
  ['PT/ET hours preferred', ''],
  ['Berlin, CET ±2 time zone', 'Berlin DE'],
  ['Remote, PT', '- PT'],
  ['Berlin, Germany', 'Berlin DE'],
  ['Berlin, DE', 'Berlin DE'],
  ['Berlin, Berlin, Germany', 'Berlin DE'],
  ['Berlin, Berlin; München, Bavaria', 'Berlin DE + Munich DE'],
  ['München', 'Munich DE'],
  ['Muenchen', 'Munich DE'],
  ['80331 München', 'Munich DE'],
  ['10115 Berlin, DE', 'Berlin DE'],
  ['D-80331 München', 'Munich DE'],
  ['München, Bayern, Deutschland', 'Munich DE'],
  ['Munich Area', 'Munich DE'],
  ['Großraum Stuttgart', 'Stuttgart DE'],
  ['Raum München', 'Munich DE'],
  ['Standort Köln', 'Cologne DE'],
  ['Köln', 'Cologne DE'],
  ['Cologne, North Rhine-Westphalia', 'Cologne DE'],
  ['Köln, NRW', 'Cologne DE'],
  ['Düsseldorf', 'Düsseldorf DE'],
  ['Dusseldorf, Germany', 'Düsseldorf DE'],
  ['Nürnberg', 'Nuremberg DE'],
  ['Hannover', 'Hanover DE'],
  ['Frankfurt am Main', 'Frankfurt DE'],
  ['Frankfurt', 'Frankfurt DE'],
  ['Frankfurt/Main', 'Frankfurt DE'],
  ['Frankfurt (Oder)', 'Frankfurt (Oder) DE'],
  ['Frankfurt (Oder), Brandenburg', 'Frankfurt (Oder) DE'],
  ['Halle (Saale)', 'Halle DE'],
  ['Freiburg im Breisgau', 'Freiburg DE'],
  ['Berlin-Mitte', 'Berlin DE'],
  ['Garching bei München', 'Garching DE'],
  ['Walldorf, Germany', 'Walldorf DE'],
  ['Berlin oder Hamburg', 'Berlin DE + Hamburg DE'],
  ['Berlin / Hamburg / München', 'Berlin DE + Hamburg DE + Munich DE'],
  ['Berlin | Paris | London', 'Berlin DE + Paris FR + London GB'],
  ['Berlin, Munich, Hamburg', 'Berlin DE + Munich DE + Hamburg DE'],
  ['Berlin, Germany / Amsterdam, NL', 'Berlin DE + Amsterdam NL'],
  ['Germany', '- DE'],
  ['Deutschland', '- DE'],
  ['Germany (Remote)', '- DE'],
  ['Remote, Germany', '- DE'],
  ['Remote - Germany', '- DE'],
  ['Remote in Germany', '- DE'],
  ['Germany, Berlin', 'Berlin DE'],
  ['DE-Berlin', 'Berlin DE'],
  ['NL-Amsterdam', 'Amsterdam NL'],
  ['Bavaria, Germany', '- DE'],
  ['Remote – EMEA', ''],
  ['Remote', ''],
  ['Remote', '- DE', 'DE'],
  ['Worldwide', ''],
  ['Europe', ''],
  ['Multiple locations', ''],
  ['', ''],
  ['Hybrid - Warsaw, Poland', 'Warsaw PL'],
  ['Warszawa', 'Warsaw PL'],
  ['00-001 Warszawa', 'Warsaw PL'],
  ['Warszawa, mazowieckie', 'Warsaw PL'],
  ['Kraków, małopolskie, Polska', 'Krakow PL'],
  ['Cracow, Poland', 'Krakow PL'],
  ['Wrocław', 'Wroclaw PL'],
  ['Łódź', 'Lodz PL'],
  ['Gdańsk, Pomorskie', 'Gdansk PL'],
  ['Paris', 'Paris FR'],
  ['Paris, TX', 'Paris US'],
  ['Paris, Texas, United States', 'Paris US'],
  ['75008 Paris', 'Paris FR'],
  ['Paris 9e', 'Paris FR'],
  ['Paris, Île-de-France', 'Paris FR'],
  ['Lyon (69)', 'Lyon FR'],
  ['Saint-Étienne', 'Saint-Étienne FR'],
  ['Sophia Antipolis, France', 'Sophia Antipolis FR'],
  ['Île-de-France, France', '- FR'],
  ['London', 'London GB'],
  ['London, Ontario', 'London CA'],
  ['London, ON, Canada', 'London CA'],
  ['London, UK', 'London GB'],
  ['London (UK)', 'London GB'],
  ['Greater London', 'London GB'],
  ['Central London', 'London GB'],
  ['London, England, United Kingdom', 'London GB'],
  ['SW1A 1AA London', 'London GB'],
  ['London or Remote', 'London GB'],
  ['Edinburgh, Scotland', 'Edinburgh GB'],
  ['Newcastle upon Tyne', 'Newcastle GB'],
  ['Cambridge', 'Cambridge GB'],
  ['Cambridge, MA', 'Cambridge US'],
  ['Cambridge', 'Cambridge US', 'US'],
  ['Birmingham, AL', 'Birmingham US'],
  ['Athens', 'Athens GR'],
  ['Athens, GA', 'Athens US'],
  ['Athens, Greece', 'Athens GR'],
  ['Dublin', 'Dublin IE'],
  ['Dublin, Ireland', 'Dublin IE'],
  ['Dublin, OH', 'Dublin US'],
  ['Dublin 2', 'Dublin IE'],
  ['Valencia', 'Valencia ES'],
  ['Valencia, Spain', 'Valencia ES'],
  ['Sevilla', 'Seville ES'],
  ['Barcelona, Catalonia, Spain', 'Barcelona ES'],
  ['28013 Madrid', 'Madrid ES'],
  ['Madrid, Comunidad de Madrid, España', 'Madrid ES'],
  ['A Coruña', 'A Coruña ES'],
  ['Lisboa', 'Lisbon PT'],
  ['Lisboa, Portugal', 'Lisbon PT'],
  ['Porto, Portugal', 'Porto PT'],
  ['Milano', 'Milan IT'],
  ['Milano, MI', 'Milan IT'],
  ['20121 Milano MI', 'Milan IT'],
  ['Roma, Lazio, Italia', 'Rome IT'],
  ['Torino', 'Turin IT'],
  ['Firenze', 'Florence IT'],
  ['Den Haag', 'The Hague NL'],
  ['The Hague, Netherlands', 'The Hague NL'],
  ['1012 AB Amsterdam', 'Amsterdam NL'],
  ['Amsterdam, Noord-Holland', 'Amsterdam NL'],
  ['Amsterdam, Rotterdam, Netherlands', 'Amsterdam NL + Rotterdam NL'],
  ['Utrecht, Utrecht', 'Utrecht NL'],
  ['Amsterdam Area', 'Amsterdam NL'],
  ["'s-Hertogenbosch", "'s-Hertogenbosch NL"],
  ['Bruxelles', 'Brussels BE'],
  ['Brussel, België', 'Brussels BE'],
  ['Antwerpen', 'Antwerp BE'],
  ['Gent', 'Ghent BE'],
  ['Zürich', 'Zurich CH'],
  ['8001 Zürich', 'Zurich CH'],
  ['Zürich, ZH', 'Zurich CH'],
  ['Genève', 'Geneva CH'],
  ['Geneva, Switzerland', 'Geneva CH'],
  ['St. Gallen', 'St. Gallen CH'],
  ['Basel, BS', 'Basel CH'],
  ['Wien', 'Vienna AT'],
  ['1010 Wien', 'Vienna AT'],
  ['Wien, Österreich', 'Vienna AT'],
  ['Salzburg, Austria', 'Salzburg AT'],
  ['Göteborg', 'Gothenburg SE'],
  ['Malmö', 'Malmö SE'],
  ['Malmo, Sweden', 'Malmö SE'],
  ['111 22 Stockholm', 'Stockholm SE'],
  ['Stockholm, Stockholms län', 'Stockholm SE'],
  ['København', 'Copenhagen DK'],
  ['DK-2100 København', 'Copenhagen DK'],
  ['Aarhus', 'Aarhus DK'],
  ['Århus C', 'Aarhus DK'],
  ['Tromsø', 'Tromsø NO'],
  ['Helsingfors', 'Helsinki FI'],
  ['Espoo, Finland', 'Espoo FI'],
  ['Praha', 'Prague CZ'],
  ['Prague, Czech Republic', 'Prague CZ'],
  ['Praha 4', 'Prague CZ'],
  ['București', 'Bucharest RO'],
  ['Cluj-Napoca, Romania', 'Cluj-Napoca RO'],
  ['Kyiv, Ukraine', 'Kyiv UA'],
  ['Luxembourg', 'Luxembourg LU'],
  ['Luxembourg, Luxembourg', 'Luxembourg LU'],
  ['Singapore', 'Singapore SG'],
  ['New York', 'New York US'],
  ['New York, NY', 'New York US'],
  ['New York City', 'New York US'],
  ['San Francisco, CA', 'San Francisco US'],
  ['San Francisco Bay Area', 'San Francisco US'],
  ['Ottawa, CA', 'Ottawa CA'],
  ['Washington, DC', 'Washington US'],
  ['Atlanta, Georgia', 'Atlanta US'],
  ['Tbilisi, Georgia', 'Tbilisi GE'],
  ['Austin, Texas', 'Austin US'],
  ['Bangalore, India', 'Bengaluru IN'],
  ['Wilmington, DE', 'Wilmington US'],
  ['United Kingdom', '- GB'],
  ['UK', '- GB'],
  ['USA', '- US'],
  ['Remote UK', '- GB'],
  ['US-Remote', '- US'],
  ['Netherlands, Remote', '- NL'],
  ['The Netherlands', '- NL'],
  ['Nederland', '- NL'],
  ['España', '- ES'],
  ['Berlin (Hybrid)', 'Berlin DE'],
  ['Hybrid/Berlin', 'Berlin DE'],
  ['Friedrichstr. 12, 10117 Berlin', 'Berlin DE'],
  ['Berlin HQ', 'Berlin DE'],
  ['Office Lisbon', 'Lisbon PT'],
  ['Spain, Portugal', '- ES + - PT'],
  ['Hintertupfing, Germany', 'Hintertupfing DE'],
  ['Vienna, VA', 'Vienna US'],
  ['Berlin, CT', 'Berlin US'],
  ['Bad Homburg', 'Bad Homburg vor der Höhe DE'],
  ['Ismaning bei München', 'Ismaning DE'],
  ['Freiburg, Switzerland', 'Fribourg CH'],
  ['Solna, Stockholm', 'Solna SE'],
  ['Matosinhos, Porto, Portugal', 'Matosinhos PT'],
  ['Milano, Roma', 'Milan IT + Rome IT'],
  ['Kraków, Wrocław, Gdańsk lub zdalnie', 'Krakow PL + Wroclaw PL + Gdansk PL'],
  ['Germany, Netherlands, or Spain', '- DE + - NL + - ES'],
  ['constructor', ''],
  ['__proto__', ''],
]

describe('readPlaces', () => {
  it.each(ROWS.map(([location, expected, code]) => ({ location, expected, code: code ?? null })))(
    'reads $location (posting in $code) as $expected',
    ({ location, expected, code }) => {
      expect(brief([location], code)).toBe(expected)
    },
  )

  it('keeps every place once, the first named first', () => {
    expect(brief(['Berlin, Germany', 'München', 'Berlin', 'Remote'], 'DE')).toBe('Berlin DE + Munich DE')
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
