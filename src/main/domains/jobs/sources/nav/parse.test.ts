import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseFeed } from './feed.ts'
import { parseAnswer } from './parse.ts'

const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const [feed, entry] = [read('feed.json'), read('entry.json')]
const url = 'https://pam-stilling-feed.nav.no/api/v1/feed'
const parse = (text: string) => parseAnswer({ text, url })
const itemOf = (value: unknown) => parse(JSON.stringify(value))[0]
const one = (fields: object) => {
  const item = itemOf({
    uuid: 'u-1',
    status: 'ACTIVE',
    ad_content: { title: 'Data Engineer', description: '', ...fields },
  })
  return item?.ok === true ? item.posting : null
}
const ID = '1b7c0001-0000-4000-8000-000000000001'

describe('a page of NAV’s feed', () => {
  test('gives each ad as it was last, and where the feed goes on', () => {
    const { entries, nextUrl } = parseFeed({ text: feed, url })
    expect(nextUrl).toBe('/api/v1/feed/6f0a0f0e-0000-4000-8000-000000000002')
    expect(entries.map(({ uuid, changedAt, item }) => [uuid?.slice(-1), changedAt, item.ok])).toEqual([
      ['2', Date.UTC(2026, 10, 20, 9, 13), false],
      ['3', Date.UTC(2026, 10, 20, 9, 14), true],
      ['1', Date.UTC(2026, 10, 20, 10), true],
    ])
  })

  test('has of an ad only a few words', () => {
    const items = parse(feed)
    expect(items).toHaveLength(4)
    expect(items[0]).toEqual({
      ok: true,
      posting: {
        sourcePostingId: ID,
        title: 'Dataingeniør',
        company: 'Polarkreis Logistics AS',
        url: `https://arbeidsplassen.nav.no/stillinger/stilling/${ID}`,
        locations: ['Oslo'],
        countryCode: 'NO',
        descriptionHtml: '',
        postedAt: null,
        closesAt: null,
        statedSalary: null,
        salaryText: null,
        workplace: null,
        employmentType: null,
        requisitionId: null,
      },
    })
    expect(items[1]).toMatchObject({ ok: false, reason: 'closed' })
    expect(items[2]).toMatchObject({
      ok: true,
      posting: { title: 'Systemutvikler (vikariat)', company: null, locations: [] },
    })
  })

  test.each([
    [
      { municipal: '?', businessName: '?' },
      { locations: [], countryCode: null, company: null },
    ],
    [
      { municipal: 'BERGEN', businessName: '' },
      { locations: ['Bergen'], countryCode: 'NO', company: null },
    ],
  ])('says of %j what it knows', (fields, posting) => {
    const entry = { id: 'u', _feed_entry: { uuid: 'u', status: 'ACTIVE', title: 'Utvikler', ...fields } }
    expect(itemOf({ items: [entry] })).toMatchObject({ ok: true, posting })
  })

  test('is no ad, though it has a title and a description itself', () => {
    expect(() => parse('{"title":"Stillingsfeeden","description":"Feed","items":null}')).toThrow(/JSON/)
  })

  test('that is empty or the last one says so', () => {
    expect(parseFeed({ text: '{"items":[],"next_url":null}', url })).toEqual({ entries: [], nextUrl: null })
    expect(parseFeed({ text: '{"items":[],"next_url":" "}', url }).nextUrl).toBeNull()
  })

  test('says of what is no entry that it is none', () => {
    const { entries } = parseFeed({ text: '{"items":[null,{"id":"x"},7]}', url })
    expect(entries.map(({ item }) => item.ok || item.reason)).toEqual(['bad_shape', 'bad_shape', 'bad_shape'])
  })
})

