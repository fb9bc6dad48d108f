import { describe, expect, test } from 'vitest'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import { behavesAsJobFeed } from '../../support/job-feeds.ts'
import { fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

const id = 'we-work-remotely'

describe('We Work Remotely', () => {
  test('is read with one request, all of it', async () => {
    const fakes = await fakesFor()
    const { items, problems, pages } = await readerOf(fakes, id)()
    expect(reasonsIn(items)).toEqual({ ok: 84 })
    expect(problems).toEqual([])
    expect(pages[0]?.fullList).toBeUndefined()
    expect(fakes.requests().map(({ path }) => path)).toEqual(['/remote-jobs.rss'])
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(84)
  })

  test('gives employer, role, places, kind and both dates, and remote for every job', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    for (const posting of postings) {
      expect(posting.workplace).toBe('remote')
      expect(posting.company).not.toBeNull()
      expect(posting.title).not.toContain(`${posting.company ?? ''}:`)
      expect(posting.employmentType).not.toBeNull()
      expect(posting.closesAt).toBe((posting.postedAt ?? 0) + 30 * 86_400_000)
      expect(posting.descriptionHtml).toMatch(/^<p>[\s\S]*Reference/)
    }
    expect(postings[0]?.postedAt).toBe(DEFAULT_CONTENT.asOf)
    expect(postings.filter(({ locations }) => locations.length === 2).length).toBeGreaterThan(20)
  })

  test('keeps other trades and other countries out, with a reason each', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)({ plan: { roles: ['Data Engineer'], countries: ['SE'] } })
    const reasons = reasonsIn(items)
    expect(reasons['outside_roles']).toBeGreaterThan(12)
    // A region may hold the country that is asked for: nobody can say that it does not.
    expect(reasons['outside_countries']).toBeUndefined()
    expect(items).toHaveLength(84)
  })

  test('is asked for whole again, so that new wishes find what old ones left out', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, id)
    await read({ plan: { roles: ['Beekeeper'] } })
    expect(reasonsIn((await read()).items)).toEqual({ ok: 84 })
  })
})

behavesAsJobFeed({ id, name: 'We Work Remotely', items: 84 })
