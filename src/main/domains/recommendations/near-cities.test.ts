import { expect, test } from 'vitest'
import { atOnce, BERLIN, jobSaying, CONTEXT, POTSDAM, seeking } from './match-job.fixture.ts'
import { placeFactor } from './factors/place.ts'
import { createNearCities } from './near-cities.ts'

const nearOf = (profile: Parameters<typeof seeking>[0]) => atOnce(createNearCities()(seeking(profile)))
const fitOf = (cities: ReturnType<typeof nearOf>, name: string) => cities.find((city) => city.name === name)?.fit

test('a wanted city counts in full, what is near it almost, what is further less, and what is far not at all', () => {
  const near = nearOf({ cities: ['Berlin'] })
  expect(fitOf(near, 'Berlin')).toBe(1)
  expect(fitOf(near, 'Potsdam')).toBe(0.9)
  expect(fitOf(near, 'Cottbus')).toBeGreaterThan(0.45)
  expect(fitOf(near, 'Cottbus')).toBeLessThan(0.9)
  expect(fitOf(near, 'Munich')).toBeUndefined()
})

test('what is near lies on both sides of a border', () => {
  const countries = new Set(nearOf({ cities: ['Strasbourg'] }).map(({ countryCode }) => countryCode))
  expect(countries).toContain('FR')
  expect(countries).toContain('DE')
})

test('of two wanted cities the nearer one decides, and each is wanted in full', () => {
  const near = nearOf({ cities: ['Berlin', 'Potsdam'] })
  expect([fitOf(near, 'Berlin'), fitOf(near, 'Potsdam')]).toEqual([1, 1])
})

test('a city that the profile writes as its people do is the wanted one', () => {
  expect(fitOf(nearOf({ cities: ['München'] }), 'Munich')).toBe(1)
})

test('no city, and a name that is no city’s, have nothing near them', () => {
  expect(nearOf({ countries: ['DE'] })).toEqual([])
  expect(nearOf({ cities: ['Nowhere on Earth'] })).toEqual([])
})

test('fits are those of the exact factor', () => {
  const seeker = seeking({ cities: ['Berlin'] })
  const near = nearOf({ cities: ['Berlin'] })
  for (const place of [BERLIN, POTSDAM]) {
    const { value } = placeFactor(seeker, jobSaying({ places: [place] }), CONTEXT)
    expect(fitOf(near, place.city ?? '')).toBeCloseTo(value, 5)
  }
})

test('the table of cities is looked through once for the same cities, and anew for others', () => {
  const near = createNearCities()
  const first = atOnce(near(seeking({ cities: ['Berlin'] })))
  expect(atOnce(near(seeking({ cities: ['Berlin'], yearsOfExperience: 9 })))).toBe(first)
  const other = atOnce(near(seeking({ cities: ['Lyon'] })))
  expect(fitOf(other, 'Berlin')).toBeUndefined()
  expect(fitOf(other, 'Lyon')).toBe(1)
})
