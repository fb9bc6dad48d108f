import { describe, expect, test } from 'vitest'
import { normalise } from '#main/domains/jobs/pipeline/normalise.ts'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import { behavesAsJobFeed } from '../../support/job-feeds.ts'
import { fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

const id = 'remoteok'

describe('Remote OK', () => {
  test('is read with one request, all of it but the legal notice', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, id)()
    expect(reasonsIn(items)).toEqual({ ok: 84 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual(['/api'])
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(84)
  })

  test('states no salary, keeps no passage for machines, and is remote throughout', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    for (const posting of postings) {
      expect(posting).toMatchObject({ workplace: 'remote', statedSalary: null, salaryText: null, employmentType: null })
      expect(posting.descriptionHtml).toMatch(/^<p>[\s\S]*Reference[\s\S]*<\/p>$/)
    }
    expect(postings[0]?.postedAt).toBe(DEFAULT_CONTENT.asOf)
    expect(postings.filter(({ predictedSalary }) => predictedSalary !== undefined).length).toBeGreaterThan(20)
  })

  test('comes out of the pipeline with its umlauts put right', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)()
    const normalised = items.flatMap((item) => {
      const result = item.ok ? normalise(item.posting, { sourceId: id, now: DEFAULT_CONTENT.asOf }) : null
      return result?.ok === true ? [result.posting] : []
    })
    const companies = new Set(normalised.map(({ company }) => company))
    expect(companies).toContain('Dünenwind Software')
    expect(companies).toContain('Brückenkopf Insurance')
    expect(normalised.flatMap(({ locations }) => locations)).toContain('München, Germany')
  })

  test('keeps other trades and other countries out, with a reason each', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(
      fakes,
      id,
    )({ plan: { roles: ['Data Engineer', 'Backend Engineer'], countries: ['SE'] } })
    const reasons = reasonsIn(items)
    expect(reasons['outside_roles']).toBeGreaterThanOrEqual(12)
    expect(reasons['outside_countries']).toBeGreaterThan(5)
    expect(items).toHaveLength(84)
  })
})

behavesAsJobFeed({ id, name: 'Remote OK', items: 84 })
