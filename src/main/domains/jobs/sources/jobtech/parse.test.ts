import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseAds } from './parse.ts'

const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const [search, stream] = [read('search.json'), read('stream.json')]
const url = 'https://jobsearch.api.jobtechdev.se/search'
const parse = (text: string) => parseAds({ text, url })
const postingsOf = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object) => postingsOf(JSON.stringify({ id: '7', headline: 'Data Engineer', ...fields }))[0]

describe('a search on JobTech', () => {
  const postings = postingsOf(search)

  test('gives what an ad says, in Swedish time', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: '30112233',
      title: 'Dataingenjör till Polarkreis',
      company: 'Polarkreis Logistics AB',
      url: 'https://arbetsformedlingen.se/platsbanken/annonser/30112233',
      locations: ['Stockholm, Stockholms län, Sverige'],
      countryCode: 'SE',
      descriptionHtml: '<p>Vi håller vacciner kalla.</p><p>Du kan Python &amp; SQL.</p>',
      postedAt: Date.UTC(2026, 10, 20, 8, 15),
      closesAt: Date.UTC(2026, 11, 19, 22, 59, 59),
      statedSalary: null,
      salaryText: 'Månadslön 48 000 - 58 000 kr',
      workplace: null,
      employmentType: 'full_time',
      requisitionId: 'PK-2026-17',
    })
  })

  test('does with what there is of an ad', () => {
    expect(postings[1]).toMatchObject({
      sourcePostingId: '30112234',
      company: 'Feldlerche Foods',
      url: 'https://feldlerche.example/jobb/9',
      locations: ['Sverige'],
      countryCode: 'SE',
      descriptionHtml: 'Vi säljer till kök.\n\nDistans.',
      postedAt: Date.UTC(2026, 5, 30, 22),
      closesAt: null,
      salaryText: null,
      workplace: 'remote',
      employmentType: 'temporary',
      requisitionId: null,
    })
  })

  test('says why an item is no posting', () => {
    expect(parse(search).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'no_title', 'no_url'])
  })

  test('that finds nothing is empty', () => {
    expect(parse('{"total":{"value":0},"hits":[]}')).toEqual([])
  })
})

test('the stream says which ads were removed', () => {
  const [removed, ad] = parse(stream)
  expect(removed).toEqual({ ok: false, reason: 'closed', detail: 'ad 30100001 was removed', closedId: '30100001' })
  expect(ad).toMatchObject({
    ok: true,
    posting: { title: 'Data Analyst', locations: ['Göteborg, Västra Götalands län, Sverige'] },
  })
})

test.each([
  ['without addresses', {}, 'https://arbetsformedlingen.se/platsbanken/annonser/7'],
  [
    'with an empty one',
    { webpage_url: '', application_details: { url: '' } },
    'https://arbetsformedlingen.se/platsbanken/annonser/7',
  ],
  ['with scripts', { webpage_url: 'javascript:alert(1)' }, 'https://arbetsformedlingen.se/platsbanken/annonser/7'],
  ['with another', { application_details: { url: 'http://a.example/x' } }, 'http://a.example/x'],
])('an ad %s has an address', (_, fields, address) => {
  expect(one(fields)?.url).toBe(address)
})

test.each([
  ['a suburb', { city: 'Kista', municipality: 'Stockholm' }, ['Kista, Stockholm'], null],
  ['in capitals', { city: 'UPPLANDS VÄSBY', country: 'Sverige' }, ['Upplands Väsby, Sverige'], 'SE'],
  ['abroad', { city: 'Oslo', country: 'Norge' }, ['Oslo, Norge'], 'NO'],
  ['nothing', {}, [], null],
])('a place: %s', (_, workplace_address, locations, countryCode) => {
  expect(one({ workplace_address })).toMatchObject({ locations, countryCode })
})

test.each([
  ['Heltid', null, null, 'full_time'],
  ['Deltid', 'Vanlig anställning', 'Tills vidare', 'part_time'],
  ['Heltid', 'Sommarjobb / feriejobb', null, 'temporary'],
  ['Heltid', 'Behovsanställning', '6 månader eller längre', 'full_time'],
  [null, 'Behovsanställning', null, null],
  ['Heltid', 'Tidsbegränsad anställning', null, 'temporary'],
  ['Heltid', null, '11 dagar – 3 månader', 'temporary'],
])('employment %j, %j, %j', (hours, kind, length, employmentType) => {
  const fields = { working_hours_type: { label: hours }, employment_type: { label: kind }, duration: { label: length } }
  expect(one(fields)?.employmentType).toBe(employmentType)
})

test.each([false, null, 'false', 1])('that an ad is not marked as remote (%j) says nothing', (remote_work) => {
  expect(one({ remote_work })?.workplace).toBeNull()
})

test.each([
  [{ application_deadline: '2026-12-10T23:59:59', last_publication_date: '2026-12-20T23:59:59' }, 10],
  [{ application_deadline: null, last_publication_date: '2026-12-20T23:59:59' }, 20],
])('an ad closes with its deadline, else with its last day on Platsbanken: %j', (fields, day) => {
  expect(one(fields)?.closesAt).toBe(Date.UTC(2026, 11, day, 22, 59, 59))
})

test('an ad is read with its fields in other types', () => {
  const fields = { employer: 'Feldlerche AB', workplace_address: 'Malmö', working_hours_type: 'Deltid', remote: 'True' }
  expect(one(fields)).toMatchObject({
    company: 'Feldlerche AB',
    locations: ['Malmö'],
    employmentType: 'part_time',
    workplace: 'remote',
  })
  const [removed] = parse('[{"id":"9","headline":"x","removed":"true"}]')
  expect(removed).toMatchObject({ ok: false, reason: 'closed', closedId: '9' })
})

test.each([
  ['a text of its own', 'Plain words', 'Plain words'],
  ['no formatted one', { text: 'Plain', text_formatted: ' ' }, 'Plain'],
  ['none', null, ''],
])('a description with %s', (_, description, html) => {
  expect(one({ description })?.descriptionHtml).toBe(html)
})

test.each(['', 'null', '"x"', '{}', '{"total":{"value":3}}', '<html></html>'])('%j is none of its answers', (text) => {
  expect(() => parse(text)).toThrow(/JSON/)
})

const underTest = { payload: JSON.parse(search) as unknown, listKey: 'hits', parse }
test('never throws anything but unreadable, whatever is sent', () => {
  expect(() => staysReadable(underTest)).not.toThrow()
  expect(() => staysReadable({ ...underTest, payload: JSON.parse(stream) as unknown })).not.toThrow()
})
test('keeps the good items whatever stands between them', () => {
  expect(() => keepsTheGoodItems(underTest)).not.toThrow()
})
