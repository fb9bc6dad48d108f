import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { readPlaces } from '../../enrich/place/places.ts'
import { parsePostings } from './parse.ts'
import { smartrecruiters } from './smartrecruiters.source.ts'

const list = readFileSync(new URL('fixtures/list.json', import.meta.url), 'utf8')
const detail = readFileSync(new URL('fixtures/posting.json', import.meta.url), 'utf8')
const url = 'https://api.smartrecruiters.com/v1/companies/LichtbogenEnergy/postings?limit=100&offset=0'
const parse = (text: string) =>
  parsePostings({ text, url }, { slug: 'LichtbogenEnergy', company: 'Lichtbogen AG' }).items
const postingsOf = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object) =>
  postingsOf(JSON.stringify({ id: '7', name: 'Data Engineer', releasedDate: '2026-11-02T09:00:00Z', ...fields }))[0]

describe('a posting on SmartRecruiters', () => {
  test('gives what the source says and null for what it does not, its sections in their order', () => {
    expect(postingsOf(detail)).toEqual([
      {
        sourcePostingId: '744000147914329',
        title: 'Staff Backend Engineer (C++)',
        company: 'Lichtbogen Energy',
        url: 'https://jobs.smartrecruiters.com/LichtbogenEnergy/744000147914329-staff-backend-engineer-c-',
        locations: ['Barcelona, Spain'],
        countryCode: 'ES',
        descriptionHtml: [
          '<h3>Company Description</h3>\n<p>Lichtbogen runs battery parks &amp; grids.</p>',
          '<h3>Job Description</h3>\n<p>You build the control software.</p>',
          '<h3>Qualifications</h3>\n<ul><li>C++ and Kafka</li></ul>',
          '<h3>Additional Information</h3>\n<p>We offer visa sponsorship.</p>',
        ].join('\n'),
        postedAt: Date.UTC(2026, 10, 2, 9, 0, 0, 346),
        closesAt: null,
        statedSalary: null,
        salaryText: null,
        workplace: 'hybrid',
        employmentType: 'full_time',
        requisitionId: 'REF295348M',
      },
    ])
  })

  test.each([
    ['a posting that is not active', { active: false }],
    ['a posting that is to be taken down', { status: 'toUnpost' }],
  ])('is closed when it is %s', (_, fields) => {
    expect(parse(JSON.stringify({ id: '7', name: 'T', releasedDate: '', ...fields }))).toMatchObject([
      { ok: false, reason: 'closed' },
    ])
  })

  test.each([
    [{ remote: true, hybrid: false }, 'remote'],
    [{ remote: true, hybrid: true }, 'hybrid'],
    [{ remote: false, hybrid: false }, null],
    [{ remote: 'true' }, 'remote'],
    [{ remote: 'no' }, null],
    [{}, null],
  ])('reads the flags %j as the workplace %j', (location, workplace) => {
    expect(one({ location })?.workplace).toBe(workplace)
  })

  test.each([
    ['a code of a region that is no place', { city: 'Berlin', region: 'BE', country: 'de' }, 'Berlin, DE', 'Berlin DE'],
    [
      'the same in one line',
      { city: 'Barcelona', region: 'CT', country: 'es', fullLocation: 'Barcelona, CT, Spain' },
      'Barcelona, Spain',
      'Barcelona ES',
    ],
    [
      'a region in words',
      { city: 'Warsaw', region: 'Masovian Voivodeship', country: 'pl' },
      'Warsaw, Masovian Voivodeship, PL',
      'Warsaw PL',
    ],
    [
      'a state',
      { city: 'Portland', region: 'OR', country: 'us', fullLocation: 'Portland, OR, United States' },
      'Portland, OR, United States',
      'Portland US',
    ],
    ['a gap', { fullLocation: 'Lisbon, , Portugal', country: 'pt' }, 'Lisbon, Portugal', 'Lisbon PT'],
    [
      'a country in words',
      { city: 'Manhattan Beach', regionCode: 'CA', region: 'California', country: 'United States', countryCode: 'us' },
      'Manhattan Beach, California, United States',
      'Manhattan Beach US',
    ],
  ])('reads a place with %s', (_, location, line, place) => {
    const posting = one({ location })
    expect(posting?.locations).toEqual([line])
    const [read] = readPlaces({ locations: posting?.locations ?? [], countryCode: posting?.countryCode ?? null })
    expect(`${read?.city} ${read?.countryCode}`).toBe(place)
  })

  test.each([
    ['nothing', { location: null }],
    ['text', { location: 'Berlin' }],
    ['an empty object', { location: {} }],
  ])('has no place when it comes as %s', (_, fields) => {
    expect(one(fields)).toMatchObject({ locations: [], countryCode: null })
  })

  test.each([
    [
      { min: 70_000, max: 90_000, currency: 'EUR', period: 'YEARLY' },
      { min: 70_000, max: 90_000, currency: 'EUR', period: 'year' },
    ],
    [
      { min: '20.5', max: null, currency: 'USD', period: 'HOURLY' },
      { min: 20.5, max: null, currency: 'USD', period: 'hour' },
    ],
    [{ min: 70_000, max: 90_000, currency: 'EUR' }, null],
    [null, null],
  ])('reads the compensation %j as %j', (compensation, statedSalary) => {
    expect(one({ compensation })?.statedSalary).toEqual(statedSalary)
  })

  test('finds the page of a company that only the address for programs names', () => {
    const item = {
      id: '7',
      name: 'T',
      releasedDate: 1_782_214_185_805,
      ref: 'https://api.smartrecruiters.com/v1/companies/Kranich2/postings/7',
    }
    const { items } = parsePostings({ text: JSON.stringify([item]), url }, { slug: '', company: null })
    expect(items).toMatchObject([
      { ok: true, posting: { url: 'https://jobs.smartrecruiters.com/Kranich2/7', postedAt: 1_782_214_185_805 } },
    ])
  })

  test('reads the feed for job boards', () => {
    const feed = {
      jobs: [
        {
          id: '107099725',
          name: 'Quality Assurance Manager',
          refNumber: 'REF328V',
          status: 'Pending',
          jobAdUrl: 'https://www.smartrecruiters.com/Lichtbogen/12308096-quality-assurance-manager',
          postedDate: '2026-10-02T00:20:08.000Z',
          company: { id: '12379433', name: 'Lichtbogen Energy' },
          typeOfEmployment: {},
          jobAd: { jobDescription: '<p>Do.</p>', companyDescription: '<p>We.</p>' },
        },
      ],
    }
    expect(postingsOf(JSON.stringify(feed))[0]).toMatchObject({
      url: 'https://www.smartrecruiters.com/Lichtbogen/12308096-quality-assurance-manager',
      descriptionHtml: '<p>We.</p>\n<p>Do.</p>',
      postedAt: Date.UTC(2026, 9, 2, 0, 20, 8),
      employmentType: null,
      requisitionId: 'REF328V',
    })
  })
})

