import { afterEach, beforeEach, expect, test } from 'vitest'
import { jobIdSchema } from '#shared/ids.ts'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { openTestDatabase } from '../../jobs/search/search.fixture.ts'
import type { JobMark } from '../../jobs/match/matching.service.ts'
import { createExperimentsService, type ExperimentsService } from './experiments.service.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NOON = Date.UTC(2026, 10, 29, 12)
const OTHER = { ...DEFAULT_WEIGHTS, salary: 60 }

let now = NOON
let db: Database
let dispose: () => void
let marks: JobMark[] = []
let changes = 0
let experiments: ExperimentsService

beforeEach(() => {
  now = NOON
  marks = []
  changes = 0
  ;({ db, dispose } = openTestDatabase())
  experiments = service()
})
afterEach(() => dispose())

function service(): ExperimentsService {
  return createExperimentsService({
    database: db,
    clock: { now: () => now, sleep: async () => {} },
    marks: () => marks,
    onChange: () => {
      changes += 1
    },
  })
}

const id = (value: number) => jobIdSchema.parse(value)
const begin = (share = 0.5) => experiments.start({ name: 'Pay first', a: DEFAULT_WEIGHTS, b: OTHER, share })
const rows = (...ids: number[]) => ids.map((value, at) => ({ jobId: id(value), position: at + 1 }))
const latest = () => experiments.list()[0]
const listNow = () => experiments.variantNow()?.listId ?? ''

/** Moves on to a day whose lists are of that variant. */
function dayOf(variant: 'a' | 'b'): string {
  for (let day = 0; day < 60; day += 1) {
    if (listNow().includes(`-${variant}-`)) return listNow()
    now += DAY_MS
  }
  throw new Error(`no day in sixty got ${variant}`)
}

test('without an experiment no list has a name or weights of one, and nothing is counted', () => {
  expect(experiments.variantNow()).toBeNull()
  experiments.record({ listId: 'experiment-1-a-2026-11-29', shown: rows(1, 2), opened: null })
  expect(experiments.list()).toEqual([])
})

test('one is started with its weights, told, and only one at a time', () => {
  const started = begin(0.3)
  expect(started).toMatchObject({ name: 'Pay first', share: 0.3, startedAt: NOON, stoppedAt: null })
  expect(started.a).toMatchObject({
    weights: DEFAULT_WEIGHTS,
    lists: 0,
    shown: 0,
    clickRate: null,
    clickInterval: null,
  })
  expect(started.b.weights).toEqual(OTHER)
  expect(changes).toBe(1)
  expect(() => begin()).toThrow(expect.objectContaining({ code: 'EXPERIMENT_ACTIVE' }))
  expect(experiments.list()).toHaveLength(1)
})

test('a list has the weights of its variant, and keeps them all day and in another process', () => {
  begin()
  const onB = dayOf('b')
  expect(experiments.variantNow()?.weights).toEqual(OTHER)
  now += 5 * HOUR_MS
  expect(service().variantNow()).toEqual({ listId: onB, weights: OTHER })
  dayOf('a')
  expect(experiments.variantNow()?.weights).toEqual(DEFAULT_WEIGHTS)
})

test('a row counts once a list, and again on the list of another day', () => {
  begin()
  const listId = dayOf('a')
  experiments.record({ listId, shown: rows(1, 2, 3), opened: null })
  experiments.record({ listId, shown: rows(3, 2, 4), opened: null })
  expect(latest()?.a).toMatchObject({ lists: 1, shown: 4, clicked: 0, clickRate: 0 })
  now += DAY_MS
  const next = dayOf('a')
  experiments.record({ listId: next, shown: rows(1), opened: null })
  expect(latest()?.a).toMatchObject({ lists: 2, shown: 5 })
  expect(latest()?.b.shown).toBe(0)
})

