import { describe, expect, test } from 'vitest'
import { readPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import { findSource } from '#main/domains/jobs/sources/registry.ts'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import { behavesAsJobService } from '../../support/job-services.ts'
import { fakesFor, problemCode, readerOf, reasonsIn } from '../../support/read-source.ts'

const HOUR_MS = 3_600_000
const NOW = DEFAULT_CONTENT.asOf + 24 * HOUR_MS
const TOKEN_PATH = '/connexion/oauth2/access_token?realm=%2Fpartenaire'
const secrets = { FRANCE_TRAVAIL_CLIENT_ID: 'PAR_copilot_1', FRANCE_TRAVAIL_CLIENT_SECRET: 'a-secret' }

describe('France Travail', () => {
  test('is read in the name of the user’s application, with one token a run', async () => {
    const fakes = await fakesFor({ content: { count: 400 } })
    const { items, problems } = await readerOf(fakes, 'france-travail')({ secrets })
    expect(reasonsIn(items)).toEqual({ ok: 400 })
    expect(problems).toEqual([])
    const search = '/partenaire/offresdemploi/v2/offres/search'
    expect(fakes.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST ${TOKEN_PATH}`,
      `GET ${search}?range=0-149&sort=1&publieeDepuis=31`,
      `GET ${search}?range=150-299&sort=1&publieeDepuis=31`,
      `GET ${search}?range=300-449&sort=1&publieeDepuis=31`,
    ])
    expect(JSON.stringify(fakes.requests().map(({ path }) => path))).not.toContain('a-secret')
  })

  test('gives text, place, kind and pay in words', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'france-travail')({ secrets })
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ employmentType }) => employmentType))).toEqual(
      new Set(['full_time', 'part_time', 'internship']),
    )
    expect(postings.filter(({ salaryText }) => salaryText !== null).length).toBeGreaterThan(5)
    for (const posting of postings) {
      expect(posting.descriptionHtml).toContain('Reference')
      expect(posting.countryCode).toBe('FR')
    }
    const cities = new Set(postings.flatMap((posting) => readPlaces(posting).map(({ city }) => city)))
    expect(cities).toEqual(
      new Set(['Paris', 'Lyon', 'Marseille', 'Lille', 'Nantes', 'Strasbourg', 'Toulouse', 'Bordeaux']),
    )
  })

  test('is asked for the roles of the plan in French and English, each ad once', async () => {
    const fakes = await fakesFor()
    const plan = { roles: ['Data Engineer', 'Product Manager'], countries: ['FR'] }
    const { items } = await readerOf(fakes, 'france-travail')({ secrets, plan })
    const asked = fakes.requests().slice(1)
    expect(asked.map(({ path }) => new URL(path, 'http://x').searchParams.get('motsCles'))).toEqual([
      'data engineer',
      'ingénieur données',
      'product manager',
      'product owner',
    ])
    expect(reasonsIn(items)).toEqual({ ok: 16 })
  })

  test('is not asked at all when nobody looks in France', async () => {
    const fakes = await fakesFor()
    expect((await readerOf(fakes, 'france-travail')({ secrets, plan: { countries: ['BE'] } })).items).toEqual([])
    expect(fakes.requests()).toEqual([])
  })

  test('is asked for what is new, and may be left when everything on a page is known', async () => {
    const fakes = await fakesFor({ content: { count: 400 } })
    const { pages } = await readerOf(fakes, 'france-travail')({ secrets, since: NOW - 6 * HOUR_MS })
    expect(fakes.requests()[1]?.path).toContain('publieeDepuis=3')
    expect(pages.every(({ cursorWhenAllKnown }) => cursorWhenAllKnown === null)).toBe(true)
  })

  test('is asked for the last month the first time', async () => {
    const fakes = await fakesFor({ content: { count: 1300 } })
    const { items, problems } = await readerOf(fakes, 'france-travail')({ secrets })
    expect(problems).toEqual([])
    expect(items).toHaveLength(745)
    expect(fakes.requests()).toHaveLength(6)
  })

  test.each([
    ['id', { ...secrets, FRANCE_TRAVAIL_CLIENT_ID: 'wrong' }],
    ['secret', { ...secrets, FRANCE_TRAVAIL_CLIENT_SECRET: 'wrong' }],
  ])('does not accept a wrong %s', async (_, wrong) => {
    const fakes = await fakesFor()
    expect(await problemCode(() => readerOf(fakes, 'france-travail')({ secrets: wrong }))).toBe('unauthorised')
    expect(fakes.requests()).toHaveLength(1)
  })

  test('says what it needs', () => {
    const { manifest } = findSource('france-travail') ?? {}
    expect(manifest?.secrets?.map(({ name, isRequired }) => [name, isRequired])).toEqual([
      ['FRANCE_TRAVAIL_CLIENT_ID', true],
      ['FRANCE_TRAVAIL_CLIENT_SECRET', true],
    ])
  })

  test('keeps to the requests that it was given', async () => {
    const fakes = await fakesFor({ content: { count: 400 } })
    const code = await problemCode(() => readerOf(fakes, 'france-travail')({ secrets, plannedRequests: 2 }))
    expect(code).toBe('quota_used')
    expect(fakes.requests()).toHaveLength(2)
  })
})

behavesAsJobService({
  id: 'france-travail',
  name: 'France Travail',
  read: { secrets },
  found: 72,
  missingFields: { ok: 24, no_title: 24, no_url: 24 },
  address:
    /^http:\/\/127\.0\.0\.1:\d+\/offres\/recherche\/detail\/|^https:\/\/candidat\.francetravail\.fr\/offres\/recherche\/detail\/\w+$/,
})
