import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { lever } from './lever.source.ts'
import { parseBoard } from './parse.ts'

const board = readFileSync(new URL('fixtures/board.json', import.meta.url), 'utf8')
const url = 'https://api.lever.co/v0/postings/lichtbogen?mode=json'
const parse = (text: string) => parseBoard({ text, url }, { slug: 'lichtbogen', company: 'Lichtbogen Energy' })
const postingsOf = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const postings = postingsOf(board)
const one = (fields: object) =>
  postingsOf(JSON.stringify([{ id: 'a', text: 'Data Engineer', hostedUrl: 'https://jobs.lever.co/x/a', ...fields }]))[0]

describe('a Lever board', () => {
  test('gives every posting with what the source says and null for what it does not', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: '5ac21346-8e0c-4494-8e7a-3eb92ff77902',
      title: 'Staff Backend Engineer (C++)',
      company: 'Lichtbogen Energy',
      url: 'https://jobs.lever.co/lichtbogen/5ac21346-8e0c-4494-8e7a-3eb92ff77902',
      locations: ['Berlin', 'Munich', 'Remote - Germany'],
      countryCode: 'DE',
      descriptionHtml: [
        '<div>Lichtbogen runs battery parks.</div><div><br></div><div>You build the control software. We offer visa sponsorship.</div>',
        "<h3>What you'll do &amp; own</h3>\n<ul><li>Write C++ and Kafka services</li><li>Measure them</li></ul>",
        '<h3>Requirements</h3>\n<ul><li>Five years of backend work</li></ul>',
        '<div>Base salary; a bonus comes on top.</div>',
        '<div>We are an equal opportunity employer.</div>',
      ].join('\n'),
      postedAt: Date.UTC(2026, 10, 2, 9),
      closesAt: null,
      statedSalary: { min: 92000, max: 118000, currency: 'EUR', period: 'year' },
      salaryText: null,
      workplace: 'hybrid',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('gives an hourly wage as one and an internship as one', () => {
    expect(postings[1]).toMatchObject({
      title: 'Data Analyst Intern & Storyteller',
      locations: ['London'],
      countryCode: 'GB',
      descriptionHtml: '<div>Learn the trade.</div>',
      statedSalary: { min: 14.5, max: 14.5, currency: 'GBP', period: 'hour' },
      workplace: 'onsite',
      employmentType: 'internship',
    })
  })

  test('reads plain text where there is no markup, and words about pay where there are no figures', () => {
    expect(postings[2]).toMatchObject({
      locations: ['Remote'],
      countryCode: null,
      descriptionHtml: [
        '<p>Plain words only.</p><p>R&amp;D &lt; sales</p>',
        '<h3>Benefits</h3>\n<ul><li>Bicycle</li></ul>',
        '<p>€70.000 - €85.000 per year, depending on experience</p>',
      ].join('\n'),
      statedSalary: null,
      salaryText: '€70.000 - €85.000 per year, depending on experience',
      workplace: null,
      employmentType: null,
    })
  })

  test('makes no yearly or monthly pay out of a weekly one', () => {
    expect(postings[3]).toMatchObject({ title: 'Control Room Operator', statedSalary: null, salaryText: null })
  })

  test('says why an item is no posting', () => {
    const outcomes = parse(board).map((item) => (item.ok ? 'ok' : item.reason))
    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'ok', 'no_title', 'no_url'])
  })

  test.each([
    [
      'the opening and the body apart',
      { opening: '<p>We.</p>', descriptionBody: '<p>You.</p>' },
      '<p>We.</p>\n<p>You.</p>',
    ],
    [
      'a list whose content is whole markup',
      { lists: [{ text: 'You', content: '<p>SQL</p>' }] },
      '<h3>You</h3>\n<p>SQL</p>',
    ],
    ['a list without a name', { lists: [{ text: '', content: '<li>SQL</li>' }, 7, null] }, '<ul><li>SQL</li></ul>'],
    ['nothing', { description: null, lists: 'none' }, ''],
  ])('joins a description that is %s', (_, fields, markup) => {
    expect(one(fields)?.descriptionHtml).toBe(markup)
  })

  test.each([
    ['a date in words', { createdAt: '2026-11-02T09:00:00Z' }, { postedAt: Date.UTC(2026, 10, 2, 9) }],
    ['a date as digits', { createdAt: '1793610000000' }, { postedAt: Date.UTC(2026, 10, 2, 9) }],
    ['a date that is none', { createdAt: 12 }, { postedAt: null }],
    ['one place where a list is usual', { categories: { allLocations: 'Berlin' } }, { locations: ['Berlin'] }],
    ['a country by its name', { country: 'Germany' }, { countryCode: 'DE' }],
    ['a country in small letters', { country: 'de' }, { countryCode: 'DE' }],
    [
      'the application form alone',
      { hostedUrl: null, applyUrl: 'https://jobs.lever.co/x/a/apply' },
      { url: 'https://jobs.lever.co/x/a' },
    ],
    ['an address without its host', { hostedUrl: '/x/a' }, { url: 'https://jobs.lever.co/x/a' }],
    [
      'a salary of nought',
      { salaryRange: { min: 0, max: 0, currency: 'EUR', interval: 'per-year-salary' } },
      { statedSalary: null },
    ],
    [
      'a salary without a currency',
      { salaryRange: { min: 1, max: 2, interval: 'per-year-salary' } },
      { statedSalary: null },
    ],
    [
      'a one-off payment',
      { salaryRange: { min: 100, max: 200, currency: 'EUR', interval: 'one-time' } },
      { statedSalary: null },
    ],
    [
      'the keys of the other API',
      {
        hostedUrl: undefined,
        urls: { show: 'https://jobs.lever.co/x/a' },
        content: {
          descriptionHtml: '<p>Do.</p>',
          lists: [{ text: 'You', content: '<li>SQL</li>' }],
          closingHtml: '<p>Bye.</p>',
        },
        reqCode: 'R-7',
      },
      {
        url: 'https://jobs.lever.co/x/a',
        descriptionHtml: '<p>Do.</p>\n<h3>You</h3>\n<ul><li>SQL</li></ul>\n<p>Bye.</p>',
        requisitionId: 'R-7',
      },
    ],
  ])('reads %s', (_, fields, expected) => {
    expect(one(fields)).toMatchObject(expected)
  })

  test('leaves out what the employer has closed', () => {
    const closed = [{ id: 'a', text: 'Data Engineer', state: 'closed', hostedUrl: 'https://jobs.lever.co/x/a' }]
    expect(parse(JSON.stringify(closed))).toEqual([
      { ok: false, reason: 'closed', detail: 'lichtbogen: item 0 (a) is closed' },
    ])
  })

  const items = JSON.parse(board) as unknown[]
  test.each([
    ['a list under a name', { data: items }, 6],
    ['groups', [{ title: 'Data', postings: items.slice(0, 2) }, { postings: items.slice(2) }], 6],
    ['a single posting', items[0], 1],
  ])('is also read when it comes as %s', (_, payload, count) => {
    const parsed = parse(JSON.stringify(payload))
    expect(parsed).toHaveLength(count)
    expect(parsed[0]).toEqual({ ok: true, posting: postings[0] })
  })

  test.each([
    ['an error object', '{"ok":false,"error":"Document not found"}'],
    ['a number', '404'],
    ['a page', '<div class="lever"></div>'],
    ['nothing', ' '],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test('names the employer by what was known before, else by the board, else not at all', async () => {
    const companyFor = async (context: Record<string, string>) => {
      const [item] = await lever.parse({ text: board, url, context, now: 0 })
      return item?.ok === true ? item.posting.company : undefined
    }
    expect(await companyFor({ slug: 'lichtbogen', company: 'Lichtbogen AG' })).toBe('Lichtbogen AG')
    expect(await companyFor({ slug: 'lichtbogen' })).toBe('lichtbogen')
    expect(await companyFor({})).toBeNull()
  })

  const underTest = { payload: { data: items }, listKey: 'data', parse }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
    expect(() => staysReadable({ ...underTest, payload: items })).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