describe('an ad of NAV', () => {
  test('has text, places and times, and nobody’s name or number', () => {
    expect(parse(entry)).toEqual([
      {
        ok: true,
        posting: {
          sourcePostingId: ID,
          title: 'Dataingeniør, søknadsfrist utvidet',
          company: 'Polarkreis Logistics AS',
          url: `https://arbeidsplassen.nav.no/stillinger/stilling/${ID}`,
          locations: ['Oslo, Norge', 'Fornebu, Bærum, Akershus, Norge'],
          countryCode: 'NO',
          descriptionHtml: '<p>Vi holder vaksiner kalde.</p><ul><li>Python &amp; SQL</li></ul>',
          postedAt: Date.UTC(2026, 10, 19, 23),
          closesAt: Date.UTC(2026, 11, 17, 23),
          statedSalary: null,
          salaryText: null,
          workplace: null,
          employmentType: 'full_time',
          requisitionId: null,
        },
      },
    ])
  })

  test.each([
    ['by its status', { uuid: 'u', status: 'INACTIVE', ad_content: null }],
    ['by its status, with words', { uuid: 'u', status: 'INACTIVE', ad_content: { title: 'x', description: 'y' } }],
    ['by having no content', { uuid: 'u', status: 'ACTIVE', ad_content: null }],
    ['by having none under the older name', { uuid: 'u', json: null, ad_content: null }],
  ])('is closed %s', (_, value) => {
    expect(itemOf(value)).toMatchObject({ ok: false, reason: 'closed' })
  })

  test.each([
    ['under the older name', { uuid: 'u', status: 'ACTIVE', json: { title: 'Utvikler', description: 'x' } }],
    ['as text', { uuid: 'u', status: 'ACTIVE', json: '{"title":"Utvikler","description":"x"}' }],
    ['alone', { uuid: 'u', title: 'Utvikler', description: 'x' }],
    ['in a list of ads', { content: [{ uuid: 'u', status: 'ACTIVE', title: 'Utvikler', description: 'x' }] }],
    ['in a bare list', [{ uuid: 'u', title: 'Utvikler', workLocations: [] }]],
  ])('is read %s', (_, value) => {
    expect(itemOf(value)).toMatchObject({ ok: true, posting: { sourcePostingId: 'u', title: 'Utvikler' } })
  })

  test('takes its number from the request where its answer does not repeat it', () => {
    const text = JSON.stringify({ ad_content: { title: 'Utvikler', description: 'x' } })
    expect(parseAnswer({ text, url }, 'u-9')).toMatchObject([{ ok: true, posting: { sourcePostingId: 'u-9' } }])
    expect(parse(text)).toMatchObject([{ ok: false, reason: 'no_url' }])
  })

  test.each([
    ['expires', { expires: '2026-12-18T00:00:00', applicationDue: '2026-12-01T00:00:00' }, Date.UTC(2026, 11, 17, 23)],
    ['applicationDue', { applicationDue: '2026-12-01T00:00:00' }, Date.UTC(2026, 10, 30, 23)],
    ['no date', { applicationDue: 'Snarest' }, null],
  ])('closes by %s', (_, fields, closesAt) => {
    expect(one(fields)?.closesAt).toBe(closesAt)
  })

  test.each([
    ['Fast', 'Heltid', 'full_time'],
    ['Fast', 'Deltid', 'part_time'],
    ['Vikariat', 'Heltid', 'temporary'],
    ['Lærling', 'Heltid', 'internship'],
    ['Selvstendig næringsdrivende', null, 'contract'],
    ['Annet', null, null],
  ])('%s, %s', (engagementtype, extent, employmentType) => {
    expect(one({ engagementtype, extent })?.employmentType).toBe(employmentType)
  })

  test.each([
    ['a county', [{ county: 'VESTLAND', country: 'NORGE' }], ['Vestland, Norge'], 'NO'],
    ['a town abroad', [{ city: 'København', country: 'DANMARK' }], ['København, Danmark'], 'DK'],
    ['two countries', [{ country: 'NORGE' }, { country: 'SVERIGE' }], ['Norge', 'Sverige'], null],
    [
      'a town and what is around it',
      [{ city: 'BERGEN', country: 'NORGE' }, { country: 'NORGE' }],
      ['Bergen, Norge'],
      'NO',
    ],
    ['one place that is no list', { city: 'BERGEN', country: 'NORGE' }, ['Bergen, Norge'], 'NO'],
    ['nothing', null, [], null],
  ])('in %s', (_, workLocations, locations, countryCode) => {
    expect(one({ workLocations })).toMatchObject({ locations, countryCode })
  })

  test.each([[{ name: 'Eksempel AS' }], ['Eksempel AS']])('is of %j', (employer) => {
    expect(one({ employer })?.company).toBe('Eksempel AS')
  })

  test('has its page where its link is none', () => {
    expect(one({ link: 'javascript:alert(1)' })?.url).toBe('https://arbeidsplassen.nav.no/stillinger/stilling/u-1')
  })
})

test.each(['', 'null', '"x"', '{}', '{"message":"no"}', '<html></html>'])('%j is none of its answers', (text) => {
  expect(() => parse(text)).toThrow(/JSON/)
  expect(() => parseFeed({ text, url })).toThrow(/JSON/)
})

const underTest = { payload: JSON.parse(feed) as unknown, listKey: 'items', parse }
test('never throws anything but unreadable, whatever is sent', () => {
  expect(() => staysReadable(underTest)).not.toThrow()
  expect(() => staysReadable({ ...underTest, payload: JSON.parse(entry) as unknown })).not.toThrow()
  const parseEntries = (text: string) => parseFeed({ text, url }).entries.map(({ item }) => item)
  expect(() => staysReadable({ ...underTest, parse: parseEntries })).not.toThrow()
})
test('keeps the good items whatever stands between them', () => {
  expect(() => keepsTheGoodItems(underTest)).not.toThrow()
})