test('what was opened counts when it stayed open for three seconds, once, and only if the list had shown it', () => {
  begin()
  const listId = dayOf('b')
  const open = (jobId: number, dwellMs: number) =>
    experiments.record({ listId, shown: [], opened: { jobId: id(jobId), dwellMs } })
  experiments.record({ listId, shown: rows(1, 2, 3), opened: null })
  open(1, 2_999)
  expect(latest()?.b.clicked).toBe(0)
  open(1, 3_000)
  open(1, 90_000)
  open(99, 5_000)
  expect(latest()?.b).toMatchObject({ shown: 3, clicked: 1, clickRate: 1 / 3 })
  experiments.record({ listId, shown: rows(4), opened: { jobId: id(4), dwellMs: 4_000 } })
  expect(latest()?.b).toMatchObject({ shown: 4, clicked: 2 })
})

test('a short look counts when the job was saved since the list showed it, and not when it was saved before', () => {
  begin()
  const listId = dayOf('a')
  marks = [{ jobId: 1, savedAt: now - 1, appliedAt: null, hiddenAt: null, hideReason: null }]
  experiments.record({ listId, shown: rows(1, 2), opened: { jobId: id(1), dwellMs: 500 } })
  marks.push({ jobId: 2, savedAt: now + 1000, appliedAt: null, hiddenAt: null, hideReason: null })
  now += 2000
  experiments.record({ listId, shown: [], opened: { jobId: id(2), dwellMs: 500 } })
  expect(latest()?.a).toMatchObject({ shown: 2, clicked: 1 })
})

test('an application counts for the list that the job was opened from, as a click too, and is taken back', () => {
  begin()
  const onA = dayOf('a')
  experiments.record({ listId: onA, shown: rows(7), opened: { jobId: id(7), dwellMs: 9_000 } })
  const onB = dayOf('b')
  experiments.record({ listId: onB, shown: rows(7, 8), opened: null })
  experiments.noteApplied(id(7), now + 1)
  experiments.noteApplied(id(8), now + 1)
  experiments.noteApplied(id(9), now + 1)
  expect(latest()?.a).toMatchObject({ clicked: 1, applied: 1 })
  expect(latest()?.b).toMatchObject({ clicked: 1, applied: 1 })
  experiments.noteApplied(id(7), null)
  expect(latest()?.a).toMatchObject({ clicked: 1, applied: 0 })
})

test.each([
  { why: 'of no experiment', listId: '3f0c' },
  { why: 'of another one', listId: 'experiment-99-a-2026-11-29' },
])('a list $why is not counted', ({ listId }) => {
  begin()
  experiments.record({ listId, shown: rows(1), opened: null })
  expect(latest()).toMatchObject({ a: { shown: 0 }, b: { shown: 0 } })
})

test('a list under the wrong variant is not counted', () => {
  begin()
  const listId = dayOf('a').replace('-a-', '-b-')
  experiments.record({ listId, shown: rows(1), opened: null })
  expect(latest()).toMatchObject({ a: { shown: 0 }, b: { shown: 0 } })
})

test('a stopped one keeps its figures, counts nothing more, and goes on when the stop is taken back', () => {
  const { id: experiment } = begin()
  const listId = dayOf('a')
  experiments.record({ listId, shown: rows(1, 2), opened: null })
  const stopped = experiments.stop(experiment)
  expect(stopped).toMatchObject({ stoppedAt: now, a: { shown: 2 } })
  expect(experiments.variantNow()).toBeNull()
  experiments.record({ listId, shown: rows(3), opened: null })
  experiments.noteApplied(id(1), now)
  now += HOUR_MS
  expect(experiments.stop(experiment)).toEqual(stopped)
  expect(experiments.resume(experiment)).toMatchObject({ stoppedAt: null, a: { shown: 2, applied: 0 } })
  experiments.record({ listId, shown: rows(3), opened: null })
  expect(latest()?.a.shown).toBe(3)
})

test('one is not taken up again beside another, and what is not there is said', () => {
  const first = begin()
  experiments.stop(first.id)
  const second = begin()
  expect(() => experiments.resume(first.id)).toThrow(
    expect.objectContaining({ code: 'EXPERIMENT_ACTIVE', data: { id: second.id, name: 'Pay first' } }),
  )
  expect(experiments.list().map(({ id: each }) => each)).toEqual([second.id, first.id])
  for (const act of [experiments.stop, experiments.resume]) {
    expect(() => act(404)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  }
})
