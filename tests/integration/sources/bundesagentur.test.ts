import { describe, expect, test } from 'vitest'
import { readPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import { findSourceNamed } from '#main/domains/jobs/sources/registry.ts'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import { behavesAsJobService } from '../../support/job-services.ts'
import { fakesFor, problemCode, readerOf, reasonsIn } from '../../support/read-source.ts'

const DAY_MS = 86_400_000
const NOW = DEFAULT_CONTENT.asOf + DAY_MS
const isList = ({ path }: { readonly path: string }): boolean => path.startsWith('/pc/v6/jobs')

describe('the job search of the Bundesagentur', () => {
  test('is read from its list and each posting’s own answer', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, 'bundesagentur')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(pages.map((page) => page.items.length)).toEqual([25, 25, 22])
    expect(fakes.requests()).toHaveLength(73)
    expect(fakes.requests().every(({ headers }) => headers['x-api-key'] === 'jobboerse-jobsuche')).toBe(true)
    expect(fakes.requests()[0]?.path).toBe('/pc/v6/jobs?angebotsart=1&veroeffentlichtseit=28&page=1&size=100')
  })

  test('gives text, place, kind, workplace and pay', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'bundesagentur')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ countryCode }) => countryCode))).toEqual(
      new Set(['DE', 'NL', 'IE', 'SE', 'PL', 'PT']),
    )
    expect(new Set(postings.map(({ workplace }) => workplace))).toEqual(new Set(['remote', 'hybrid', null]))
    expect(new Set(postings.map(({ employmentType }) => employmentType))).toEqual(
      new Set(['full_time', 'part_time', 'internship']),
    )
    const paid = postings.filter(({ statedSalary }) => statedSalary !== null)
    expect(paid.length).toBeGreaterThan(2)
    expect(paid.every(({ countryCode }) => countryCode === 'DE')).toBe(true)
    for (const posting of postings) {
      expect(posting.descriptionHtml).toContain('Reference')
      expect(readPlaces(posting)[0]?.countryCode).toBe(posting.countryCode)
    }
  })

  test('is asked for the roles of the plan in its own words; only what fits is read', async () => {
    const fakes = await fakesFor()
    const plan = { roles: ['Data Analyst', 'Product Manager'], countries: ['DE'] }
    const { items } = await readerOf(fakes, 'bundesagentur')({ plan })
    const asked = fakes.requests().filter(isList)
    expect(asked.map(({ path }) => new URL(path, 'http://x').searchParams.get('was'))).toEqual([
      'Datenanalyst',
      'Data Analyst',
      'Produktmanager',
      'Product Owner',
    ])
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(postings.length).toBeGreaterThan(0)
    for (const { title, countryCode } of postings) {
      expect(title).toMatch(/Data Analyst|Product Manager/)
      expect(countryCode).toBe('DE')
    }
    expect(reasonsIn(items)['outside_countries']).toBeGreaterThan(0)
    expect(fakes.requests()).toHaveLength(asked.length + postings.length)
  })

  test('is not asked at all when nobody looks in Germany', async () => {
    const fakes = await fakesFor()
    expect((await readerOf(fakes, 'bundesagentur')({ plan: { countries: ['FR'] } })).items).toEqual([])
    expect(fakes.requests()).toEqual([])
  })

  test('is asked for what is new, and known postings are not read again', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'bundesagentur')
    const ids = (await read()).items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    const before = fakes.requests().length
    const again = await read({ since: NOW - DAY_MS / 4, stored: new Set(ids) })
    expect(again.items).toEqual([])
    expect(again.stored.length).toBeGreaterThan(0)
    expect(fakes.requests().slice(before)).toHaveLength(1)
    expect(fakes.requests()[before]?.path).toContain('veroeffentlichtseit=1&')
  })

  test('goes through the pages of a list', async () => {
    const fakes = await fakesFor({ content: { count: 230 } })
    const { items } = await readerOf(fakes, 'bundesagentur')()
    expect(reasonsIn(items)).toEqual({ ok: 230 })
    expect(fakes.requests().filter(isList)).toHaveLength(3)
  })

  test('takes five pages of a list at most', async () => {
    const fakes = await fakesFor({ content: { count: 650 } })
    const stored = new Set(Array.from({ length: 25_000 }, (_, number) => `10000-${1_190_000_000 + number}-S`))
    const read = await readerOf(fakes, 'bundesagentur')({ stored })
    expect(read.stored).toHaveLength(500)
    expect(fakes.requests()).toHaveLength(5)
  })

  test('keeps to the requests that it was given', async () => {
    const fakes = await fakesFor()
    const code = await problemCode(() => readerOf(fakes, 'bundesagentur')({ plannedRequests: 12 }))
    expect(code).toBe('quota_used')
    expect(fakes.requests()).toHaveLength(12)
  })

  test('is found by the name that people use', () => {
    expect(findSourceNamed('Arbeitsagentur')?.manifest.id).toBe('bundesagentur')
  })
})

behavesAsJobService({
  id: 'bundesagentur',
  name: 'Bundesagentur',
  found: 72,
  missingFields: { ok: 24, no_title: 24, no_url: 24 },
  address: /^https:\/\/www\.arbeitsagentur\.de\/jobsuche\/jobdetail\/10000-\d+-S$|^http:\/\/127\.0\.0\.1:\d+\/jobs\//,
})
