import { describe, expect, onTestFinished, test } from 'vitest'
import type { BrowsePage } from '#main/domains/jobs/runs/source-session.ts'
import { createHttpClient } from '#main/infra/http/client.ts'
import { createFakeClock } from '../../fakes/fake-clock.ts'
import type { Fakes } from '../../fakes/job-boards.ts'
import type { Mode } from '../../fakes/modes.ts'
import { fakesFor, problemCode, readerOf, reasonsIn, type ReadOptions } from '../../support/read-source.ts'

/** A stand-in for the browser that needs none: what it asks for is what a browser asks for. The real one is in browser.test.ts. */
function plainBrowser(timeoutMs = 5000): BrowsePage {
  const silent = { debug: () => undefined, warn: () => undefined }
  const clock = createFakeClock({ autoAdvance: true })
  const client = createHttpClient({ clock, log: silent, userAgent: 'Browser', maxRetries: 0 })
  onTestFinished(() => client.close())
  return async ({ url, signal, trustedOrigin }) => {
    const headers = { 'sec-fetch-mode': 'navigate' }
    const answer = await client.request({
      url,
      accept: 'html',
      headers,
      signal,
      trustedOrigin,
      timeoutMs,
      maxBytes: 5_000_000,
    })
    return { url: answer.url, text: answer.text, isNotModified: false }
  }
}

const read = (fakes: Fakes, options: ReadOptions = {}) =>
  readerOf(fakes, 'indeed')({ browsePage: plainBrowser(options.timeoutMs), ...options })
const asked = (fakes: Fakes) =>
  fakes.requests().map(({ path }) => Object.fromEntries(new URLSearchParams(path.split('?')[1])))

