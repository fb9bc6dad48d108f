import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#main/infra/db/driver.ts'
import type { TaskRunner } from '#main/infra/tasks/task.ts'
import { type JobId, jobIdSchema, taskIdSchema } from '#shared/ids.ts'
import { profileSchema } from '#shared/profile.ts'
import { createJobsService, type JobsService } from '../../jobs/jobs.service.ts'
import { createMatchingService } from '../../jobs/match/matching.service.ts'
import { NOW, openTestDatabase, plainJob, storeJobs } from '../../jobs/search/search.fixture.ts'
import { createRecommendations, type RecommendationsService } from '../recommendations.service.ts'
import type { MatchSettings } from '../weights.ts'
import { createFeedbackRepo } from './feedback.repo.ts'

const DAY_MS = 86_400_000
const PROFILE = profileSchema.parse({ skills: [{ name: 'Python' }], countries: ['DE'] })
const TASK_ID = taskIdSchema.parse('score')
/** Scores are of no matter here. */
const NO_TASKS: TaskRunner = {
  enqueue: () => ({ id: TASK_ID, isNew: false }),
  cancel: () => undefined,
  get: () => null,
  findActive: () => null,
  findLast: () => null,
  isLeader: () => true,
  start: () => undefined,
  stop: async () => undefined,
}

let now = NOW
let db: Database
let dispose: () => void
let jobs: JobsService
let settings: MatchSettings
let recommendations: RecommendationsService
let ids: JobId[]

const clock = { now: () => now, sleep: async () => {} }

beforeEach(() => {
  now = NOW
  settings = { matchWeights: null, isMatchLearningOn: true, matchLearnsFrom: 0 }
  ;({ db, dispose } = openTestDatabase())
  ids = storeJobs(
    db,
    ['Python', 'SQL', 'Rust', 'Go', 'Java', 'Kafka'].map((skill) => ({ ...plainJob, skills: [skill] })),
  ).map(({ id }) => jobIdSchema.parse(id))
  jobs = createJobsService({
    database: db,
    clock,
    sourceName: (id) => id,
    rules: { thresholds: () => ({ always: [], inIt: [] }) },
    onChange: () => undefined,
  })
  recommendations = createRecommendations({
    database: db,
    clock,
    matching: createMatchingService({ database: db, jobs }),
    profile: () => ({ profile: PROFILE, version: 1, updatedAt: NOW, isEmpty: false, hints: [] }),
    settings: () => settings,
    updateSettings: (change) => {
      settings = { ...settings, ...change }
    },
    tasks: () => NO_TASKS,
    isRunActive: () => false,
    onChange: () => undefined,
  }).service
})
afterEach(() => dispose())

function hide(at: number): void {
  const id = ids[at]
  if (id === undefined) throw new Error(`there is no job ${at}`)
  now += 1000
  jobs.hide({ id, isHidden: true, reason: 'salary' })
}

function hideFive(): void {
  for (const at of [0, 1, 2, 3, 4]) hide(at)
}

const kept = () => createFeedbackRepo(db).all().length

test('what was forgotten is there again as it was when that is taken back', () => {
  hideFive()
  const before = recommendations.weights()
  expect(before.from.hidden).toBe(5)
  expect(before.effective.salary).toBeGreaterThan(before.own.salary)
  now += 1000
  const forgotten = recommendations.forgetLearned()
  expect(forgotten).toMatchObject({ from: { saved: 0, applied: 0, hidden: 0 }, learnsFrom: now })
  expect(forgotten.effective).toEqual(forgotten.own)
  expect(recommendations.weights()).toEqual(forgotten)
  expect(recommendations.restoreLearned(before.learnsFrom)).toEqual(before)
})

test('what is done after forgetting counts, and does so beside the old when that is taken back', () => {
  hideFive()
  const before = recommendations.weights()
  now += 1000
  recommendations.forgetLearned()
  hide(5)
  expect(recommendations.weights().from.hidden).toBe(1)
  expect(recommendations.restoreLearned(before.learnsFrom).from.hidden).toBe(6)
})

test('a job that is hidden again after forgetting counts anew', () => {
  hideFive()
  recommendations.weights()
  now += 1000
  recommendations.forgetLearned()
  hide(0)
  expect(recommendations.weights().from.hidden).toBe(1)
})

test('taking back the second forgetting leaves the first in force, and a late instant changes nothing', () => {
  hideFive()
  recommendations.weights()
  now += 1000
  const { learnsFrom } = recommendations.forgetLearned()
  hide(5)
  recommendations.weights()
  now += 1000
  const second = recommendations.forgetLearned()
  expect(recommendations.restoreLearned(second.learnsFrom + DAY_MS).learnsFrom).toBe(second.learnsFrom)
  expect(recommendations.restoreLearned(learnsFrom).from.hidden).toBe(1)
})

test('what was forgotten is kept for a day and then dropped; what was done since stays', () => {
  hideFive()
  recommendations.weights()
  now += 1000
  const { learnsFrom } = recommendations.forgetLearned()
  hide(5)
  recommendations.weights()
  recommendations.tick(learnsFrom + DAY_MS - 60_000)
  expect(kept()).toBe(6)
  recommendations.tick(learnsFrom + DAY_MS)
  expect(kept()).toBe(1)
  expect(recommendations.weights().from.hidden).toBe(1)
})
