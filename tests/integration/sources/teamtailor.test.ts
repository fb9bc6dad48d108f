import { describe, expect, test } from 'vitest'
import { companySlugs } from '../../fakes/content.ts'
import { behavesAsEmployerBoards } from '../../support/employer-boards.ts'
import { fakeEmployers, fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

describe('the boards on Teamtailor', () => {
  test('are read with one request each', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, 'teamtailor')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual(
      companySlugs().map((slug) => `/${slug}/jobs.rss?per_page=500`),
    )
    expect(pages.map(({ board }) => board?.postings)).toEqual(companySlugs().map(() => 9))
    expect(pages.every(({ fullList }) => fullList?.isComplete === true)).toBe(true)
  })

  test('give employer, place, workplace, date and text', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'teamtailor')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(72)
    expect(new Set(postings.map(({ workplace }) => workplace))).toEqual(new Set(['remote', 'hybrid', 'onsite', null]))
    for (const posting of postings) {
      expect(posting.company).toMatch(/^[a-z]/)
      expect(posting.locations[0]).toMatch(/, /)
      expect(posting.postedAt).toBeGreaterThan(Date.UTC(2026, 10, 19))
      expect(posting.descriptionHtml).toMatch(/^<p>[\s\S]*Reference[\s\S]*<\/p>$/)
    }
  })

  test('that do not come whole are read part by part, and are complete with the last one', async () => {
    const fakes = await fakesFor({ content: { count: 4400 } })
    const employers = fakeEmployers('teamtailor', ['kranich'])
    const { items, pages } = await readerOf(fakes, 'teamtailor')({ plan: { employers } })
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(ids.length).toBeGreaterThan(500)
    expect(new Set(ids).size).toBe(ids.length)
    expect(fakes.requests().map(({ path }) => path)).toEqual([
      '/kranich/jobs.rss?per_page=500',
      '/kranich/jobs.rss?per_page=500&offset=500',
    ])
    expect(pages.map(({ fullList }) => fullList?.isComplete)).toEqual([false, true])
    expect(pages.map(({ board }) => board?.postings)).toEqual([undefined, ids.length])
  })

  test('are asked only for what changed the next time', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'teamtailor')
    await read()
    const again = await read()
    expect(again.items).toEqual([])
    expect(again.pages.every(({ fullList }) => fullList?.isUnchanged === true)).toBe(true)
    fakes.setContent({ revision: 2 })
    expect((await read()).items.length).toBeGreaterThan(0)
  })

  test('that are gone are named, the next ones are read', async () => {
    const fakes = await fakesFor()
    const employers = fakeEmployers('teamtailor', ['kranich', 'no-such-board', 'tidemark'])
    const { items, pages, problems } = await readerOf(fakes, 'teamtailor')({ plan: { employers } })
    expect(problems).toEqual([
      { code: 'not_found', message: 'Teamtailor: there is no board called "no-such-board" (any more)' },
    ])
    expect(pages.map(({ board }) => board?.state)).toEqual(['ok', 'gone', 'ok'])
    expect(items).toHaveLength(18)
  })
})

behavesAsEmployerBoards({ id: 'teamtailor', name: 'Teamtailor', missingFields: { ok: 3, no_title: 3, no_url: 3 } })