describe('Indeed', () => {
  test('is read by the first page of a search, and a few of its postings beside it in full', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await read(fakes, { plan: { countries: ['DE', 'NL', 'IE'], roles: ['Engineer'] } })
    expect(problems).toEqual([])
    const [first, second] = asked(fakes)
    expect(first).toEqual({ q: 'Engineer', l: '', sort: 'date', fromage: '7' })
    expect(second).toMatchObject({ q: 'Engineer', vjk: expect.stringMatching(/^[0-9a-f]{16}$/) as string })
    expect(fakes.requests().length).toBeLessThanOrEqual(3 + 6)
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(postings.filter(({ descriptionHtml }) => descriptionHtml.includes('Reference')).length).toBeGreaterThan(2)
    for (const posting of postings) {
      expect(posting.url).toBe(
        `https://${posting.countryCode?.toLowerCase() ?? 'x'}.indeed.com/viewjob?jk=${posting.sourcePostingId}`,
      )
      expect(posting.descriptionHtml).not.toBe('')
      expect(posting.employmentType).not.toBeNull()
      const isEstimate = posting.predictedSalary !== undefined
      expect(posting.statedSalary === null).toBe(isEstimate)
    }
    expect(new Set(postings.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(postings.length)
  })

  test('is asked in the countries and roles of the plan, a few searches in turn, and since the last reading', async () => {
    const fakes = await fakesFor()
    const roles = [
      'Data Scientist',
      'Data Engineer',
      'Backend Engineer',
      'Frontend Engineer',
      'Data Analyst',
      'Developer',
    ]
    const now = Date.UTC(2026, 10, 23, 8)
    const plan = { roles, countries: ['DE', 'FR', 'EE', 'ES'] }
    const code = await problemCode(() => read(fakes, { plan, now, since: now - 3_600_000, plannedRequests: 4 }))
    expect(code).toBe('quota_used')
    expect(asked(fakes)[0]).toEqual({
      q: '("Data Scientist" or "Data Engineer" or "Backend Engineer" or "Frontend Engineer" or "Data Analyst")',
      l: '',
      sort: 'date',
      fromage: '3',
    })
    expect((await read(fakes, { plan: { roles, countries: ['EE'] } })).pages).toHaveLength(1)
    expect(fakes.requests()).toHaveLength(4)
  })

  test('never asks for more than a run may', async () => {
    const fakes = await fakesFor()
    const { items } = await read(fakes, { plan: { countries: ['DE'], roles: [] }, plannedRequests: 2 })
    expect(fakes.requests()).toHaveLength(2)
    expect(items.some(({ ok }) => ok)).toBe(true)
  })

  test('leaves what is stored unopened', async () => {
    const fakes = await fakesFor()
    const first = await read(fakes, { plan: { countries: ['DE'], roles: [] } })
    const stored = new Set(first.items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : [])))
    const before = fakes.requests().length
    const again = await read(fakes, { plan: { countries: ['DE'], roles: [] }, stored })
    expect(new Set(again.stored)).toEqual(stored)
    expect(fakes.requests()).toHaveLength(before + 1)
  })

  test('without a browser is not read', async () => {
    const fakes = await fakesFor()
    expect(await problemCode(() => readerOf(fakes, 'indeed')({ plan: { countries: ['DE'] } }))).toBe('browser_missing')
    expect(fakes.requests()).toEqual([])
  })

  test('that checks the visitor ends there', async () => {
    const fakes = await fakesFor()
    const client = createHttpClient({
      clock: createFakeClock({ autoAdvance: true }),
      log: { debug: () => undefined, warn: () => undefined },
      userAgent: 'x',
    })
    onTestFinished(() => client.close())
    const browsePage: BrowsePage = async ({ url, trustedOrigin }) => ({
      ...(await client.request({ url, accept: 'html', trustedOrigin })),
      isNotModified: false,
    })
    expect(await problemCode(() => read(fakes, { plan: { countries: ['DE'] }, browsePage }))).toBe('challenge')
    expect(fakes.requests()).toHaveLength(1)
  })

  test('that stops to give the full texts keeps the list, says so, and is asked nothing else', async () => {
    const fakes = await fakesFor()
    const whole = plainBrowser()
    const browsePage: BrowsePage = (page) =>
      whole({ ...page, url: page.url.includes('vjk=') ? page.url.replace(/\/jobs\?.*/, '/viewjob?jk=1') : page.url })
    const { items, problems } = await read(fakes, { plan: { countries: ['DE', 'NL'], roles: [] }, browsePage })
    expect(problems).toEqual([
      {
        code: 'challenge',
        message: 'The full text of postings: Indeed wants to see a person, or somebody who signed in',
      },
    ])
    expect(items.filter(({ ok }) => ok).length).toBeGreaterThan(5)
    expect(fakes.requests().filter(({ path }) => path.startsWith('/jobs'))).toHaveLength(1)
  })

  test.each<[Mode, string]>([
    ['rate-limited', 'rate_limited'],
    ['server-error', 'server_error'],
    ['unauthorised', 'unauthorised'],
    ['login-page', 'challenge'],
    ['redirect-loop', 'redirect'],
    ['huge', 'too_large'],
    ['hang', 'timeout'],
  ])('that is %s ends in %s', async (mode, code) => {
    const fakes = await fakesFor()
    fakes.setMode('indeed', mode)
    expect(await problemCode(() => read(fakes, { plan: { countries: ['DE'] }, timeoutMs: 700 }))).toBe(code)
  })

  test('with cards that lack their key or title gives the others, and invents nothing', async () => {
    const fakes = await fakesFor()
    fakes.setMode('indeed', 'missing-fields')
    const { items } = await read(fakes, { plan: { countries: ['DE', 'NL', 'IE', 'SE', 'PL', 'PT'], roles: [] } })
    expect(reasonsIn(items)).toMatchObject({
      no_title: expect.any(Number) as number,
      bad_shape: expect.any(Number) as number,
    })
  })

  test.each<Mode>(['empty', 'bad-utf8', 'big-html', 'script-injection', 'garbage'])(
    'in the mood "%s" gives postings or nothing',
    async (mode) => {
      const fakes = await fakesFor()
      fakes.setMode('indeed', mode)
      const { items } = await read(fakes)
      expect(items.some(({ ok }) => ok)).toBe(mode !== 'empty')
      for (const { url } of items.flatMap((item) => (item.ok ? [item.posting] : [])))
        expect(url).toMatch(/^https:\/\/[a-z]+\.indeed\.com\/viewjob\?jk=[0-9a-f]{16}$/)
    },
  )
})
