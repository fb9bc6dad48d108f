import { describe, expect, test } from 'vitest'
import { companySlugs } from '../../fakes/content.ts'
import { behavesAsEmployerBoards } from '../../support/employer-boards.ts'
import { fakeEmployers, fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

describe('the boards on Personio', () => {
  test('are read with one request each, and one more for positions in another language', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, 'personio')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(pages.map(({ fullList }) => fullList)).toEqual(
      companySlugs().map((slug) => ({ scope: slug, isComplete: true, isUnchanged: false })),
    )
    expect(pages.map(({ board }) => board?.postings)).toEqual(companySlugs().map(() => 9))
    const asked = fakes.requests().map(({ path }) => path)
    expect(asked.filter((path) => !path.includes('?'))).toEqual(companySlugs().map((slug) => `/${slug}/xml`))
    expect(asked.filter((path) => path.includes('?')).every((path) => path.endsWith('/xml?language=en'))).toBe(true)
    expect(asked.length).toBeLessThanOrEqual(2 * companySlugs().length)
  })

  test('give employer, place, kind, pay, date, address and every text in its language', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'personio')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(72)
    const paid = postings.flatMap(({ statedSalary }) => statedSalary ?? [])
    expect(paid.length).toBeGreaterThan(5)
    for (const pay of paid) expect(pay).toEqual({ min: 65_000, max: 80_000, currency: 'EUR', period: 'year' })
    for (const posting of postings) {
      expect(posting.company).toMatch(/^[A-ZÄÖÜ]/)
      expect(posting.locations[0]).toMatch(/, /)
      expect(posting.employmentType).not.toBeNull()
      expect(posting.postedAt).toBeGreaterThan(Date.UTC(2026, 10, 19))
      expect(posting.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[a-z]+\/job\/\d+$/)
      expect(posting.descriptionHtml).toMatch(
        /^<h3>About the role<\/h3>[\s\S]*Reference[\s\S]*Seniority: [a-z-]+\. Years/,
      )
    }
  })

  test('are not asked in other languages beyond the requests that the run has', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(
      fakes,
      'personio',
    )({
      plan: { employers: fakeEmployers('personio', ['kranich']) },
      plannedRequests: 1,
    })
    expect(items).toHaveLength(9)
    expect(fakes.requests()).toHaveLength(1)
  })

  test('are asked only for what changed the next time', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'personio')
    await read()
    const again = await read()
    expect(again.items).toEqual([])
    expect(again.pages.every(({ fullList }) => fullList?.isUnchanged === true)).toBe(true)
    fakes.setContent({ revision: 2 })
    expect((await read()).items.length).toBeGreaterThan(0)
  })

  test('that are gone are named, the next ones are read', async () => {
    const fakes = await fakesFor()
    const employers = fakeEmployers('personio', ['kranich', 'no-such-board', 'tidemark'])
    const { items, pages, problems } = await readerOf(fakes, 'personio')({ plan: { employers } })
    expect(problems).toEqual([
      { code: 'not_found', message: 'Personio: there is no board called "no-such-board" (any more)' },
    ])
    expect(pages.map(({ board }) => board?.state)).toEqual(['ok', 'gone', 'ok'])
    expect(items).toHaveLength(18)
  })
})

behavesAsEmployerBoards({ id: 'personio', name: 'Personio', missingFields: { ok: 3, no_title: 3, no_url: 3 } })
