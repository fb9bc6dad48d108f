import { describe, expect, test } from 'vitest'
import { companySlugs } from '../../fakes/content.ts'
import { behavesAsEmployerBoards } from '../../support/employer-boards.ts'
import { fakeEmployers, fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

describe('the boards on Workable', () => {
  test('are read with one request each', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, 'workable')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual(
      companySlugs().map((slug) => `/api/v1/widget/accounts/${slug}?details=true`),
    )
    expect(pages.map(({ board }) => board?.postings)).toEqual(companySlugs().map(() => 9))
    expect(pages.every(({ fullList }) => fullList?.isComplete === true)).toBe(true)
  })

  test('give the employer, place, country, kind, reference and text, and an opening in two places once', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'workable')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(72)
    expect(new Set(postings.map(({ workplace }) => workplace))).toEqual(new Set(['remote', null]))
    expect(postings.filter(({ locations }) => locations.includes('Porto, Portugal')).length).toBeGreaterThan(3)
    expect(postings.filter(({ requisitionId }) => requisitionId !== null).length).toBeGreaterThan(20)
    for (const { company, countryCode, employmentType, descriptionHtml } of postings) {
      expect(company).toMatch(/^[A-ZÄÖÜ]/)
      expect(countryCode).toMatch(/^[A-Z]{2}$/)
      expect(employmentType).not.toBeNull()
      expect(descriptionHtml).toMatch(/^<p>[\s\S]*Reference[\s\S]*<\/p>$/)
    }
  })

  test('are asked only for what changed the next time', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'workable')
    await read()
    const again = await read()
    expect(again.items).toEqual([])
    expect(again.pages.every(({ fullList }) => fullList?.isUnchanged === true)).toBe(true)
    fakes.setContent({ revision: 2 })
    expect((await read()).items.length).toBeGreaterThan(0)
  })

  test('that are gone are named, the next ones are read', async () => {
    const fakes = await fakesFor()
    const employers = fakeEmployers('workable', ['kranich', 'no-such-board', 'tidemark'])
    const { items, pages, problems } = await readerOf(fakes, 'workable')({ plan: { employers } })
    expect(problems).toEqual([
      { code: 'not_found', message: 'Workable: there is no board called "no-such-board" (any more)' },
    ])
    expect(pages.map(({ board }) => board?.state)).toEqual(['ok', 'gone', 'ok'])
    expect(items).toHaveLength(18)
  })
})

behavesAsEmployerBoards({ id: 'workable', name: 'Workable', missingFields: { ok: 3, no_title: 3, no_url: 3 } })
