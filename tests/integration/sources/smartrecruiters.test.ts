import { describe, expect, test } from 'vitest'
import { readPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import { companySlugs } from '../../fakes/content.ts'
import { behavesAsEmployerBoards } from '../../support/employer-boards.ts'
import { fakeEmployers, fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

const ID = 'smartrecruiters'
const LIST = /\/postings\?limit=100&offset=\d+$/
const TEXT = /\/postings\/\d+$/

describe('the boards on SmartRecruiters', () => {
  test('are read list by list, and every posting once for its text', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, ID)()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    const paths = fakes.requests().map(({ path }) => path)
    expect(paths.filter((path) => LIST.test(path))).toEqual(
      companySlugs().map((slug) => `/v1/companies/${slug}/postings?limit=100&offset=0`),
    )
    expect(new Set(paths.filter((path) => TEXT.test(path))).size).toBe(72)
    expect(paths).toHaveLength(80)
    expect(pages.map(({ board }) => board?.postings)).toEqual(companySlugs().map(() => 9))
    expect(pages.every(({ fullList }) => fullList?.isComplete === true)).toBe(true)
  })

  test('give employer, place, country, workplace, kind, reference and the whole text', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, ID)()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ workplace }) => workplace))).toEqual(new Set(['remote', 'hybrid', null]))
    for (const posting of postings) {
      expect(posting.company).toMatch(/^[A-ZÄÖÜ]/)
      expect(posting.requisitionId).toMatch(/^REF\d+X$/)
      expect(posting.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[a-z]+\/\d+-\d+$/)
      expect(posting.descriptionHtml).toMatch(
        /^<h3>Job Description<\/h3>[\s\S]*<h3>Qualifications<\/h3>[\s\S]*Reference/,
      )
      expect(readPlaces(posting).map(({ countryCode }) => countryCode)).toEqual([posting.countryCode])
    }
  })

  test('are not asked again for the texts of postings that are stored', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, ID)
    const first = await read()
    const stored = new Set(first.items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : [])))
    const before = fakes.requests().length
    const again = await read({ stored })
    expect(again.items).toEqual([])
    expect(new Set(again.stored)).toEqual(stored)
    expect(fakes.requests()).toHaveLength(before + 8)
    fakes.setContent({ revision: 2 })
    const later = await read({ stored })
    expect(later.items.length).toBe(5)
    expect(later.stored.length).toBeLessThan(72)
  })

  test('are asked only for the texts of postings that the plan wishes', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, ID)({ plan: { roles: ['Data Scientist'], countries: ['DE'] } })
    const reasons = reasonsIn(items)
    const texts = fakes.requests().filter(({ path }) => TEXT.test(path))
    expect(items).toHaveLength(72)
    expect(texts).toHaveLength(reasons['ok'] ?? 0)
    expect(reasons['ok']).toBeGreaterThan(0)
    expect(reasons['outside_roles']).toBeGreaterThan(40)
    expect(reasons['outside_countries']).toBeGreaterThan(0)
  })

  test('come in pages of a hundred, and what was fetched is handed over after 25 texts', async () => {
    const fakes = await fakesFor({ content: { count: 1040 } })
    const { items, pages } = await readerOf(fakes, ID)({ plan: { employers: fakeEmployers(ID, ['kranich']) } })
    const lists = fakes.requests().filter(({ path }) => LIST.test(path))
    expect(lists.map(({ path }) => path.replace(/^.*\?/, ''))).toEqual(['limit=100&offset=0', 'limit=100&offset=100'])
    expect(items.length).toBeGreaterThan(100)
    expect(new Set(items.map((item) => item.ok && item.posting.sourcePostingId)).size).toBe(items.length)
    expect(fakes.requests()).toHaveLength(2 + items.length)
    expect(Math.max(...pages.map((page) => page.items.length))).toBe(25)
    expect(pages.map(({ fullList }) => fullList?.isComplete)).toEqual(
      pages.map((_, index) => index === pages.length - 1),
    )
    expect(pages.at(-1)?.board).toEqual({ slug: 'kranich', state: 'ok', postings: items.length })
  })

  test('that there are not answer like empty ones', async () => {
    const fakes = await fakesFor()
    const employers = fakeEmployers(ID, ['no-such-board', 'tidemark'])
    const { items, pages, problems } = await readerOf(fakes, ID)({ plan: { employers } })
    expect(problems).toEqual([])
    expect(pages.map(({ board }) => board?.state)).toEqual(['empty', 'ok'])
    expect(items).toHaveLength(9)
  })

  test('get no request beyond what the run may make', async () => {
    const fakes = await fakesFor()
    await expect(readerOf(fakes, ID)({ plannedRequests: 5 })).rejects.toMatchObject({ code: 'quota_used' })
    expect(fakes.requests()).toHaveLength(5)
  })
})

behavesAsEmployerBoards({ id: ID, name: 'SmartRecruiters', missingFields: { ok: 3, no_title: 3, no_url: 3 } })
