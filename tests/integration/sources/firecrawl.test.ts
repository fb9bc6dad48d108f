import { describe, expect, test } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import { companySlugs } from '../../fakes/content.ts'
import type { Mode } from '../../fakes/modes.ts'
import { expectWellFormed } from '../../fakes/parser-laws.ts'
import { fakesFor, problemCode, readerOf, reasonsIn, type ReadOptions } from '../../support/read-source.ts'

const ID = 'firecrawl'
const secrets = { FIRECRAWL_API_KEY: 'fc-good' }
const pageOf = (slug: string, path = '/careers') => ({
  company: `The ${slug} company`,
  url: `https://${slug}.example${path}`,
})
const reading = (...slugs: readonly string[]): ReadOptions => ({
  secrets,
  plan: { firecrawlPages: slugs.map((slug) => pageOf(slug)) },
})
const postingsIn = (items: readonly ParsedItem[]) => items.flatMap((item) => (item.ok ? [item.posting] : []))

describe('careers pages through Firecrawl', () => {
  test('are read with one request each, whatever the plan wishes; what the model made up is rejected', async () => {
    const fakes = await fakesFor()
    const { plan } = reading(...companySlugs())
    const { items, problems } = await readerOf(
      fakes,
      ID,
    )({ secrets, plan: { ...plan, roles: ['Beekeeper'], countries: ['MT'] } })
    expect(problems).toEqual([])
    expect(reasonsIn(items)).toEqual({ ok: 72, bad_shape: 8 })
    expect(fakes.requests().map(({ method, path }) => `${method} ${path}`)).toEqual(
      companySlugs().map(() => 'POST /v2/scrape'),
    )
    expect(fakes.requests()[0]?.headers['authorization']).toBe('Bearer fc-good')
    for (const posting of postingsIn(items)) {
      expect(posting.company).toMatch(/^The \w+ company$/)
      expect(posting.url).toMatch(/^https:\/\/\w+\.example\/careers\//)
      expect(posting.locations).toHaveLength(1)
      expect(posting.locations[0]).not.toContain(',')
      expect([posting.salaryText, posting.statedSalary, posting.postedAt, posting.countryCode]).toEqual([
        null,
        null,
        null,
        null,
      ])
      expect(posting.employmentType).not.toBeNull()
    }
  })

  test('take turns when a run may not ask for all of them', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, ID)
    const companies = new Set<string | null>()
    for (const turn of [0, 1, 2, 3]) {
      const { items } = await read({ ...reading(...companySlugs()), plannedRequests: 2, turn })
      for (const { company } of postingsIn(items)) companies.add(company)
    }
    expect([companies.size, fakes.requests().length]).toEqual([8, 8])
    await read({ ...reading('kranich'), plannedRequests: 0 })
    expect(fakes.requests()).toHaveLength(8)
  })

  test('that are gone, slow or not for Firecrawl are told, the next ones are read', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(
      fakes,
      ID,
    )({
      secrets,
      plan: { firecrawlPages: [pageOf('kranich', '/old'), pageOf('slow'), pageOf('linkedin'), pageOf('kranich')] },
    })
    expect(problems.map(({ code, message }) => `${code}: ${message.split(':')[0]}`)).toEqual([
      'not_found: The kranich company',
      'timeout: The slow company',
      'unreadable: The linkedin company',
    ])
    expect(postingsIn(items)).toHaveLength(9)
  })
})

describe('Firecrawl, misbehaving', () => {
  test.each([
    ['wrong', 'unauthorised'],
    ['used-up', 'quota_used'],
  ])('the key "%s" ends as %s, after one request', async (key, code) => {
    const fakes = await fakesFor()
    const options = { ...reading('kranich', 'tidemark'), secrets: { FIRECRAWL_API_KEY: key } }
    expect(await problemCode(() => readerOf(fakes, ID)(options))).toBe(code)
    expect(fakes.requests()).toHaveLength(1)
  })

  const codes: readonly (readonly [Mode, string])[] = [
    ['rate-limited', 'rate_limited'],
    ['server-error', 'server_error'],
    ['login-page', 'challenge'],
    ['unauthorised', 'unauthorised'],
    ['garbage', 'unreadable'],
    ['huge', 'too_large'],
  ]
  test.each(codes)('%s ends as %s', async (mode, code) => {
    const fakes = await fakesFor()
    fakes.setMode(ID, mode)
    expect(await problemCode(() => readerOf(fakes, ID)(reading('kranich')))).toBe(code)
  })

  test('a hang is ended by the time limit', async () => {
    const fakes = await fakesFor()
    fakes.setMode(ID, 'hang')
    expect(await problemCode(() => readerOf(fakes, ID)({ ...reading('kranich'), timeoutMs: 150 }))).toBe('timeout')
  })

  const readIn = async (mode: Mode): Promise<readonly ParsedItem[]> => {
    const fakes = await fakesFor()
    fakes.setMode(ID, mode)
    const { items, problems } = await readerOf(fakes, ID)(reading('kranich'))
    expect(problems).toEqual([])
    for (const item of items) expectWellFormed(item)
    return items
  }

  test('openings without a title are rejected, an address that is missing is that of the link', async () => {
    expect(reasonsIn(await readIn('missing-fields'))).toEqual({ ok: 6, no_title: 4, bad_shape: 1 })
  })
  test('bytes that are not UTF-8 cost no opening', async () => {
    expect(reasonsIn(await readIn('bad-utf8'))).toEqual({ ok: 9, bad_shape: 1 })
  })
  test('scripts make no address out of themselves', async () => {
    for (const { url } of postingsIn(await readIn('script-injection')))
      expect(new URL(url).hostname).toBe('kranich.example')
  })
  test('a page without openings is empty and no fault', async () => {
    expect(await readIn('empty')).toEqual([])
  })
})
