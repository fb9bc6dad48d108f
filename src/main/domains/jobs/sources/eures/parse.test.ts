import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseVacancies } from './parse.ts'

const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const [search, detail] = [read('search.json'), read('detail.json')]
const url = 'https://europa.eu/eures/api/jv-searchengine/public/jv-search/search'
const parse = (text: string) => parseVacancies({ text, url })
const postingsOf = (value: unknown) =>
  parse(typeof value === 'string' ? value : JSON.stringify(value)).flatMap((item) => (item.ok ? [item.posting] : []))
const listed = (fields: object) => postingsOf({ jvs: [{ id: 'a', title: 'Data Engineer', ...fields }] })[0]
const profiled = (profile: object, around: object = {}) =>
  postingsOf({ id: 'a', jvProfiles: { en: { title: 'Data Engineer', ...profile } }, ...around })[0]

describe('a search on EURES', () => {
  const postings = postingsOf(search)

  test('gives what it says, and of the place only the country', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: 'MTg0NTIyMDEgMTA',
      title: 'Data Engineer (w/m/d)',
      company: 'Havelwerk Analytics GmbH',
      url: 'https://europa.eu/eures/portal/jv-se/jv-details/MTg0NTIyMDEgMTA?lang=en',
      locations: ['Germany'],
      countryCode: 'DE',
      descriptionHtml:
        '<p>Havelwerk Analytics misst, wie Züge altern.</p><ul><li>Python &amp; SQL</li><li>Airflow</li></ul>',
      postedAt: Date.UTC(2026, 10, 18, 7, 30),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('names no employer where the service names none', () => {
    expect(postings[1]).toMatchObject({ company: null, countryCode: 'FR', employmentType: 'temporary' })
    expect(postings[2]?.company).toBeNull()
  })

  test('says each of several countries, Greece by its other code, and none of them as the only one', () => {
    expect(postings[2]).toMatchObject({
      locations: ['Greece', 'Cyprus'],
      countryCode: null,
      employmentType: 'part_time',
      postedAt: Date.UTC(2026, 10, 16, 7, 30),
    })
  })

  test('falls back to the title and text in the posting’s own language', () => {
    expect(postings[3]).toMatchObject({
      title: 'Stażysta / Stażystka analityki danych',
      descriptionHtml: '<p>Uczysz się mapować porty.</p>',
      employmentType: 'internship',
    })
  })

  test('is read with its fields in other types', () => {
    const fields = {
      employer: 'Feldlerche AG',
      creationDate: '2026-11-18T07:30:00.000+0000',
      positionScheduleCodes: 'parttime',
    }
    expect(listed(fields)).toMatchObject({
      company: 'Feldlerche AG',
      postedAt: Date.UTC(2026, 10, 18, 7, 30),
      employmentType: 'part_time',
    })
  })

  test('says why an item is no posting', () => {
    expect(parse(search).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'ok', 'ok', 'no_title'])
  })

  test.each([
    ['in upper case', { DE: ['DE300'] }, ['Germany'], 'DE'],
    ['in lower case', { el: [null] }, ['Greece'], 'GR'],
    ['outside', { UK: [null] }, ['United Kingdom'], 'GB'],
    ['without regions', { NO: null }, ['Norway'], 'NO'],
    ['that is none', { ZZ: [null], NS: ['x'] }, [], null],
    ['as a list', ['DE'], [], null],
  ])('reads a country %s', (_, locationMap, locations, countryCode) => {
    expect(listed({ locationMap })).toMatchObject({ locations, countryCode })
  })
})

