import { describe, expect, test } from 'vitest'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import { behavesAsJobService } from '../../support/job-services.ts'
import { answeringContext } from '../../support/answering-context.ts'
import { fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'
import { himalayas } from '#main/domains/jobs/sources/himalayas/himalayas.source.ts'

const id = 'himalayas'
const DAY_MS = 86_400_000

describe('Himalayas', () => {
  test('is read page by page, by offset until it names the next page itself', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, id)()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual([
      '/jobs/api?limit=20&offset=0',
      '/jobs/api?limit=20&offset=20',
      '/jobs/api?limit=20&cursor=bzQw',
      '/jobs/api?limit=20&cursor=bzYw',
    ])
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(72)
  })

  test('gives countries, both dates and pay, and remote for every job', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    for (const posting of postings) {
      expect(posting.workplace).toBe('remote')
      expect(posting.company).toMatch(/^\p{Lu}\p{L}/u)
      expect(posting.company).not.toBe('name')
      expect(posting.closesAt).toBe((posting.postedAt ?? 0) + 60 * DAY_MS)
      expect([null, { min: 65_000, max: 80_000, currency: 'EUR', period: 'year' }]).toContainEqual(posting.statedSalary)
      expect(posting.locations.length).toBeGreaterThan(0)
    }
    expect(postings[0]).toMatchObject({ postedAt: DEFAULT_CONTENT.asOf, locations: ['Worldwide'] })
  })

  test('stops where the last reading began, a day of overlap included', async () => {
    const fakes = await fakesFor({ content: { count: 200 } })
    const { items } = await readerOf(fakes, id)({ since: DEFAULT_CONTENT.asOf - DAY_MS })
    // Two days of postings, one an hour, and the page on which they end.
    expect(items).toHaveLength(80)
    expect(fakes.requests()).toHaveLength(4)
  })

  test('ends a run when all of a page is known, and after fifty pages at most', async () => {
    const fakes = await fakesFor({ content: { count: 1200 } })
    const { pages, items } = await readerOf(fakes, id)()
    expect(pages).toHaveLength(50)
    expect(items).toHaveLength(1000)
    expect(pages.every((page) => page.cursorWhenAllKnown === null)).toBe(true)
  })

  test('goes on after a short page, and ends on an empty one when nobody says how many there are', async () => {
    const job = (guid: number) => ({ guid, title: 'T', applicationLink: `https://himalayas.app/${guid}` })
    const answers = [[job(1)], [job(2), job(3)], []].map((jobs) => JSON.stringify({ jobs }))
    const { context, asked } = answeringContext((_, index) => answers[index] ?? 500)
    let cursor: string | null = null
    do cursor = (await himalayas.fetchPage(context, cursor)).nextCursor
    while (cursor !== null)
    expect(asked.map(({ url }) => new URL(url).search)).toEqual([
      '?limit=20&offset=0',
      '?limit=20&offset=20',
      '?limit=20&offset=40',
    ])
  })

  test('is not led in circles by a page that names itself as the next one', async () => {
    const page = JSON.stringify({
      jobs: [{ guid: 1, title: 'T', applicationLink: 'https://x.example/1' }],
      nextCursor: 'same',
    })
    const { context, asked } = answeringContext(() => page)
    let cursor: string | null = null
    do cursor = (await himalayas.fetchPage(context, cursor)).nextCursor
    while (cursor !== null)
    expect(asked).toHaveLength(2)
  })

  test('keeps other roles and other countries out, with a reason each', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)({ plan: { roles: ['Data Engineer'], countries: ['SE'] } })
    const reasons = reasonsIn(items)
    expect(reasons['outside_roles']).toBeGreaterThan(10)
    expect(reasons['outside_countries']).toBeGreaterThan(5)
    expect(items.some((item) => item.ok && item.posting.locations[0] === 'Worldwide')).toBe(true)
    expect(items).toHaveLength(72)
  })
})

behavesAsJobService({
  id,
  name: 'Himalayas',
  found: 72,
  missingFields: { ok: 22, no_title: 25, no_url: 25 },
  address: /^http:\/\/127\.0\.0\.1/,
})
