import { describe, expect, test } from 'vitest'
import { readPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import { companySlugs } from '../../fakes/content.ts'
import { behavesAsEmployerBoards } from '../../support/employer-boards.ts'
import { fakeEmployers, fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

describe('the boards on Recruitee', () => {
  test('are read with one request each', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, 'recruitee')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual(companySlugs().map((slug) => `/${slug}/api/offers/`))
    expect(pages.map(({ fullList }) => fullList)).toEqual(
      companySlugs().map((slug) => ({ scope: slug, isComplete: true, isUnchanged: false })),
    )
    expect(pages.map(({ board }) => board?.postings)).toEqual(companySlugs().map(() => 9))
  })

  test('give place, country, workplace, kind, pay, date and text, and nothing of the form', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'recruitee')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(72)
    expect(new Set(postings.map(({ workplace }) => workplace))).toEqual(new Set(['remote', 'hybrid', 'onsite', null]))
    const paid = postings.flatMap(({ statedSalary }) => statedSalary ?? [])
    expect(paid.length).toBeGreaterThan(5)
    for (const pay of paid) expect(pay).toEqual({ min: 65_000, max: 80_000, currency: 'EUR', period: 'year' })
    for (const posting of postings) {
      expect(posting.employmentType).not.toBeNull()
      expect(posting.postedAt).toBeGreaterThan(Date.UTC(2026, 10, 19))
      expect(posting.descriptionHtml).toMatch(/Reference[\s\S]*<ul><li>/)
      expect(posting.descriptionHtml).not.toContain('Do you need visa sponsorship?')
      expect(readPlaces(posting)[0]?.countryCode).toBe(posting.countryCode)
    }
  })

  test('are asked only for what changed the next time', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'recruitee')
    await read()
    const again = await read()
    expect(again.items).toEqual([])
    expect(again.pages.every(({ fullList }) => fullList?.isUnchanged === true)).toBe(true)
    fakes.setContent({ revision: 2 })
    expect((await read()).items.length).toBeGreaterThan(0)
  })

  test('that are gone are named, the next ones are read', async () => {
    const fakes = await fakesFor()
    const employers = fakeEmployers('recruitee', ['kranich', 'no-such-board', 'tidemark'])
    const { items, pages, problems } = await readerOf(fakes, 'recruitee')({ plan: { employers } })
    expect(problems).toEqual([
      { code: 'not_found', message: 'Recruitee: there is no board called "no-such-board" (any more)' },
    ])
    expect(pages.map(({ board }) => board?.state)).toEqual(['ok', 'gone', 'ok'])
    expect(items).toHaveLength(18)
  })
})

behavesAsEmployerBoards({ id: 'recruitee', name: 'Recruitee', missingFields: { ok: 3, no_title: 3, no_url: 3 } })
