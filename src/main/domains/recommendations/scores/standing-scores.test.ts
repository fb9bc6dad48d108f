import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RecommendationList } from '#shared/recommendations.ts'
import { ASK, openWorld, type World } from '../../../../../tests/support/matching-world.ts'
import { scoredBasis, standingScores } from './score-jobs.task.ts'

const PYTHON = { skills: [{ name: 'Python', years: null, level: null }] }
const RUST = { skills: [{ name: 'Rust', years: null, level: null }] }
const AFTERWARDS_MS = 60_000
/** Two transactions of scores. */
const MANY = Array.from({ length: 260 }, (_job, at) => ({ title: `Engineer ${at}`, skills: ['Python'] }))

let world: World
/** The columns of a process that has just begun are not read yet. */
const begun = { areColumnsRead: () => false }
const idsOf = (list: RecommendationList) => list.jobs.map(({ job }) => job.id).toSorted((a, b) => a - b)

beforeEach(() => {
  world = openWorld()
  world.setProfile(PYTHON)
})
afterEach(async () => await world.dispose())

test('a process that has just begun lists the jobs that were scored last, and the new ones once the columns are read', async () => {
  const old = world.store([{ skills: ['Python'] }, { skills: ['Go'] }])
  const before = world.open()
  await before.score()
  await before.tasks.stop()
  const [newer] = world.store([{ skills: ['Python'], title: 'Python Engineer' }])
  await world.clock.advance(AFTERWARDS_MS)
  let areColumnsRead = false
  const { recommendations, columnsRead } = world.open({ areColumnsRead: () => areColumnsRead })
  recommendations.prepare()
  const first = await recommendations.list(ASK)
  expect(idsOf(first)).toEqual(old)
  expect(first).toMatchObject({ isFresh: false, considered: 2, computedAt: world.clock.now() - AFTERWARDS_MS })
  await columnsRead()
  areColumnsRead = true
  const second = await recommendations.list(ASK)
  expect(idsOf(second)).toEqual([...old, newer])
  expect(second).toMatchObject({ considered: 3, computedAt: world.clock.now() })
})

test('a process that soon ends uses scores of these very jobs, and compares the jobs itself when there are others', async () => {
  const old = world.store([{ skills: ['Python'] }])
  const before = world.open()
  await before.score()
  await before.tasks.stop()
  await world.clock.advance(AFTERWARDS_MS)
  const ofScores = await world.open(begun).recommendations.list(ASK)
  expect(ofScores).toMatchObject({ isFresh: true, computedAt: world.clock.now() - AFTERWARDS_MS })
  expect(idsOf(ofScores)).toEqual(old)
  const newer = world.store([{ skills: ['Python'] }])
  const ofIndex = await world.open(begun).recommendations.list(ASK)
  expect(idsOf(ofIndex)).toEqual([...old, ...newer])
  expect(ofIndex).toMatchObject({ isFresh: false, computedAt: world.clock.now() })
})

test('scores of another profile stand in for nothing', async () => {
  world.store([{ skills: ['Python'] }, { skills: ['Rust'] }])
  const before = world.open()
  await before.score()
  await before.tasks.stop()
  await world.clock.advance(AFTERWARDS_MS)
  world.setProfile(RUST)
  const { recommendations } = world.open(begun)
  recommendations.prepare()
  const list = await recommendations.list(ASK)
  expect(list.computedAt).toBe(world.clock.now())
  expect(list.jobs[0]?.matchingSkills).toEqual(['Rust'])
})

test('what was closed or hidden since it was scored is not listed', async () => {
  const [closed, hidden, open] = world.store([{ skills: ['Python'] }, { skills: ['Python'] }, { skills: ['Python'] }])
  const before = world.open()
  await before.score()
  await before.tasks.stop()
  const now = world.clock.now()
  world.db.raw.prepare('update job set closed_at = ? where id = ?').run(now, closed)
  world.db.raw.prepare('insert into job_mark (job_id, hidden_at) values (?, ?)').run(hidden, now)
  const { recommendations } = world.open(begun)
  recommendations.prepare()
  expect(idsOf(await recommendations.list(ASK))).toEqual([open])
})

test('scoring that is interrupted half way leaves the last scores usable, and the next process brings it to its end', async () => {
  const old = world.store(MANY)
  const before = world.open()
  await before.score()
  await before.tasks.stop()
  const newer = world.store([{ skills: ['Python'] }])
  let reads = 0
  let stopped: (() => void) | null = null
  const halfWay = new Promise<void>((resolve) => {
    stopped = resolve
  })
  const interrupted = world.open({
    onRead: () => {
      reads += 1
      if (reads === 12) void interrupted.tasks.stop().then(stopped)
    },
  })
  interrupted.recommendations.scoreJobs()
  interrupted.tasks.start()
  await halfWay
  const bases = () => world.db.raw.prepare<[], string>('select distinct basis from job_score').pluck().all()
  expect(bases()).toHaveLength(2)

  const after = world.open(begun)
  expect(scoredBasis(after.tasks)).toBeNull()
  expect(standingScores(after.tasks)).toMatchObject({ considered: old.length })
  after.recommendations.prepare()
  expect(await after.recommendations.list(ASK)).toMatchObject({ isFresh: false, considered: old.length })
  await after.score()
  expect(bases()).toEqual([scoredBasis(after.tasks)])
  expect(standingScores(after.tasks)).toMatchObject({ considered: old.length + newer.length })
})

test('a profile that changes while jobs are scored is scored at once, not after the old one', async () => {
  world.store(MANY)
  let reads = 0
  const { score, tasks, recommendations } = world.open({
    onRead: () => {
      reads += 1
      if (reads === 2) world.setProfile(RUST)
    },
  })
  await score()
  const readsOfAll = Math.ceil(MANY.length / 20)
  expect(reads).toBeLessThan(2 * readsOfAll)
  expect((await recommendations.list(ASK)).isFresh).toBe(true)
  expect(standingScores(tasks)).toMatchObject({ considered: MANY.length })
})
