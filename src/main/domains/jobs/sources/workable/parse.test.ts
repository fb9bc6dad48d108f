import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseAccount } from './parse.ts'
import { workable } from './workable.source.ts'

const account = readFileSync(new URL('fixtures/account.json', import.meta.url), 'utf8')
const url = 'https://apply.workable.com/api/v1/widget/accounts/lichtbogen?details=true'
const parse = (text: string) => parseAccount({ text, url }, { slug: 'lichtbogen', company: 'Lichtbogen AG' })
const rowsOf = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const rows = rowsOf(account)
const one = (fields: object) =>
  rowsOf(
    JSON.stringify({
      jobs: [{ title: 'Data Engineer', shortcode: 'ABC123', url: 'https://apply.workable.com/j/ABC123', ...fields }],
    }),
  )[0]
const readWhole = async (text: string, context: Record<string, string> = { slug: 'lichtbogen' }) =>
  workable.parse({ text, url, context, now: 0 })

describe('a Workable account', () => {
  test('gives every posting with what the source says and null for what it does not', () => {
    expect(rows[0]).toEqual({
      sourcePostingId: 'D9CC0943A4',
      title: 'Staff Backend Engineer (C++)',
      company: 'Lichtbogen Energy',
      url: 'https://apply.workable.com/j/D9CC0943A4',
      locations: ['Berlin, Germany', 'London, England, United Kingdom'],
      countryCode: 'DE',
      descriptionHtml:
        '<p>Lichtbogen runs battery parks &amp; grids.</p><p><strong>Requirements</strong></p><ul><li>C++ and Kafka</li></ul><p>We offer visa sponsorship.</p>',
      postedAt: Date.UTC(2026, 10, 2),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: 'full_time',
      requisitionId: 'R-1001',
    })
  })

  test('takes telecommuting for remote and says nothing where the employer left a field empty', () => {
    expect(rows[1]).toMatchObject({
      title: 'Data Analyst & Storyteller',
      locations: [],
      countryCode: null,
      descriptionHtml: '',
      workplace: 'remote',
      employmentType: 'contract',
      requisitionId: null,
    })
  })

  test('falls back to the day on which the posting was made', () => {
    expect(rows[2]?.postedAt).toBe(Date.UTC(2026, 9, 1))
  })

  test('says why an item is no posting', () => {
    expect(parse(account).map((item) => (item.ok ? 'ok' : item.reason))).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      'no_title',
      'no_url',
    ])
  })

  test('gives an opening in several places once, with all of them', async () => {
    const items = await readWhole(account)
    expect(items.map((item) => (item.ok ? item.posting.sourcePostingId : item.reason))).toEqual([
      'D9CC0943A4',
      'FCCB4FAF39',
      'AA11BB22CC',
      'no_title',
      'no_url',
    ])
    const [, , several] = items
    expect(several).toMatchObject({
      posting: { locations: ['Sandton, South Africa', 'Tel Aviv, Israel'], countryCode: 'ZA', workplace: 'remote' },
    })
  })

  const place = (city: string, country: string, more: object = {}) => ({ city, country, ...more })
  test.each([
    ['an object', { location: { city: 'Porto', region: 'Norte', countryCode: 'PT' } }, ['Porto, Norte, PT'], 'PT'],
    ['one line', { location: 'Porto, Portugal' }, ['Porto, Portugal'], null],
    [
      'a line in an object',
      { location: { location_str: 'Porto, Portugal', country_code: 'PT' } },
      ['Porto, Portugal'],
      'PT',
    ],
    ['the list alone', { locations: [place('Porto', 'Portugal', { countryCode: 'pt' })] }, ['Porto, Portugal'], 'PT'],
    [
      'a list of the hidden alone',
      { ...place('Porto', 'Portugal'), locations: [place('Porto', 'Portugal', { hidden: true })] },
      ['Porto, Portugal'],
      'PT',
    ],
    [
      'a hidden first place',
      {
        ...place('Zossen', 'Germany'),
        locations: [place('Zossen', 'Germany', { hidden: true }), place('Berlin', 'Germany')],
      },
      ['Berlin, Germany'],
      'DE',
    ],
    [
      'the state of the posting in place of the region',
      { ...place('Porto', 'Portugal'), state: 'published' },
      ['Porto, Portugal'],
      'PT',
    ],
    ['a list that is none', { locations: 'Porto' }, [], null],
  ])('reads places that come as %s', (_, fields, locations, countryCode) => {
    expect(one(fields)).toMatchObject({ locations, countryCode })
  })

  test.each([
    ['an address without its host', { url: '/j/AA11BB22CC' }, { url: 'https://apply.workable.com/j/AA11BB22CC' }],
    ['full hours by their short word', { type: 'full' }, { employmentType: 'full_time' }],
    ['a date in seconds', { published_on: 1_782_214_185 }, { postedAt: 1_782_214_185_000 }],
  ])('reads %s', (_, fields, expected) => {
    expect(one(fields)).toMatchObject(expected)
  })

  test.each([
    [{ telecommuting: true, workplace_type: 'hybrid' }, 'hybrid'],
    [{ remote: true, workplace: 'on_site' }, 'onsite'],
    [{ remote: true }, 'remote'],
    [{ location: { telecommuting: true } }, 'remote'],
    [{ location: { telecommuting: true, workplace_type: 'on_site' } }, 'onsite'],
    [{ telecommuting: false }, null],
    [{ telecommuting: 'true' }, 'remote'],
    [{ telecommuting: 'no' }, null],
  ])('reads the workplace of %j as %j', (fields, workplace) => {
    expect(one(fields)?.workplace).toBe(workplace)
  })

  test.each([
    ['all of it in one field', { full_description: '<p>All.</p>', description: '<p>Some.</p>' }, '<p>All.</p>'],
    [
      'its parts',
      { description: '<p>Do.</p>', requirements: '<ul><li>SQL</li></ul>', benefits: '<p>Tea.</p>' },
      '<p>Do.</p>\n<h3>Requirements</h3>\n<ul><li>SQL</li></ul>\n<h3>Benefits</h3>\n<p>Tea.</p>',
    ],
    [
      'lines',
      { description: '<p>Do.</p>', requirements: ['SQL', 'R & D', 7] },
      '<p>Do.</p>\n<h3>Requirements</h3>\n<p>SQL<br />R &amp; D</p>',
    ],
    ['nothing', { description: null }, ''],
  ])('joins a description that comes as %s', (_, fields, markup) => {
    expect(one(fields)?.descriptionHtml).toBe(markup)
  })

  test.each([
    [
      'the short link',
      { url: null, shortlink: 'https://apply.workable.com/j/ABC123' },
      'https://apply.workable.com/j/ABC123',
    ],
    [
      'the form',
      { url: null, application_url: 'https://apply.workable.com/j/ABC123/apply' },
      'https://apply.workable.com/j/ABC123/apply',
    ],
    ['its shortcode', { url: null }, 'https://apply.workable.com/j/ABC123'],
  ])('finds the page by %s', (_, fields, page) => {
    expect(one(fields)?.url).toBe(page)
  })

  test('makes no address out of what is no shortcode', () => {
    const items = parse(JSON.stringify({ jobs: [{ title: 'T', shortcode: '../../x', url: null }] }))
    expect(items).toMatchObject([{ ok: false, reason: 'no_url' }])
  })

  test.each([{ state: 'closed' }, { status: 'archived' }, { state: 'draft' }])('leaves out what is %j', (fields) => {
    expect(one(fields)).toBeUndefined()
  })

  const { jobs, name } = JSON.parse(account) as { jobs: unknown[]; name: string }
  test.each([
    ['a bare list', jobs, 6],
    ['a list under another name', { results: jobs }, 6],
    ['a single posting', jobs[0], 1],
    ['one posting where a list is usual', { name, jobs: jobs[0] }, 1],
  ])('is also read when it comes as %s', (_, payload, count) => {
    const parsed = parse(JSON.stringify(payload))
    expect(parsed).toHaveLength(count)
    expect(parsed[0]).toMatchObject({ ok: true, posting: { title: 'Staff Backend Engineer (C++)', url: rows[0]?.url } })
  })

  test('names the employer as the account does, else by what was known before, else by the account, else not at all', async () => {
    const companyFor = async (payload: object, context: Record<string, string>) => {
      const [item] = await readWhole(JSON.stringify(payload), context)
      return item?.ok === true ? item.posting.company : undefined
    }
    expect(await companyFor({ name, jobs }, { slug: 'x', company: 'X AG' })).toBe('Lichtbogen Energy')
    expect(await companyFor({ jobs }, { slug: 'x', company: 'X AG' })).toBe('X AG')
    expect(await companyFor({ jobs }, { slug: 'x' })).toBe('x')
    expect(await companyFor({ jobs }, {})).toBeNull()
  })

  test.each([
    ['an error object', '{"error":"Not found"}'],
    ['a number', '404'],
    ['nothing', ' '],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  const underTest = { payload: JSON.parse(account) as unknown, listKey: 'jobs', parse }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
