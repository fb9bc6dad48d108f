import { describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import type { Place } from '#shared/facts.ts'
import { cityToken, countryToken, type JobColumns, workplaceToken } from '../jobs/match/matching.service.ts'
import { coarseSteps } from './coarse.ts'
import { coarsePlan, tokensOf } from './coarse-plan.ts'
import { placeFactor } from './factors/place.ts'
import { atOnce, BERLIN, CONTEXT, jobSaying, LYON, MUNICH, NOW_MS, POTSDAM, seeking } from './match-job.fixture.ts'
import { createNearCities } from './near-cities.ts'
import { weightsFrom } from './score.ts'

type Said = Parameters<typeof seeking>[0]
interface Placed {
  readonly places: readonly Place[]
  readonly isRemote?: boolean
}

const HOUR_MS = 3_600_000
const PLACE_ONLY = weightsFrom((factor) => (factor === 'place' ? 100 : 0))
const STUTTGART: Place = { city: 'Stuttgart', countryCode: 'DE', latitude: 48.78, longitude: 9.18 }
const COTTBUS: Place = { city: 'Cottbus', countryCode: 'DE', latitude: 51.76, longitude: 14.33 }
const FRANCE: Place = { city: null, countryCode: 'FR', latitude: null, longitude: null }
const GERMANY: Place = { city: null, countryCode: 'DE', latitude: null, longitude: null }

function tokensOfJob({ places, isRemote = false }: Placed): string[] {
  return [
    ...places.flatMap(({ countryCode }) => (countryCode === null ? [] : [countryToken(countryCode)])),
    ...places.flatMap(({ city }) => (city === null ? [] : [cityToken(city)])),
    ...(isRemote ? [workplaceToken('remote')] : []),
  ]
}

const nearCities = createNearCities()

function planFor(said: Said, weights = PLACE_ONLY) {
  const seeker = seeking(said)
  return coarsePlan(seeker, { weights, near: atOnce(nearCities(seeker)) })
}

/** The jobs as the coarse stage orders them, best first; jobs of equal points in the order given. */
function ordered(said: Said, jobs: readonly Placed[], hasChanged = false): number[] {
  const idOf = (at: number) => Math.floor(NOW_MS / HOUR_MS) * 65_536 + (jobs.length - at)
  const known = jobs.map((job, at) => ({ id: idOf(at), tokens: tokensOfJob(job) })).toSorted((a, b) => a.id - b.id)
  const columns: JobColumns = {
    jobIds: Float64Array.from(hasChanged ? [] : known, ({ id }) => id),
    ordinalsOf: (token) =>
      Uint32Array.from(
        hasChanged ? [] : known.flatMap(({ tokens }, ordinal) => (tokens.includes(token) ? [ordinal] : [])),
      ),
    changed: new Map(hasChanged ? known.map(({ id, tokens }) => [id, new Set(tokens)]) : []),
    isReady: true,
  }
  const best = (count: number) => {
    const ask = { nowMs: NOW_MS, leftOut: [], count }
    return new Set(atOnce(coarseSteps(columns, planFor(said), ask)).ids)
  }
  const rankOf = (at: number) => jobs.findIndex((_job, less) => best(less + 1).has(idOf(at)))
  return jobs.map((_job, at) => at).toSorted((a, b) => rankOf(a) - rankOf(b))
}

describe('places in the coarse stage', () => {
  test.each<[what: string, said: Said, best: Placed, worse: Placed]>([
    ['a wanted city', { cities: ['Berlin'] }, { places: [BERLIN] }, { places: [POTSDAM] }],
    ['what is near a wanted city', { cities: ['Berlin'] }, { places: [POTSDAM] }, { places: [COTTBUS] }],
    ['what is less near', { cities: ['Berlin'] }, { places: [COTTBUS] }, { places: [STUTTGART] }],
    ['the wanted city’s country', { cities: ['Berlin'] }, { places: [STUTTGART] }, { places: [LYON] }],
    ['a wanted country', { countries: ['DE'] }, { places: [GERMANY] }, { places: [FRANCE] }],
    [
      'near, in a wanted country',
      { cities: ['Berlin'], countries: ['DE'] },
      { places: [POTSDAM] },
      { places: [MUNICH] },
    ],
    [
      'a country without wanted cities',
      { cities: ['Berlin'], countries: ['DE', 'FR'] },
      { places: [LYON] },
      { places: [MUNICH] },
    ],
    [
      'remote work in a wanted country',
      { countries: ['DE'] },
      { places: [GERMANY], isRemote: true },
      { places: [FRANCE], isRemote: true },
    ],
    ['remote work elsewhere', { countries: ['DE'] }, { places: [FRANCE], isRemote: true }, { places: [FRANCE] }],
    ['the best of several places', { cities: ['Berlin'] }, { places: [LYON, POTSDAM] }, { places: [LYON, COTTBUS] }],
  ])('%s goes before what fits less, as by the exact factor', (_what, said, best, worse) => {
    const exact = ({ places, isRemote = false }: Placed) =>
      placeFactor(seeking(said), jobSaying({ places: [...places], workplace: isRemote ? 'remote' : 'onsite' }), CONTEXT)
        .value
    expect(exact(best)).toBeGreaterThan(exact(worse))
    for (const hasChanged of [false, true]) {
      expect(ordered(said, [worse, best], hasChanged)).toEqual([1, 0])
      expect(ordered(said, [best, worse], hasChanged)).toEqual([0, 1])
    }
  })

  test('a city of the same name in another country is not the near one', () => {
    const elsewhere: Place = { city: 'Potsdam', countryCode: 'US', latitude: 44.67, longitude: -74.98 }
    expect(ordered({ cities: ['Berlin'] }, [{ places: [elsewhere] }, { places: [POTSDAM] }])).toEqual([1, 0])
  })

  test('a city that is on no map counts by its name', () => {
    const unknown: Place = { city: 'Nowhereburgh', countryCode: null, latitude: null, longitude: null }
    expect(ordered({ cities: ['Nowhereburgh'] }, [{ places: [BERLIN] }, { places: [unknown] }])).toEqual([1, 0])
  })

  test('a profile without places gives no points for any', () => {
    expect(planFor({ skills: [{ name: 'Python', years: null, level: null }] }).places).toEqual([])
  })

  test('every token that gives points is asked of the index', () => {
    const plan = planFor({ cities: ['Berlin'], countries: ['FR'] }, DEFAULT_WEIGHTS)
    const tokens = tokensOf(plan)
    for (const token of [cityToken('Berlin'), cityToken('Potsdam'), countryToken('DE'), countryToken('FR')]) {
      expect(tokens).toContain(token)
    }
  })
})
