import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import type { RawPosting } from '../../posting.ts'
import { parsePage, refusalOf } from './parse.ts'
import { cursorsAfterRound, roundAt } from './rounds.ts'

const page = readFileSync(new URL('fixtures/page.json', import.meta.url), 'utf8')
const url = 'https://api.adzuna.com/v1/api/jobs/de/search/1'
const parse = (text: string, country: string | undefined = 'de') => parsePage({ text, url }, country)
const postings = (text: string, country?: string): readonly RawPosting[] =>
  parse(text, country).items.flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object, country?: string): RawPosting | undefined =>
  postings(
    JSON.stringify({ results: [{ id: '1', title: 'T', redirect_url: 'https://x.example/1', ...fields }] }),
    country,
  )[0]

describe('a page of Adzuna', () => {
  test('gives every posting with what it says and null for what it does not', () => {
    expect(postings(page)[0]).toEqual({
      sourcePostingId: '5100000001',
      title: 'Senior Data Engineer (m/w/d) & Platform',
      company: 'Havelwerk Analytics GmbH',
      url: 'https://www.adzuna.de/land/ad/5100000001?se=q1w2e3&utm_medium=api&utm_source=0a1b2c3d&v=ABCDEF',
      locations: ['Kreuzberg, Berlin'],
      countryCode: 'DE',
      descriptionHtml:
        'Wir messen, wie Züge altern. Du baust <strong>Data</strong> Pipelines mit Python &amp; Airflow. Wir unterstützen Dich beim Visum, bei der Wohnungssuche und …',
      postedAt: Date.UTC(2026, 10, 20, 8, 15, 30),
      closesAt: null,
      statedSalary: { min: 70_000, max: 85_000, currency: 'EUR', period: 'year' },
      salaryText: null,
      workplace: null,
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('never lets predicted pay pass for stated pay', () => {
    expect(postings(page)[1]).toMatchObject({
      sourcePostingId: '5100000002',
      locations: ['München, Bayern, Deutschland'],
      statedSalary: null,
      predictedSalary: { min: 61_234.5, max: 61_234.5, currency: 'EUR', period: 'year' },
      employmentType: 'part_time',
    })
  })

  test('keeps a posting whose lesser fields are missing or broken', () => {
    expect(postings(page)[2]).toMatchObject({
      title: 'Freelance DevOps',
      company: null,
      locations: [],
      countryCode: 'DE',
      descriptionHtml: '',
      postedAt: null,
      statedSalary: null,
      employmentType: 'contract',
    })
    expect(postings(page)[2]).not.toHaveProperty('predictedSalary')
  })

  test('says why an item is no posting, and how many match in all', () => {
    expect(parse(page).items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual([
      'ok',
      'ok',
      'ok',
      'no_url',
      'no_title',
      'bad_shape',
    ])
    expect(parse(page).total).toBe(3121)
    expect(parse('{"results":[],"count":"many"}')).toEqual({ items: [], total: null })
  })

  test.each([
    ['1', 'predicted'],
    [1, 'predicted'],
    [true, 'predicted'],
    ['yes', 'predicted'],
    [{}, 'predicted'],
    ['0', 'stated'],
    [0, 'stated'],
    [false, 'stated'],
    [null, 'stated'],
    [undefined, 'stated'],
  ])('pay with salary_is_predicted %j is %s', (salary_is_predicted, kind) => {
    const posting = one({ salary_min: 50_000, salary_max: '60000', salary_is_predicted })
    const pay = { min: 50_000, max: 60_000, currency: 'EUR', period: 'year' }
    expect(posting?.statedSalary).toEqual(kind === 'stated' ? pay : null)
    expect(posting?.predictedSalary).toEqual(kind === 'stated' ? undefined : pay)
  })

  test.each([
    ['gb', 'GB', 'GBP'],
    ['UK', 'GB', 'GBP'],
    ['PL', 'PL', 'PLN'],
    [undefined, null, null],
    ['se', null, null],
  ])('of the endpoint %s has its country and currency', (country, code, currency) => {
    const posting = postings(
      JSON.stringify({ results: [{ id: 1, title: 'T', redirect_url: 'https://x.example/1', salary_min: 1000 }] }),
      country ?? '',
    )[0]
    expect(posting?.countryCode).toBe(code)
    expect(posting?.statedSalary?.currency ?? null).toBe(currency)
  })

  test('takes the country out of the area when nobody knows the endpoint, but no currency', () => {
    const text = JSON.stringify({
      results: [
        { id: 1, title: 'T', redirect_url: 'https://x.example/1', location: { area: ['UK', 'Leeds'] }, salary_min: 9 },
      ],
    })
    expect(postings(text, '')[0]).toMatchObject({ countryCode: 'GB', locations: ['Leeds, UK'], statedSalary: null })
  })

  test('takes country and currency from the site that a posting is on when nobody knows the endpoint', () => {
    const fields = { redirect_url: 'https://www.adzuna.pl/details/6', salary_min: 180_000 }
    expect(one(fields, '')).toMatchObject({
      countryCode: 'PL',
      statedSalary: { min: 180_000, max: null, currency: 'PLN', period: 'year' },
    })
    expect(one(fields, 'de')).toMatchObject({ countryCode: 'DE', statedSalary: { currency: 'EUR' } })
  })

  test.each([
    [{ description: 'Half a …', full_description: '<p>All of it</p>' }, '<p>All of it</p>'],
    [{ description: 'Half a …', full_description: ' ' }, 'Half a …'],
    [{ full_description: null }, ''],
  ])('has the whole text where there is one: %j', (fields, html) => {
    expect(one(fields)?.descriptionHtml).toBe(html)
  })

  test('counts nothing with null in place of its list', () => {
    expect(parse('{"count":0,"results":null,"mean":null}')).toEqual({ items: [], total: 0 })
  })

  test('reads a bare list, a single posting, and names that are no objects', () => {
    const item = { id: 1, title: 'T', redirect_url: 'https://x.example/1', company: 'Acme', location: 'Lyon' }
    for (const value of [[item], item, { results: item }]) {
      expect(postings(JSON.stringify(value))).toMatchObject([{ title: 'T', company: 'Acme', locations: ['Lyon'] }])
    }
  })

  test.each([
    ['a login page', '<!doctype html><title>Sign in</title>'],
    ['another object', '{"message":"Server Error"}'],
    ['half a page', page.slice(0, 900)],
    ['nothing', ''],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test('says with "AUTH_FAIL" that the key is refused, with whatever status', () => {
    const body =
      '{"exception":"AUTH_FAIL","doc":"https://api.adzuna.com/v1/doc/AUTH_FAIL","display":"Authorisation failed"}'
    expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'unauthorised' }))
    for (const [code, status] of [
      ['server_error', 400],
      ['unauthorised', 401],
      ['not_found', 410],
    ] as const) {
      expect(refusalOf(new HttpProblem(code, 'no', { status, excerpt: body }))).toMatchObject({
        code: 'unauthorised',
        status,
      })
    }
    const limited = new HttpProblem('rate_limited', 'slow', { status: 429, excerpt: body })
    const other = new HttpProblem('server_error', 'down', { status: 500 })
    expect([refusalOf(limited), refusalOf(other)]).toEqual([limited, other])
  })

  const underTest = {
    payload: JSON.parse(page) as unknown,
    listKey: 'results',
    parse: (text: string) => parse(text).items,
  }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})

describe('the rounds', () => {
  const walk = (more: Readonly<Record<string, number>>): string[] => {
    const asked: string[] = []
    let cursor: string | null = null
    do {
      const round = roundAt(['de', 'fr', 'nl'], cursor)
      const code = round?.now[0] ?? ''
      if (round === null) break
      asked.push(`${code}${round.page}`)
      cursor = cursorsAfterRound(round, round.page < (more[code] ?? 1)).nextCursor
    } while (cursor !== null)
    return asked
  }
  test('ask every country for a page before any for its next', () => {
    expect(walk({ de: 3, nl: 2 })).toEqual(['de1', 'fr1', 'nl1', 'de2', 'nl2', 'de3'])
  })

  test('leave a country out when all of its page was known', () => {
    const round = roundAt(['de', 'fr'], null)
    const after = round === null ? null : cursorsAfterRound(round, true)
    expect(after).toEqual({ nextCursor: '1 fr de', cursorWhenAllKnown: '1 fr -' })
  })

  test('go on at a cursor without the countries that are no longer asked for, and begin again after nonsense', () => {
    expect(roundAt(['fr', 'nl'], '2 de,fr nl')).toEqual({ page: 2, now: ['fr'], later: ['nl'] })
    expect(roundAt(['nl'], '2 de nl')).toEqual({ page: 3, now: ['nl'], later: [] })
    expect(roundAt(['nl'], '2 de -')).toBeNull()
    expect(roundAt(['nl'], 'x y')).toEqual({ page: 1, now: ['nl'], later: [] })
    expect(roundAt([], null)).toBeNull()
  })
})