describe('a list on SmartRecruiters', () => {
  test('gives every posting without its text, at the page that its id leads to', () => {
    const [first, second] = postingsOf(list)
    const [whole] = postingsOf(detail)
    expect(first).toEqual({
      ...whole,
      url: 'https://jobs.smartrecruiters.com/LichtbogenEnergy/744000147914329',
      descriptionHtml: '',
    })
    expect(second).toMatchObject({
      title: 'Data Analyst & Storyteller',
      locations: ['San Francisco, CA, US'],
      countryCode: 'US',
      workplace: 'remote',
      employmentType: 'internship',
      requisitionId: null,
    })
  })

  test('says why an item is no posting, and takes an address for programs for no page', () => {
    expect(parse(list).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'no_title', 'no_url'])
  })

  test('says how many postings there are, if it says so', () => {
    const totalOf = (text: string) => parsePostings({ text, url }, { slug: 'x', company: null }).total
    expect(totalOf(list)).toBe(4)
    expect(totalOf('{"content":[],"totalFound":0}')).toBe(0)
    expect(totalOf('{"content":[],"totalFound":"many"}')).toBeNull()
    expect(totalOf('[]')).toBeNull()
  })

  const { content } = JSON.parse(list) as { content: unknown[] }
  test.each([
    ['a bare list', content, 4],
    ['a list under another name', { postings: content }, 4],
    ['one posting where a list is usual', { content: content[0] }, 1],
  ])('is also read when it comes as %s', (_, payload, count) => {
    const parsed = parse(JSON.stringify(payload))
    expect(parsed).toHaveLength(count)
    expect(parsed[0]).toEqual({ ok: true, posting: postingsOf(list)[0] })
  })

  test('names the employer as the posting does, else by what was known before, else by the board, else not at all', async () => {
    const companyFor = async (company: unknown, context: Record<string, string>) => {
      const text = JSON.stringify({ id: '7', name: 'T', releasedDate: '', company, postingUrl: 'https://x.example/7' })
      const [item] = await smartrecruiters.parse({ text, url, context, now: 0 })
      return item?.ok === true ? item.posting.company : undefined
    }
    expect(await companyFor({ name: 'Lichtbogen Energy' }, { slug: 'x', company: 'X AG' })).toBe('Lichtbogen Energy')
    expect(await companyFor('Lichtbogen Energy', {})).toBe('Lichtbogen Energy')
    expect(await companyFor(null, { slug: 'x', company: 'X AG' })).toBe('X AG')
    expect(await companyFor({ name: '' }, { slug: 'x' })).toBe('x')
    expect(await companyFor(7, {})).toBeNull()
  })

  test.each([
    ['an error object', '{"code":"RESOURCE_NOT_FOUND","message":"Posting not found"}'],
    ['a number', '404'],
    ['nothing', ' '],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  const underTest = { payload: JSON.parse(list) as unknown, listKey: 'content', parse }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
    expect(() => staysReadable({ ...underTest, payload: JSON.parse(detail) as unknown })).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
    const details = { content: [JSON.parse(detail) as unknown, ...content] }
    expect(() => keepsTheGoodItems({ ...underTest, payload: details })).not.toThrow()
  })
})
