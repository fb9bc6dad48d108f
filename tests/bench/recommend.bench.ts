import { createJobsService } from '#main/domains/jobs/jobs.service.ts'
import { createMatchingService } from '#main/domains/jobs/match/matching.service.ts'
import { createProfileService } from '#main/domains/profile/profile.service.ts'
import { createRecommendations } from '#main/domains/recommendations/recommendations.service.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { TaskRunner } from '#main/infra/tasks/task.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { taskIdSchema } from '#shared/ids.ts'
import { profileSchema } from '#shared/profile.ts'
import { DEFAULT_WEIGHTS, recommendationsInputSchema } from '#shared/recommendations.ts'
import { percentile } from './figures.ts'
import { silentLog } from '../support/silent-log.ts'

const ROUNDS = 20
const COLD_ROUNDS = 5
/** Between two turns of the event loop while scores are made. */
const LOOK_EVERY_MS = 1

const PROFILE = profileSchema.parse({
  skills: ['Python', 'SQL', 'Spark', 'Airflow', 'AWS', 'Kafka', 'dbt', 'Docker', 'PostgreSQL', 'Terraform'].map(
    (name) => ({
      name,
      years: 4,
    }),
  ),
  yearsOfExperience: 6,
  seniorities: ['senior'],
  roleFamilies: ['data_engineer', 'backend'],
  languages: [{ code: 'en' }, { code: 'de', level: 'B1' }],
  countries: ['DE', 'NL', 'SE'],
  cities: ['Berlin', 'Amsterdam'],
  workplaces: ['remote', 'hybrid'],
  salaryMinEur: 60_000,
  salaryWishEur: 85_000,
  wishes: ['flexible_hours', 'learning_budget'],
})

/** Measures the first list, lists from memory, a preview of other weights, an explanation, the skill gaps, and scoring in the background:
 *  how long it takes and how long it holds the event loop. The profile of the database is put in place of what it has. */
export async function runRecommendBench(options: { database: Database; print: (line: string) => void }): Promise<void> {
  const { database, print } = options
  const jobCount = Number(database.raw.prepare('select count(*) from job').pluck().get())
  const nowMs = Number(database.raw.prepare('select max(first_seen_at) from job').pluck().get())
  let passedMs = 0
  const clock: Clock = { now: () => nowMs + passedMs, sleep: async () => {} }
  const jobs = createJobsService({
    database,
    clock,
    sourceName: (id) => id,
    rules: { thresholds: () => ({ always: [], inIt: [] }) },
    onChange: () => undefined,
  })
  const profile = createProfileService({ database, clock, log: silentLog, onChange: () => undefined })
  profile.update(PROFILE)
  const open = (columns: typeof jobs.columns) =>
    createRecommendations({
      database,
      clock,
      matching: createMatchingService({ database, columns }),
      profile: profile.get,
      settings: () => ({ matchWeights: null, isMatchLearningOn: true, matchLearnsFrom: 0 }),
      updateSettings: () => undefined,
      tasks: () => NO_TASKS,
      isRunActive: () => false,
      onChange: () => undefined,
    })
  const ask = recommendationsInputSchema.parse({})
  print(`recommendations over ${jobCount.toLocaleString('en')} jobs              p50 ms   p95 ms`)

  const notThere = { ...jobs.columns(), isReady: false }
  const start = performance.now()
  const { considered } = open(() => notThere).service.list(ask)
  print(
    `  first list, nothing in memory            ${cell(performance.now() - start)}           of ${considered} open jobs`,
  )
  while (!jobs.columns().isReady) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  const { service, handler } = open(jobs.columns)
  const measure = (name: string, rounds: number, work: () => unknown) => print(line(name, timesOf(rounds, work)))
  measure('first list, columns in memory', COLD_ROUNDS, () => {
    passedMs += 16 * 60_000
    return service.list(ask)
  })
  measure('list again', ROUNDS, () => service.list(ask))
  measure('200 jobs again', ROUNDS, () => service.list({ ...ask, limit: 200 }))
  const weights = { ...DEFAULT_WEIGHTS, salary: 30 }
  measure('preview of other weights', ROUNDS, () => service.preview({ ...ask, weights }))
  const [first] = service.list(ask).jobs
  if (first !== undefined) measure('explanation', ROUNDS, () => service.explain(first.job.id))
  measure('skill gaps', COLD_ROUNDS, () => service.skillGaps({ limit: 20 }))
  await measureScoring(handler.run, print)
}

async function measureScoring(
  run: (payload: unknown, context: Context) => Promise<void>,
  print: (line: string) => void,
) {
  const end = new AbortController()
  let longestMs = 0
  const began = performance.now()
  const done = run({}, CONTEXT).finally(() => end.abort())
  for (let before = performance.now(); !end.signal.aborted; before = performance.now()) {
    await new Promise((resolve) => setImmediate(resolve))
    longestMs = Math.max(longestMs, performance.now() - before)
  }
  await done
  print(
    `  scoring in the background ${((performance.now() - began) / 1000).toFixed(1)} s, the event loop held at most ${longestMs.toFixed(1)} ms`,
  )
}

type Context = Parameters<ReturnType<typeof createRecommendations>['handler']['run']>[1]

const TASK_ID = taskIdSchema.parse('bench')
const CONTEXT: Context = {
  taskId: TASK_ID,
  signal: new AbortController().signal,
  assertLeader: () => undefined,
  progressed: () => undefined,
  remember: () => undefined,
}
/** Nothing runs by itself while it is measured. */
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

function timesOf(rounds: number, work: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const startedMs = performance.now()
    work()
    return performance.now() - startedMs
  })
}

function line(name: string, times: readonly number[]): string {
  return `  ${name.padEnd(40)} ${cell(percentile(times, 50))} ${cell(percentile(times, 95))}`
}

function cell(ms: number): string {
  return ms.toFixed(2).padStart(8)
}
