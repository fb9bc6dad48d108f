import { unpackCities } from '#main/domains/jobs/enrich/place/city-table.ts'
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
  const open = (columns: typeof jobs.columns, tasks = NO_TASKS) =>
    createRecommendations({
      database,
      clock,
      matching: createMatchingService({ database, jobs: { ...jobs, columns } }),
      profile: profile.get,
      settings: () => ({ matchWeights: null, isMatchLearningOn: true, matchLearnsFrom: 0 }),
      updateSettings: () => undefined,
      tasks: () => tasks,
      isRunActive: () => false,
      onChange: () => undefined,
    })
  const ask = recommendationsInputSchema.parse({})
  print(`recommendations over ${jobCount.toLocaleString('en')} jobs              p50 ms   p95 ms   of which CPU`)

  const notThere = { ...jobs.columns(), isReady: false }
  await jobs.columnsReady()
  await unpackCities()
  const empty = await heldWhile(() => open(() => notThere).service.list(ask))
  print(line('first list, nothing in memory', [empty]))
  const { service, handler } = open(jobs.columns)
  const measure = async (name: string, rounds: number, work: () => unknown) => {
    const times: Held[] = []
    for (let round = 0; round < rounds; round += 1) times.push(await heldWhile(work))
    print(line(name, times))
  }
  await measure('first list, columns in memory', COLD_ROUNDS, () => open(jobs.columns).service.list(ask))
  await service.list(ask)
  await measure('list made anew', COLD_ROUNDS, () => {
    passedMs += 16 * 60_000
    return service.list(ask)
  })
  await measure('list again', ROUNDS, () => service.list(ask))
  await measure('200 jobs again', ROUNDS, () => service.list({ ...ask, limit: 200 }))
  const weights = { ...DEFAULT_WEIGHTS, salary: 30 }
  await measure('preview of other weights', ROUNDS, () => service.preview({ ...ask, weights }))
  const [first] = (await service.list(ask)).jobs
  if (first !== undefined)
    await measure('explanation', ROUNDS, () => service.explain({ jobId: first.job.id, asListed: true }))
  await measure('skill gaps', COLD_ROUNDS, () => service.skillGaps({ limit: 20 }))
  const scored = { payload: null as unknown }
  const remember: Context['remember'] = (payload) => {
    scored.payload = payload
  }
  const scoring = await heldWhile(() => handler.run({}, { ...CONTEXT, remember }))
  print(line('scoring in the background', [scoring]))
  const tasks: TaskRunner = { ...NO_TASKS, findLast: () => ({ ...SCORED_TASK, payload: scored.payload }) }
  const kept = await heldWhile(() => open(() => notThere, tasks).service.list(ask))
  print(line('first list, of the scores of the last time', [kept]))
}

/** How long work took and held the event loop; CPU time is that of this thread, which other work on the machine does not add to. */
interface Held {
  readonly tookMs: number
  readonly cpuMs: number
  /** The longest time between two turns of the event loop. */
  readonly heldMs: number
  readonly heldCpuMs: number
}

async function heldWhile(work: () => unknown): Promise<Held> {
  await new Promise((resolve) => setImmediate(resolve))
  const end = new AbortController()
  const began = { ms: performance.now(), cpuMs: cpuNowMs() }
  let [heldMs, heldCpuMs, tookMs, cpuMs] = [0, 0, 0, 0]
  const done = (async () => {
    await work()
    tookMs = performance.now() - began.ms
    cpuMs = cpuNowMs() - began.cpuMs
  })().finally(() => end.abort())
  let before = began
  do {
    await new Promise((resolve) => setImmediate(resolve))
    const now = { ms: performance.now(), cpuMs: cpuNowMs() }
    heldMs = Math.max(heldMs, now.ms - before.ms)
    heldCpuMs = Math.max(heldCpuMs, now.cpuMs - before.cpuMs)
    before = now
  } while (!end.signal.aborted)
  await done
  return { tookMs, cpuMs, heldMs, heldCpuMs }
}

function cpuNowMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function heldWords(held: readonly Held[]): string {
  const most = (of: (one: Held) => number) => Math.max(...held.map(of)).toFixed(1)
  return `the event loop held at most ${most(({ heldMs }) => heldMs)} ms (CPU ${most(({ heldCpuMs }) => heldCpuMs)})`
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
/** The scoring that was measured, as it is found afterwards. */
const SCORED_TASK: NonNullable<ReturnType<TaskRunner['findLast']>> = {
  id: TASK_ID,
  kind: 'bench',
  key: 'bench',
  payload: null,
  state: 'completed',
  attempt: 1,
  isCancelRequested: false,
  owner: null,
  error: null,
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

function line(name: string, held: readonly Held[]): string {
  const times = held.map(({ tookMs }) => tookMs)
  const cpu = cell(
    percentile(
      held.map(({ cpuMs }) => cpuMs),
      50,
    ),
  )
  return `  ${name.padEnd(43)} ${cell(percentile(times, 50))} ${cell(percentile(times, 95))} ${cpu}   ${heldWords(held)}`
}

function cell(ms: number): string {
  return ms.toFixed(2).padStart(8)
}
