import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '#main/infra/db/driver.ts'
import { runSchema } from '#shared/discovery.ts'
import { startFakes } from '../fakes/job-boards.ts'
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

test(
  `a run killed ${KILLS} times loses no batch, tears none, and resumes to the same end`,
  { timeout: 300_000 },
  async () => {
    const fakes = await startFakes({ content: { count: POSTINGS } })
    onTestFinished(() => fakes.close())
    const flags = (home: string) => ['--home', home, '--base-url', `arbeitnow=${fakes.urls.arbeitnow}`]
    const discover = (home: string) => [...flags(home), 'discover', '--source', 'arbeitnow', '--json']
    const prepare = async (home: string) => {
      expect((await runCliProcess([...flags(home), 'settings', 'set', 'maxPostingsPerRun', '100000'])).code).toBe(0)
    }

    const whole = tempDir()
    await prepare(whole)
    const reference = runSchema.parse(JSON.parse((await runCliProcess(discover(whole))).stdout))
    expect(reference.state).toBe('completed')
    expectWhole(booksOf(whole))

    let kills = 0
    let killedInRun = 0
    while (kills < KILLS) {
      const home = tempDir()
      await prepare(home)
      let stored = 0
      for (let isDone = false; !isDone && kills < KILLS;) {
        const child = spawnCli(discover(home))
        const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
        // From before the core is open to well inside the storing of batches, spread evenly.
        const outcome = await Promise.race([ended, delay(250 + ((kills * 137) % 900), 'kill' as const)])
        if (outcome === 'kill') {
          child.kill('SIGKILL')
          await ended
          kills += 1
        } else isDone = true
        const books = booksOf(home)
        expectWhole(books)
        expect(books.jobs, 'an acknowledged batch was lost').toBeGreaterThanOrEqual(stored)
        if (outcome === 'kill' && books.jobs > stored) killedInRun += 1
        stored = books.jobs
      }
      const final = runSchema.parse(JSON.parse((await runCliProcess(discover(home))).stdout))
      expect(final.state).toBe('completed')
      const books = booksOf(home)
      expectWhole(books)
      expect(books.jobs).toBe(reference.new)
      expect(readdirSync(home)).toContain('career-copilot.db')
    }
    // Kills that only ever hit the start-up would prove nothing.
    expect(killedInRun).toBeGreaterThan(KILLS / 5)
  },
)
