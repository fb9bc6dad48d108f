import { join } from 'node:path'
import { jobSearchInputSchema } from '#shared/jobs.ts'
import { searchWithReasons } from '#main/domains/jobs/search/nothing-found.ts'
import { createJobSearch, type JobSearch } from '#main/domains/jobs/search/search.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { ODD_FILTERS, ODD_TEXTS } from '../support/odd-questions.ts'
import { percentile } from './figures.ts'
import { checkByReading } from './search-brute.ts'
import { createNaiveSearch } from './search-naive.ts'
import { askPostgres, openPostgres } from './search-postgres.ts'
import { builtInQuestions, type Question, readQuestions } from './search-questions.ts'

const FIRST_ROUNDS = 5
const WARM_ROUNDS = 20
const BASELINE_ROUNDS = 3
const READ_JOBS = 2_000
const MEGABYTE = 1024 ** 2

export interface SearchBenchOptions {
  readonly db: Database
  /** Where PostgreSQL's folder stays. */
  readonly dir: string
  readonly print: (line: string) => void
  /** A file of questions; without it the built-in list is asked. */
  readonly queriesPath: string | null
}

interface Measured {
  readonly question: Question
  readonly total: number
  /** With nothing kept of earlier questions. */
  readonly first: readonly number[]
  readonly warm: readonly number[]
  readonly firstFacets: readonly number[]
  readonly warmFacets: readonly number[]
}

/** Asks every question over a filled database: for the first time, and again; the same of a naive join and of PostgreSQL where it is
 *  installed; and reads some thousand jobs to see whether the right ones were found. */
export async function runSearchBench({ db, dir, print, queriesPath }: SearchBenchOptions): Promise<void> {
  const newest = Number(db.raw.prepare('select max(first_seen_at) from job').pluck().get())
  const { nowMs, questions } =
    queriesPath === null ? { nowMs: newest, questions: builtInQuestions } : readQuestions(queriesPath)
  const clock: Clock = { now: () => nowMs, sleep: async () => {} }
  const engine = createJobSearch(db, clock)
  await prepare(engine, print)
  print(`search over ${engine.columns().jobIds.length.toLocaleString('en')} jobs, p50 / p95 in ms`)
  print(`${''.padEnd(48)} ${'first time'.padStart(15)} ${'again'.padStart(15)} ${'total'.padStart(9)}`)
  const measured: Measured[] = []
  for (const question of questions) {
    const one = await measure(engine, question)
    measured.push(one)
    print(line(question.name, [one.first, one.warm], one.total))
    if (question.wantsFacets) print(line('  its facets', [one.firstFacets, one.warmFacets], one.total))
  }
  for (const [name, part] of [
    ['all', measured],
    ['by date', measured.filter(({ question }) => question.input.sort === 'newest')],
  ] as const) {
    print(line(name, [part.flatMap(({ first }) => first), part.flatMap(({ warm }) => warm)], part.length))
  }
  const facets = [measured.flatMap((one) => one.firstFacets), measured.flatMap((one) => one.warmFacets)]
  print(line('facets', facets, measured.length))
  await askOddly(engine, print)
  const check = checkByReading({ db, engine, questions, nowMs, jobCount: READ_JOBS })
  print(
    check.wrong.length === 0
      ? `  read one by one: ${check.decisions.toLocaleString('en')} decisions, ${check.meant.toLocaleString('en')} of them hits, all as the engine's`
      : `  read one by one: otherwise than the engine in ${check.wrong.join('; ')}`,
  )
  await compare({ db, dir, print, measured, nowMs })
}

async function prepare(engine: JobSearch, print: (line: string) => void): Promise<void> {
  const before = process.memoryUsage().arrayBuffers
  const startedMs = performance.now()
  engine.columns()
  await engine.ready()
  const columnsMs = performance.now() - startedMs
  const columnBytes = process.memoryUsage().arrayBuffers - before
  await engine.prepared()
  const allBytes = process.memoryUsage().arrayBuffers - before
  print(
    `  columns read in ${columnsMs.toFixed(0)} ms (${(columnBytes / MEGABYTE).toFixed(0)} MB), broad words in ` +
      `${(performance.now() - startedMs - columnsMs).toFixed(0)} ms (${((allBytes - columnBytes) / MEGABYTE).toFixed(0)} MB), in turns`,
  )
}

