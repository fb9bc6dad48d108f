import { describe, expect, test } from 'vitest'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import { behavesAsJobService } from '../../support/job-services.ts'
import { fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

const id = 'remotive'

describe('Remotive', () => {
  test('is read with one request, all of it', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, id)({ plannedRequests: 1 })
    expect(reasonsIn(items)).toEqual({ ok: 84 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual(['/api/remote-jobs'])
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(84)
  })

  test('gives regions, pay in words and dates without a zone, and remote for every job', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    for (const posting of postings) {
      expect(posting.workplace).toBe('remote')
      expect(posting.statedSalary).toBeNull()
      expect(posting.descriptionHtml).toMatch(/^<p>[\s\S]*Reference/)
    }
    expect(postings[0]?.postedAt).toBe(DEFAULT_CONTENT.asOf)
    expect(postings.filter(({ salaryText }) => salaryText === '€65,000 - €80,000').length).toBeGreaterThan(20)
    expect(new Set(postings.map(({ employmentType }) => employmentType))).toEqual(
      new Set(['full_time', 'part_time', 'internship', null]),
    )
    expect(postings.some(({ locations }) => locations.join('|') === 'Europe|UK')).toBe(true)
  })

  test('is not asked at all by a run that may not', async () => {
    const fakes = await fakesFor()
    await expect(readerOf(fakes, id)({ plannedRequests: 0 })).rejects.toMatchObject({ code: 'quota_used' })
    expect(fakes.requests()).toEqual([])
  })

  test('keeps other trades and other countries out, with a reason each', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(
      fakes,
      id,
    )({ plan: { roles: ['Data Engineer', 'Backend Engineer'], countries: ['DE'] } })
    const reasons = reasonsIn(items)
    expect(reasons['outside_roles']).toBeGreaterThanOrEqual(12)
    expect(reasons['outside_countries']).toBeGreaterThan(5)
    const kept = items.flatMap((item) => (item.ok ? [item.posting.locations.join('|')] : []))
    expect(kept).not.toContain('USA')
    expect(kept.some((places) => places === 'Worldwide' || places === 'Europe|UK')).toBe(true)
    expect(items).toHaveLength(84)
  })
})

behavesAsJobService({
  id,
  name: 'Remotive',
  // Each hop is a request, and a day has four.
  codes: { 'redirect-loop': 'quota_used' },
  found: 84,
  missingFields: { ok: 28, no_title: 28, no_url: 28 },
  address: /^http:\/\/127\.0\.0\.1/,
})