describe('a vacancy on EURES', () => {
  test('has cities, pay and a last day', () => {
    expect(postingsOf(detail)).toEqual([
      {
        sourcePostingId: 'MTg0NTIyMDEgMTA',
        title: 'Data Engineer (w/m/d)',
        company: 'Havelwerk Analytics GmbH',
        url: 'https://europa.eu/eures/portal/jv-se/jv-details/MTg0NTIyMDEgMTA?lang=en',
        locations: ['Berlin, Germany', 'München, Germany'],
        countryCode: 'DE',
        descriptionHtml: '<p>Havelwerk Analytics misst, wie Züge altern.</p>',
        postedAt: Date.UTC(2026, 10, 18, 7, 30),
        closesAt: Date.UTC(2026, 11, 18, 11),
        statedSalary: { min: 5200, max: 6400, currency: 'EUR', period: 'month' },
        salaryText: null,
        workplace: null,
        employmentType: 'full_time',
        requisitionId: null,
      },
    ])
  })

  test('is read in English, else in the language preferred, else in any', () => {
    const titled = (...languages: string[]) => Object.fromEntries(languages.map((name) => [name, { title: name }]))
    const titleOf = (jvProfiles: object, preferredLanguage?: string) =>
      postingsOf({ id: 'a', jvProfiles, preferredLanguage })[0]?.title
    expect(titleOf(titled('de', 'en', 'fr'), 'fr')).toBe('en')
    expect(titleOf(titled('de', 'fr'), 'fr')).toBe('fr')
    expect(titleOf(titled('de', 'fr'))).toBe('de')
    expect(titleOf({ en: 'no profile', ...titled('pl') })).toBe('pl')
  })

  test('has employer and pay of another language where the one that is read leaves them out', () => {
    const jvProfiles = {
      en: { title: 'Java developer', employer: null },
      pl: {
        title: 'Programista Java',
        employer: { name: 'Feldlerche Sp. z o.o.' },
        offeredRemunerationPackage: {
          salaries: [{ minimumSalary: 15000, currencyCode: 'PLN', payingIntervalCode: 'month' }],
        },
      },
    }
    expect(postingsOf({ id: 'a', jvProfiles })[0]).toMatchObject({
      title: 'Java developer',
      company: 'Feldlerche Sp. z o.o.',
      statedSalary: { min: 15000, max: null, currency: 'PLN', period: 'month' },
    })
  })

  test('has its pay where it is one rather than a list', () => {
    const salary = { minimumSalary: 3200, maximumSalary: null, currencyCode: 'EUR', payingIntervalCode: 'month' }
    expect(profiled({ offeredRemunerationPackage: { salary } })?.statedSalary).toMatchObject({ min: 3200, max: null })
  })

  const pay = (salary: object) => profiled({ offeredRemunerationPackage: { salaries: [salary] } })
  test.each([
    [
      'by the week in its words',
      { minimumSalary: 900, maximumSalary: 1000, payingIntervalCode: 'week' },
      '900 – 1000 EUR per week',
    ],
    ['without an interval in its words', { minimumSalary: 4000, maximumSalary: 4000 }, '4000 EUR'],
    ['of nothing as none', { minimumSalary: 0, maximumSalary: null, payingIntervalCode: 'month' }, null],
    [
      'by commission as none',
      { maximumSalary: 9000, payingIntervalCode: 'month', remunerationTypeCode: 'commission' },
      null,
    ],
  ])('gives pay %s', (_, salary, salaryText) => {
    expect(pay({ currencyCode: 'EUR', ...salary })).toMatchObject({ statedSalary: null, salaryText })
  })

  test('gives a whole year’s pay with one end', () => {
    const yearly = { minimumSalary: 68000, maximumSalary: null, currencyCode: 'eur', payingIntervalCode: 'year' }
    expect(pay(yearly)?.statedSalary).toEqual({ min: 68000, max: null, currency: 'EUR', period: 'year' })
  })

  test('takes neither a region nor an unknown country for a place', () => {
    const locations = [
      { cityName: null, countryCode: 'de', region: 'DE300' },
      { cityName: 'Aarhus', countryCode: 'xx' },
      null,
    ]
    expect(profiled({ locations })).toMatchObject({ locations: ['Germany', 'Aarhus'], countryCode: 'DE' })
  })
})

test.each([
  ['a bare list', (vacancy: unknown) => [vacancy]],
  ['a list under another name', (vacancy: unknown) => ({ content: [vacancy] })],
  ['one alone', (vacancy: unknown) => vacancy],
])('vacancies come as %s', (_, wrap) => {
  expect(postingsOf(wrap({ id: 7, title: 'Data Engineer' }))[0]?.sourcePostingId).toBe('7')
})

test.each(['', 'null', '7', '"x"', '{}', '{"numberRecords":0}', '<html></html>'])(
  '%j is none of its answers',
  (text) => {
    expect(() => parse(text)).toThrow(/JSON/)
  },
)

test('an empty search is empty', () => {
  expect(parse('{"numberRecords":0,"jvs":[]}')).toEqual([])
})

const underTest = { payload: JSON.parse(search) as unknown, listKey: 'jvs', parse }
test('never throws anything but unreadable, whatever is sent', () => {
  expect(() => staysReadable(underTest)).not.toThrow()
  expect(() => staysReadable({ ...underTest, payload: JSON.parse(detail) as unknown })).not.toThrow()
})
test('keeps the good items whatever stands between them', () => {
  expect(() => keepsTheGoodItems(underTest)).not.toThrow()
})