async function measure(engine: JobSearch, question: Question): Promise<Measured> {
  const { input, wantsFacets } = question
  const search = (): void => void engine.search(input)
  const facets = async (): Promise<void> => void (await engine.facets(input))
  const rounds = wantsFacets ? FIRST_ROUNDS : 0
  search()
  return {
    question,
    total: engine.search(input).total,
    first: await timesOf(FIRST_ROUNDS, search, engine.forget),
    warm: await timesOf(WARM_ROUNDS, search),
    firstFacets: await timesOf(rounds, facets, engine.forget),
    warmFacets: await timesOf(rounds, facets),
  }
}

/** What nobody should ask, with the reasons why nothing was found. */
async function askOddly(engine: JobSearch, print: (line: string) => void): Promise<void> {
  for (const { name, input } of [...ODD_TEXTS, ...ODD_FILTERS]) {
    const question = jobSearchInputSchema.parse({ perPage: 20, ...input })
    const search = (): void => void searchWithReasons(engine, question)
    search()
    const first = await timesOf(FIRST_ROUNDS, search, engine.forget)
    print(line(`odd: ${name}`, [first, await timesOf(FIRST_ROUNDS, search)], engine.search(question).total))
  }
}

async function compare(options: {
  db: Database
  dir: string
  print: (line: string) => void
  measured: readonly Measured[]
  nowMs: number
}): Promise<void> {
  const { db, dir, print, measured, nowMs } = options
  const naive = createNaiveSearch(db)
  const postgres = await openPostgres({ db, dir: join(dir, 'postgres'), print })
  print(postgres === null ? '  PostgreSQL is not installed here: left out' : `  PostgreSQL ${postgres.version}`)
  print(
    `${''.padEnd(48)} ${'first time'.padStart(10)} ${'naive'.padStart(8)} ${'PostgreSQL'.padStart(10)} ${'ratio'.padStart(7)}`,
  )
  const ratios: number[] = []
  try {
    for (const { question, first, firstFacets, total } of measured) {
      naive(question, nowMs)
      const naiveMs = percentile(await timesOf(BASELINE_ROUNDS, () => void naive(question, nowMs)), 50)
      const ours = [percentile(first, 50), percentile(firstFacets, 50)]
      let postgresMs: number | null = null
      let note = ''
      if (postgres !== null) {
        const answers: Awaited<ReturnType<typeof askPostgres>>[] = []
        for (let round = 0; round <= BASELINE_ROUNDS; round += 1)
          answers.push(await askPostgres(postgres, question, nowMs))
        const [, ...timed] = answers
        postgresMs = percentile(
          timed.map(({ searchMs }) => searchMs),
          50,
        )
        const facetsMs = timed.flatMap((answer) => (answer.facetsMs === null ? [] : [answer.facetsMs]))
        ratios.push(postgresMs / (ours[0] ?? 0))
        if (facetsMs.length > 0)
          note = `, facets ${percentile(facetsMs, 50).toFixed(1)} (${(percentile(facetsMs, 50) / (ours[1] ?? 0)).toFixed(1)} ×)`
        const [answer] = answers
        if (answer !== undefined && answer.total !== total) note += `, total ${answer.total} instead of ${total}`
      }
      const cells = [(ours[0] ?? 0).toFixed(1).padStart(10), naiveMs.toFixed(1).padStart(8)]
      const ratio =
        postgresMs === null
          ? ''
          : ` ${postgresMs.toFixed(1).padStart(10)} ${(postgresMs / (ours[0] ?? 0)).toFixed(1).padStart(5)} ×`
      print(`${question.name.slice(0, 48).padEnd(48)} ${cells.join(' ')}${ratio}${note}`)
    }
  } finally {
    await postgres?.stop()
  }
  if (ratios.length === 0) return
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)
  print(`  against PostgreSQL: geometric mean ${mean.toFixed(1)} ×, least ${Math.min(...ratios).toFixed(1)} ×`)
}

async function timesOf(rounds: number, work: () => Promise<void> | void, before?: () => void): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    before?.()
    const startedMs = performance.now()
    await work()
    times.push(performance.now() - startedMs)
  }
  return times
}

function line(name: string, [first = [], again = []]: readonly (readonly number[])[], total: number): string {
  const cells = [first, again].map((times) =>
    `${percentile(times, 50).toFixed(1)} / ${percentile(times, 95).toFixed(1)}`.padStart(15),
  )
  return `${name.slice(0, 48).padEnd(48)} ${cells.join(' ')} ${String(total).padStart(9)}`
}
