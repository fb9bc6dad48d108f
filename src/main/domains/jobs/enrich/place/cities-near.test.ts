import { expect, it } from 'vitest'
import { citiesNear } from './cities-near.ts'
import type { City } from './gazetteer.ts'

const BERLIN = { latitude: 52.52437, longitude: 13.41053 }
const NEAR_ENOUGH_KM = 35

function near(points: Parameters<typeof citiesNear>[0], km = NEAR_ENOUGH_KM): City[] {
  const steps = citiesNear(points, km)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const namesOf = (cities: readonly City[]) => cities.map(({ name, countryCode }) => `${name} ${countryCode}`)

it('finds the cities around a point, and that of the point', () => {
  const names = namesOf(near([BERLIN]))
  expect(names).toEqual(expect.arrayContaining(['Berlin DE', 'Potsdam DE', 'Bernau bei Berlin DE']))
  expect(names).not.toContain('Munich DE')
})

it('leaves out none that lies within the distance, and none twice', () => {
  const further = new Set(namesOf(near([BERLIN], 120)))
  expect(namesOf(near([BERLIN])).filter((name) => !further.has(name))).toEqual([])
  expect(further.size).toBeGreaterThan(100)
  const names = namesOf(near([BERLIN, BERLIN]))
  expect(new Set(names).size).toBe(names.length)
})

it('calls cities by their common English names', () => {
  expect(namesOf(near([{ latitude: 48.13743, longitude: 11.57549 }]))).toContain('Munich DE')
})

it('passes over a place whose name means a weightier one elsewhere', () => {
  // Frankfurt on the Oder is not what "Frankfurt" stands for.
  expect(namesOf(near([{ latitude: 52.34714, longitude: 14.55062 }]))).not.toContain('Frankfurt DE')
})

it.each([
  ['no point', []],
  ['a point without coordinates', [{ latitude: null, longitude: null }]],
  ['a point in the middle of an ocean', [{ latitude: -40, longitude: -110 }]],
  ['a point next to the pole', [{ latitude: 89.5, longitude: 0 }]],
])('finds nothing around %s', (_what, points) => {
  expect(near(points)).toEqual([])
})
