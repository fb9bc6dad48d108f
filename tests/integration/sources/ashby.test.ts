import { describe, expect, test } from 'vitest'
import { readPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import { findSource } from '#main/domains/jobs/sources/registry.ts'
import { companySlugs } from '../../fakes/content.ts'
import { behavesAsEmployerBoards } from '../../support/employer-boards.ts'
import { fakeEmployers, fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

describe('the boards on Ashby', () => {
  test('are read with one request each', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, 'ashby')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual(
      companySlugs().map((slug) => `/posting-api/job-board/${slug}?includeCompensation=true`),
    )
    expect(pages.map(({ board }) => board?.postings)).toEqual(companySlugs().map(() => 9))
    expect(pages.every(({ fullList }) => fullList?.isComplete === true)).toBe(true)
  })

  test('give place, country, workplace, kind, pay and text', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'ashby')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(72)
    expect(new Set(postings.map(({ workplace }) => workplace))).toEqual(new Set(['remote', 'onsite', 'hybrid', null]))
    const paid = postings.filter(({ statedSalary }) => statedSalary !== null)
    expect(paid.length).toBeGreaterThan(5)
    for (const { statedSalary } of paid) {
      expect(statedSalary).toEqual({ min: 65_000, max: 80_000, currency: 'EUR', period: 'year' })
    }
    for (const posting of postings) {
      expect(posting.employmentType).not.toBeNull()
      expect(posting.descriptionHtml).toMatch(/^<p>[\s\S]*Reference[\s\S]*<\/p>$/)
      const [place] = readPlaces(posting)
      expect(place?.countryCode).toBe(posting.countryCode)
    }
  })

  test('may take their time: the limit is a minute', () => {
    expect(findSource('ashby')?.manifest.pace.timeoutMs).toBe(60_000)
  })

  test('are asked only for what changed the next time', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'ashby')
    await read()
    const again = await read()
    expect(again.items).toEqual([])
    expect(again.pages.every(({ fullList }) => fullList?.isUnchanged === true)).toBe(true)
    fakes.setContent({ revision: 2 })
    expect((await read()).items.length).toBeGreaterThan(0)
  })

  test('that are gone are named, the next ones are read', async () => {
    const fakes = await fakesFor()
    const employers = fakeEmployers('ashby', ['kranich', 'no-such-board', 'tidemark'])
    const { items, pages, problems } = await readerOf(fakes, 'ashby')({ plan: { employers } })
    expect(problems).toEqual([
      { code: 'not_found', message: 'Ashby: there is no board called "no-such-board" (any more)' },
    ])
    expect(pages.map(({ board }) => board?.state)).toEqual(['ok', 'gone', 'ok'])
    expect(items).toHaveLength(18)
  })
})

behavesAsEmployerBoards({ id: 'ashby', name: 'Ashby', missingFields: { ok: 3, no_title: 3, no_url: 3 } })
