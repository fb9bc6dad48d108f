import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { xmlKeepsNeighbours, xmlStaysReadable } from '../../../../../../tests/fakes/xml-laws.ts'
import type { RawPosting } from '../../posting.ts'
import { parseBoard } from './parse.ts'

const feed = readFileSync(new URL('fixtures/jobs.xml', import.meta.url), 'utf8')
const url = 'https://polarkreis.teamtailor.com/jobs.rss?per_page=500'
const parse = (text: string, board = { slug: 'polarkreis', company: null as string | null }) =>
  parseBoard({ text, url }, board)
const postings = (text: string): readonly RawPosting[] => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const reasons = (text: string) => parse(text).map((item) => (item.ok ? 'ok' : item.reason))
const wrap = (items: readonly string[]): string =>
  `<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel><title>Polarkreis</title>${items.map((inner) => `<item>${inner}</item>`).join('')}</channel></rss>`
const good = '<title>Data Engineer</title><link>https://polarkreis.teamtailor.com/jobs/1</link><guid>u-1</guid>'

describe('a Teamtailor feed', () => {
  const read = postings(feed)

  test('gives every posting with what the feed says and null for what it does not', () => {
    expect(read[0]).toEqual({
      sourcePostingId: 'polarkreis/679cc864-7629-4b8f-a5d4-6f9ebeccfaad',
      title: 'Senior Data Engineer & Mentor',
      company: 'Polarkreis Logistics',
      url: 'https://polarkreis.teamtailor.com/jobs/7300001-senior-data-engineer',
      locations: ['Stockholm, Sweden', 'Tampere, Finland'],
      countryCode: null,
      descriptionHtml: '<p>We keep vaccines <b>cold</b> &amp; safe.</p>',
      postedAt: Date.UTC(2026, 10, 20, 8, 15),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: 'hybrid',
      employmentType: null,
      requisitionId: null,
    })
  })

  test('keeps the name of a remote place, and takes no date from an unknown zone', () => {
    expect(read[1]).toMatchObject({
      company: 'Polarkreis Logistics AB',
      locations: ['United States - Remote'],
      workplace: 'remote',
      postedAt: null,
    })
  })

  test('takes "none" for nothing said', () => {
    expect(read[2]).toMatchObject({ workplace: null, locations: [], descriptionHtml: '', postedAt: null })
  })

  test('says why an item is no posting', () => {
    expect(reasons(feed)).toEqual(['ok', 'ok', 'ok', 'no_title', 'no_url'])
  })

  test("names the employer as the user's list does where the item does not", () => {
    const item = parse(wrap([good]), { slug: 'polarkreis', company: 'Polarkreis' })[0]
    expect(item).toMatchObject({ posting: { company: 'Polarkreis' } })
  })

  test('is read without knowing whose it is', () => {
    expect(parse(wrap([good]), { slug: '', company: null })[0]).toMatchObject({
      posting: { sourcePostingId: 'u-1', company: 'Polarkreis' },
    })
  })
})

test.each([
  ['fully', 'remote'],
  ['Hybrid', 'hybrid'],
  ['onsite', 'onsite'],
  ['none', null],
  ['temporary', null],
  ['__proto__', null],
])('the remote status %j means %j', (status, workplace) => {
  expect(postings(wrap([`${good}<remoteStatus>${status}</remoteStatus>`]))[0]).toMatchObject({ workplace })
})

describe('the place', () => {
  test.each([
    ['<tt:location><tt:name>Gothenburg</tt:name></tt:location>', ['Gothenburg']],
    ['<tt:location><tt:name>HQ</tt:name><tt:country>Sweden</tt:country></tt:location>', ['HQ, Sweden']],
    ['<tt:city>Lugano</tt:city><tt:country>Switzerland</tt:country>', ['Lugano, Switzerland']],
    ['<tt:location><tt:city><![CDATA[São Paulo]]></tt:city></tt:location>', ['São Paulo']],
    ['<tt:location><tt:city>Oslo</tt:city>', []],
  ])('in %s is %j', (inner, locations) => {
    expect(postings(wrap([`${good}<tt:locations>${inner}</tt:locations>`]))[0]).toMatchObject({ locations })
  })
})

test.each([
  ['a web page', '<!DOCTYPE html><html><body>404</body></html>'],
  ['JSON', '{"items":[]}'],
  ['nothing', ''],
])('%s is unreadable', (_, text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
})

describe('whatever is sent', () => {
  const underTest = { documents: [feed], wrap, good, parse: (text: string) => parse(text) }
  test('nothing but unreadable is thrown', () => {
    expect(() => xmlStaysReadable(underTest)).not.toThrow()
  })
  test('the items before and after a broken one are kept', () => {
    expect(() => xmlKeepsNeighbours(underTest)).not.toThrow()
  })
})
