import { describe, expect, test } from 'vitest'
import { companySlugs } from '../../fakes/content.ts'
import { behavesAsEmployerBoards } from '../../support/employer-boards.ts'
import { fakeEmployers, fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

describe('the boards on Lever', () => {
  test('are read with one request each', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, 'lever')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual(
      companySlugs().map((slug) => `/v0/postings/${slug}?mode=json`),
    )
    expect(pages.map(({ fullList }) => fullList)).toEqual(
      companySlugs().map((slug) => ({ scope: slug, isComplete: true, isUnchanged: false })),
    )
    expect(pages.map(({ board }) => board?.postings)).toEqual(companySlugs().map(() => 9))
  })

  test('give place, country, workplace, kind, pay and the whole text', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'lever')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(72)
    expect(new Set(postings.map(({ countryCode }) => countryCode))).toEqual(
      new Set(['DE', 'NL', 'IE', 'SE', 'PL', 'PT']),
    )
    expect(new Set(postings.map(({ workplace }) => workplace))).toEqual(new Set(['remote', 'onsite', 'hybrid', null]))
    expect(postings.filter(({ statedSalary }) => statedSalary !== null).length).toBeGreaterThan(5)
    for (const { descriptionHtml, locations } of postings) {
      expect(descriptionHtml).toMatch(/<h3>What you bring<\/h3>\s*<ul><li>[\s\S]*Reference/)
      expect(locations[0]).toMatch(/, /)
    }
  })

  test('are asked only for what changed the next time', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'lever')
    await read()
    const again = await read()
    expect(again.items).toEqual([])
    expect(again.pages.every(({ fullList }) => fullList?.isUnchanged === true)).toBe(true)
    fakes.setContent({ revision: 2 })
    expect((await read()).items.length).toBeGreaterThan(0)
  })

  test('that are gone are named, the next ones are read', async () => {
    const fakes = await fakesFor()
    const employers = fakeEmployers('lever', ['kranich', 'no-such-board', 'tidemark'])
    const { items, pages, problems } = await readerOf(fakes, 'lever')({ plan: { employers } })
    expect(problems).toEqual([
      { code: 'not_found', message: 'Lever: there is no board called "no-such-board" (any more)' },
    ])
    expect(pages.map(({ board }) => board?.state)).toEqual(['ok', 'gone', 'ok'])
    expect(items).toHaveLength(18)
  })
})

behavesAsEmployerBoards({ id: 'lever', name: 'Lever', missingFields: { ok: 3, no_title: 3, no_url: 3 } })
