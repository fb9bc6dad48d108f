import { expect, it } from 'vitest'
import type { JobId } from '#shared/ids.ts'
import { neighbourOf, placeOf } from './cursor.ts'

const id = (number: number) => number as JobId
const rows = [4, 9, 2].map((number) => ({ job: { id: id(number) } }))

it.each([
  [id(4), 0],
  [id(2), 2],
  [id(7), null],
  [null, null],
])('job %j stands at %j', (job, place) => {
  expect(placeOf(rows, job)).toBe(place)
})

it.each([
  [id(4), 9],
  [id(9), 2],
  [id(2), 9],
  [id(7), null],
])('when job %j leaves, %j takes its place', (job, neighbour) => {
  expect(neighbourOf(rows, job)).toBe(neighbour)
})

it('nobody takes the place of the only job', () => {
  expect(neighbourOf(rows.slice(0, 1), id(4))).toBeNull()
})
