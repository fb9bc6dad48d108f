import { describe, expect, test } from 'vitest'
import { DEFAULT_COUNTRIES, DEFAULT_ROLES } from '#shared/settings.ts'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import type { Fakes } from '../../fakes/job-boards.ts'
import { behavesAsJobService } from '../../support/job-services.ts'
import { fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

const id = 'jobicy'
const queriesOf = (fakes: Fakes) => fakes.requests().map(({ path }) => path.replace('/api/v2/remote-jobs?', ''))
const plan = { roles: DEFAULT_ROLES, countries: DEFAULT_COUNTRIES }
const ALL = [
  'count=50&geo=europe&industry=data-science',
  'count=50&geo=europe&industry=engineering',
  'count=50&geo=europe&industry=management',
  'count=50&geo=anywhere&industry=data-science',
  'count=50&geo=anywhere&industry=engineering',
  'count=50&geo=anywhere&industry=management',
]

describe('Jobicy', () => {
  test('is asked without filters when there are no wishes, for fifty at most', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, id)()
    expect(queriesOf(fakes)).toEqual(['count=50'])
    expect(reasonsIn(items)).toEqual({ ok: 50 })
    expect(problems).toEqual([])
  })

  test('is asked for the industries of the roles, for Europe first and anywhere after that', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)({ plan })
    expect(queriesOf(fakes)).toEqual(ALL)
    const reasons = reasonsIn(items)
    expect(reasons['ok']).toBeGreaterThan(50)
    expect(reasons['outside_roles']).toBeGreaterThan(5)
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is asked no more than a run may, and each run goes on where the last one stopped', async () => {
    const fakes = await fakesFor()
    for (const turn of [0, 1, 2, 3]) {
      const { pages } = await readerOf(fakes, id)({ plan, turn, plannedRequests: 2 })
      expect(pages).toHaveLength(2)
    }
    expect(queriesOf(fakes)).toEqual([...ALL, ...ALL.slice(0, 2)])
  })

  test('is not asked at all by a run that may not', async () => {
    const fakes = await fakesFor()
    expect((await readerOf(fakes, id)({ plan, plannedRequests: 0 })).items).toEqual([])
    expect(fakes.requests()).toEqual([])
  })

  test('gives regions, pay only where it is said, and remote for every job', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(postings[0]?.postedAt).toBe(DEFAULT_CONTENT.asOf)
    for (const posting of postings) {
      expect(posting.workplace).toBe('remote')
      expect(posting.title).not.toContain('&amp;')
      expect([null, { min: 65_000, max: 80_000, currency: 'EUR', period: 'year' }]).toContainEqual(posting.statedSalary)
    }
    const places = new Set(postings.map(({ locations }) => locations.join('|')))
    expect(places).toContain('Anywhere')
    expect(places).toContain('Europe|Germany')
  })
})

behavesAsJobService({
  id,
  name: 'Jobicy',
  found: 50,
  missingFields: { ok: 16, no_title: 17, no_url: 17 },
  address: /^http:\/\/127\.0\.0\.1/,
})
