import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { readPlaces } from '../../enrich/place/places.ts'
import { readSalary } from '../../enrich/salary/salary.ts'
import { ashby } from './ashby.source.ts'
import { parseBoard } from './parse.ts'

const board = readFileSync(new URL('fixtures/board.json', import.meta.url), 'utf8')
const url = 'https://api.ashbyhq.com/posting-api/job-board/lichtbogen?includeCompensation=true'
const parse = (text: string) => parseBoard({ text, url }, { slug: 'lichtbogen', company: 'Lichtbogen Energy' })
const postingsOf = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const postings = postingsOf(board)
const one = (fields: object) =>
  postingsOf(
    JSON.stringify({ jobs: [{ id: 'a', title: 'Data Engineer', jobUrl: 'https://jobs.ashbyhq.com/x/a', ...fields }] }),
  )[0]

describe('an Ashby board', () => {
  test('gives every posting with what the source says and null for what it does not', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: '145ff46b-1441-4773-bcd3-c8c90baa598a',
      title: 'Staff Backend Engineer (C++)',
      company: 'Lichtbogen Energy',
      url: 'https://jobs.ashbyhq.com/lichtbogen/145ff46b-1441-4773-bcd3-c8c90baa598a',
      locations: ['Houston, TX', 'San Francisco', 'London, United Kingdom'],
      countryCode: 'US',
      descriptionHtml:
        '<p>Lichtbogen runs battery parks &amp; grids.</p><p>Work with C++ and Kafka. We offer visa sponsorship.</p>',
      postedAt: Date.UTC(2026, 10, 2, 9, 0, 0, 393),
      closesAt: null,
      statedSalary: { min: 212000, max: 291000, currency: 'USD', period: 'year' },
      salaryText: '$191K – $291K • Offers Equity • Multiple Ranges',
      workplace: 'hybrid',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('puts the address behind an office that is no place by its name', () => {
    expect(postings[1]).toMatchObject({
      title: 'Data Analyst Intern & Storyteller',
      locations: ['HQ', 'Berlin, Germany'],
      countryCode: 'DE',
      statedSalary: { min: 16, max: null, currency: 'EUR', period: 'hour' },
      salaryText: null,
      workplace: 'onsite',
      employmentType: 'internship',
    })
  })

  test('reads plain text, a remote flag and words about pay where nothing better is said', () => {
    expect(postings[2]).toMatchObject({
      locations: ['Remote - European Union'],
      countryCode: null,
      descriptionHtml: '<p>Plain words only.</p><p>R&amp;D &lt; sales</p>',
      statedSalary: null,
      salaryText: '€70K - €85K',
      workplace: 'remote',
      employmentType: 'contract',
    })
  })

  test.each([
    ['an address without its host', { jobUrl: '/acme/1' }, { url: 'https://jobs.ashbyhq.com/acme/1' }],
    ['a date in milliseconds', { publishedAt: 1_782_214_185_805 }, { postedAt: 1_782_214_185_805 }],
    ['a date in seconds', { publishedAt: 1_782_214_185 }, { postedAt: 1_782_214_185_000 }],
    ['a tick as text', { isRemote: 'true' }, { workplace: 'remote' }],
  ])('reads %s', (_, fields, expected) => {
    expect(one(fields)).toMatchObject(expected)
  })

  test('makes no yearly pay out of one for a finished project', () => {
    const { statedSalary = null, salaryText = null } = postings[3] ?? {}
    expect(postings[3]).toMatchObject({
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: 'temporary',
    })
    expect(readSalary({ statedSalary, salaryText, title: '', descriptionText: '', countryCode: null })).toBeNull()
  })

  test('says why an item is no posting, and that an unlisted one is closed', () => {
    const outcomes = parse(board).map((item) => (item.ok ? 'ok' : item.reason))
    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'ok', 'closed', 'no_title', 'no_url'])
  })

  const salary = (fields: object) => ({
    compensationType: 'Salary',
    currencyCode: 'EUR',
    minValue: 50000,
    maxValue: 60000,
    interval: '1 YEAR',
    ...fields,
  })
  test.each([
    [
      'the summary alone',
      { summaryComponents: [salary({})] },
      { min: 50000, max: 60000, currency: 'EUR', period: 'year' },
    ],
    [
      'months',
      { summaryComponents: [salary({ interval: '1 MONTH', minValue: 4000, maxValue: 5000 })] },
      { min: 4000, max: 5000, currency: 'EUR', period: 'month' },
    ],
    [
      'a first tier without a salary',
      { compensationTiers: [{ components: [] }, { components: [salary({})] }] },
      { min: 50000, max: 60000, currency: 'EUR', period: 'year' },
    ],
    [
      'an older name for the kind',
      { summaryComponents: [{ ...salary({}), compensationType: undefined, componentType: 'salary' }] },
      { min: 50000, max: 60000, currency: 'EUR', period: 'year' },
    ],
    [
      'nought for the lower end',
      { summaryComponents: [salary({ minValue: 0 })] },
      { min: null, max: 60000, currency: 'EUR', period: 'year' },
    ],
    ['no currency', { summaryComponents: [salary({ currencyCode: null })] }, null],
    ['weeks', { summaryComponents: [salary({ interval: '1 WEEK' })] }, null],
    ['half a year', { summaryComponents: [salary({ interval: '6 MONTH' })] }, null],
    ['equity alone', { summaryComponents: [salary({ compensationType: 'EquityCashValue' })] }, null],
    ['commission alone', { summaryComponents: [salary({ compensationType: 'Commission' })] }, null],
    ['nothing in it', { compensationTierSummary: null, compensationTiers: [], summaryComponents: [] }, null],
    ['another type', 'competitive', null],
  ])('reads pay that comes with %s', (_, compensation, statedSalary) => {
    expect(one({ compensation })?.statedSalary).toEqual(statedSalary)
  })

  test('takes no pay for a job from beside the list', () => {
    const beside = {
      jobs: [{ id: 'a', title: 'T', jobUrl: 'https://jobs.ashbyhq.com/x/a' }],
      compensation: { summaryComponents: [salary({})] },
    }
    expect(postingsOf(JSON.stringify(beside))[0]?.statedSalary).toBeNull()
  })

  test.each([
    ['Hybrid', true, 'hybrid'],
    ['OnSite', true, 'onsite'],
    ['Remote', false, 'remote'],
    [null, true, 'remote'],
    [null, false, null],
    [undefined, null, null],
    ['Somewhere', 'yes', null],
  ])('trusts the workplace %j over the remote flag %j', (workplaceType, isRemote, workplace) => {
    expect(one({ workplaceType, isRemote })?.workplace).toBe(workplace)
  })

  const address = (addressLocality: string | null, addressCountry: string) => ({
    postalAddress: { addressLocality, addressCountry },
  })
  test.each([
    ['an address alone', { address: address('Porto', 'PT') }, ['Porto, PT'], ['Porto PT']],
    [
      'a remote office with a country',
      { location: 'Remote - Europe', address: address(null, 'Germany') },
      ['Remote - Europe'],
      ['null DE'],
    ],
    [
      'a further place as bare text',
      { location: 'Berlin', secondaryLocations: ['Paris', null, 7] },
      ['Berlin', 'Paris'],
      ['Berlin DE', 'Paris FR'],
    ],
    [
      'a further place of the same name in another country',
      {
        location: 'Paris',
        address: address('Paris', 'France'),
        secondaryLocations: [{ location: 'Paris', address: { addressCountry: 'USA' } }],
      },
      ['Paris', 'Paris, USA'],
      ['Paris FR', 'Paris US'],
    ],
    ['an object for the place', { location: { name: 'Lisbon' } }, ['Lisbon'], ['Lisbon PT']],
    ['nothing', { location: null }, [], []],
  ])('reads places that come as %s', (_, fields, locations, read) => {
    const posting = one(fields)
    expect(posting?.locations).toEqual(locations)
    const places = readPlaces({ locations: posting?.locations ?? [], countryCode: posting?.countryCode ?? null })
    expect(places.map(({ city, countryCode }) => `${city} ${countryCode}`)).toEqual(read)
  })

  test("reads a partner's feed of the same postings", () => {
    const partners = {
      id: 'a',
      organizationName: 'Lichtbogen AG',
      title: 'Data Engineer',
      externalLink: 'https://jobs.ashbyhq.com/lichtbogen/a',
      updatedAt: '2026-11-02T09:00:00Z',
      locations: [{ locationName: 'Berlin', address: { addressLocality: 'Berlin', addressCountry: 'Germany' } }],
      descriptionHtml: '<p>Do.</p>',
      compensationTiers: [{ components: [salary({})] }],
    }
    expect(postingsOf(JSON.stringify([partners]))[0]).toMatchObject({
      company: 'Lichtbogen AG',
      url: 'https://jobs.ashbyhq.com/lichtbogen/a',
      locations: ['Berlin, Germany'],
      postedAt: Date.UTC(2026, 10, 2, 9),
      statedSalary: { min: 50000, max: 60000 },
    })
  })

  const jobs = (JSON.parse(board) as { jobs: unknown[] }).jobs
  test.each([
    ['a bare list', jobs, 7],
    ['a list under another name', { results: jobs }, 7],
    ['a single posting', jobs[0], 1],
    ['a single posting under a name', { job: jobs[0] }, 1],
    ['one posting where a list is usual', { jobs: jobs[0] }, 1],
  ])('is also read when it comes as %s', (_, payload, count) => {
    const parsed = parse(JSON.stringify(payload))
    expect(parsed).toHaveLength(count)
    expect(parsed[0]).toEqual({ ok: true, posting: postings[0] })
  })

  test.each([
    ['an error object', '{"errors":["not_found"],"success":false}'],
    ['text', '"Not Found"'],
    ['nothing', ' '],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test('names the employer by what was known before, else by the board, else not at all', async () => {
    const companyFor = async (context: Record<string, string>) => {
      const [item] = await ashby.parse({ text: board, url, context, now: 0 })
      return item?.ok === true ? item.posting.company : undefined
    }
    expect(await companyFor({ slug: 'lichtbogen', company: 'Lichtbogen AG' })).toBe('Lichtbogen AG')
    expect(await companyFor({ slug: 'lichtbogen' })).toBe('lichtbogen')
    expect(await companyFor({})).toBeNull()
  })

  const underTest = { payload: JSON.parse(board) as unknown, listKey: 'jobs', parse }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
