import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '#main/infra/db/driver.ts'
import { runSchema } from '#shared/discovery.ts'
import { type Fakes, startFakes } from '../fakes/job-boards.ts'
import { runCliProcess, spawnCli } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

const KILLS = 50
const POSTINGS = 1500

interface Books {
  readonly integrity: string
  readonly jobs: number
  readonly texts: number
  readonly indexed: number
  readonly postings: number
  readonly counted: { found: number; new: number; merged: number; sum: number }
}

/** What the file says, counted from the rows and from the run's own counters. */
function booksOf(home: string): Books {
  const database = connect(join(home, 'career-copilot.db'))
  const one = (sql: string) => Number(database.raw.prepare(sql).pluck().get())
  try {
    const reasons = database.raw.prepare<[], string>('select reasons from run_source').pluck().all()
    const merged = reasons
      .map((text) => JSON.parse(text) as Record<string, number>)
      .reduce((sum, each) => sum + (each['url'] ?? 0) + (each['fingerprint'] ?? 0) + (each['fuzzy'] ?? 0), 0)
    return {
      integrity: String(database.raw.pragma('integrity_check', { simple: true })),
      jobs: one('select count(*) from job'),
      texts: one('select count(*) from job_text'),
      indexed: one('select count(*) from job_fts where job_fts match \'filters:"#all"\''),
      postings: one('select count(*) from posting'),
      counted: {
        found: one('select coalesce(sum(found), 0) from run_source'),
        new: one('select coalesce(sum(new_jobs), 0) from run_source'),
        merged,
        sum: one('select coalesce(sum(new_jobs + updated + duplicate + rejected), 0) from run_source'),
      },
    }
  } finally {
    database.raw.close()
  }
}

function expectWhole(books: Books): void {
  expect(books.integrity).toBe('ok')
  expect(books.texts).toBe(books.jobs)
  expect(books.indexed).toBe(books.jobs)
  expect(books.counted.new).toBe(books.jobs)
  expect(books.postings).toBe(books.jobs + books.counted.merged)
  expect(books.counted.found).toBe(books.counted.sum)
}

/** One kill in five falls anywhere into the start; the others wait for the run to store something, and then a random moment. */
async function momentToKill(
  home: string,
  state: { stored: number; kills: number; isOver: () => boolean },
): Promise<void> {
  if (state.kills % 5 === 0) return delay(Math.random() * 800)
  const database = connect(join(home, 'career-copilot.db'))
  const jobs = database.raw.prepare<[], number>('select count(*) from job').pluck()
  try {
    while ((jobs.get() ?? 0) <= state.stored && !state.isOver()) await delay(5)
  } finally {
    database.raw.close()
  }
  return delay(Math.random() * 150)
}

/** Lets the command run until it ends or is killed; true when it was killed. */
async function runAndKill(
  args: readonly string[],
  state: { home: string; stored: number; kills: number },
): Promise<boolean> {
  const child = spawnCli(args)
  let isOver = false
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      isOver = true
      resolve()
    })
  })
  await Promise.race([ended, momentToKill(state.home, { ...state, isOver: () => isOver })])
  if (isOver) return false
  child.kill('SIGKILL')
  await ended
  return true
}

async function setUp(fakes: Fakes) {
  // One feed is one page of many batches, so that kills fall into the storing and not into the pauses between pages.
  const flags = (home: string) => ['--home', home, '--base-url', `rss=${fakes.urls['rss']}`]
  const set = (home: string, setting: readonly string[]) =>
    runCliProcess([...flags(home), 'settings', 'set', ...setting])
  return {
    command: (home: string) => [...flags(home), 'discover', '--source', 'rss', '--json'],
    newHome: async () => {
      const home = tempDir()
      await set(home, ['maxPostingsPerRun', '100000'])
      await set(home, ['rssFeeds', JSON.stringify([`${fakes.urls['rss']}/feed.xml`])])
      return home
    },
  }
}

test(
  `a run killed ${KILLS} times loses no batch, tears none, and resumes to the same end`,
  { timeout: 400_000 },
  async () => {
    const fakes = await startFakes({ content: { count: POSTINGS } })
    onTestFinished(() => fakes.close())
    const { command, newHome } = await setUp(fakes)
    const whole = await newHome()
    const reference = runSchema.parse(JSON.parse((await runCliProcess(command(whole))).stdout))
    expect(reference.state).toBe('completed')
    expectWhole(booksOf(whole))

    let kills = 0
    let killedAtWork = 0
    while (kills < KILLS) {
      const home = await newHome()
      let stored = 0
      for (let wasKilled = true; wasKilled && kills < KILLS;) {
        wasKilled = await runAndKill(command(home), { home, stored, kills })
        const books = booksOf(home)
        expectWhole(books)
        expect(books.jobs, 'an acknowledged batch was lost').toBeGreaterThanOrEqual(stored)
        if (wasKilled) kills += 1
        if (wasKilled && books.jobs > stored && books.jobs < reference.new) killedAtWork += 1
        stored = books.jobs
      }
      const final = runSchema.parse(JSON.parse((await runCliProcess(command(home))).stdout))
      expect(final.state).toBe('completed')
      expectWhole(booksOf(home))
      expect(booksOf(home).jobs).toBe(reference.new)
    }
    // Kills that only ever hit the start-up would prove nothing.
    expect(killedAtWork).toBeGreaterThan(KILLS / 5)
  },
)
