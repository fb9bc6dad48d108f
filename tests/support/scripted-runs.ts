import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createBoardOutcomes } from '#main/domains/jobs/employers/board-outcomes.ts'
import { createEmployersService } from '#main/domains/jobs/employers/employers.service.ts'
import { createJobParts } from '#main/domains/jobs/pipeline/job-parts.ts'
import { createJobStore } from '#main/domains/jobs/pipeline/job-store.ts'
import type { RawPosting } from '#main/domains/jobs/posting.ts'
import { createDiscoverTask } from '#main/domains/jobs/runs/discover.task.ts'
import { createRunsRepo } from '#main/domains/jobs/runs/runs.repo.ts'
import type { SourceAccess } from '#main/domains/jobs/runs/source-access.ts'
import { manifest as arbeitnow } from '#main/domains/jobs/sources/arbeitnow/manifest.ts'
import type { ParsedItem, Source, SourceContext } from '#main/domains/jobs/sources/source.ts'
import { createHttpState } from '#main/infra/db/http-state.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { createHttpClient } from '#main/infra/http/client.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import { TaskInterrupted } from '#main/infra/tasks/task.ts'
import type { Run, SourceRun } from '#shared/discovery.ts'
import { runIdSchema, taskIdSchema } from '#shared/ids.ts'
import { type Settings, settingsSchema } from '#shared/settings.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from './profile.ts'
import { silentLog } from './silent-log.ts'

const HOUR_MS = 3_600_000

/** What a source of the test does instead of asking a host. */
export type Script = Source['fetchPage']

/** Runs over sources that the test writes itself, on a real database and through the real task: for what no stand-in can be made to
 *  do, such as a list that changes while a run is down. */
export function scriptedRuns() {
  const clock = createFakeClock()
  const database = openDatabase({ path: join(tempDir(), 'profile.db'), now: clock.now() })
  onTestFinished(() => database.close())
  const http = createHttpClient({ clock, log: silentLog, userAgent: 'test' })
  onTestFinished(() => http.close())
  const sourceName = (id: string) => id
  const runs = createRunsRepo(database, sourceName)
  const store = createJobStore({ database, clock, parts: createJobParts(database), sourceName })
  const employers = createEmployersService({
    database,
    clock,
    readBoard: () => Promise.resolve(null),
    readPage: () => Promise.reject(new HttpProblem('network', 'There is no network here')),
    onChange: () => undefined,
  })
  const boards = createBoardOutcomes({ employers, clock, log: silentLog })
  let settings = settingsSchema.parse({ targetRoles: [], targetCountries: [], maxPostingsPerRun: 10_000 })
  let requests: { perRun: number; used: number } | null = null
  const sources = new Map<string, Source>()
  const access: SourceAccess = {
    clock,
    http,
    browsePage: () => Promise.reject(new HttpProblem('browser_missing', 'No browser here')),
    settings: () => settings,
    baseUrlOverride: () => null,
    watched: (kind) => employers.watched(kind),
    openSecrets: () => Promise.resolve(() => null),
    hasSecret: () => false,
    planRequests: ({ id }) =>
      requests === null
        ? null
        : {
            plan: { ...requests, sourceId: id, limit: 100, per: 'month', resetsAt: clock.now() + HOUR_MS, runsLeft: 1 },
            nextAt: null,
          },
    isDue: () => true,
  }
  const task = createDiscoverTask({
    access,
    log: silentLog,
    runs,
    store,
    validators: createHttpState(database, clock).validators,
    findSource: (id) => sources.get(id) ?? null,
    recordBoard: boards.record,
    wasEmpty: boards.wasEmpty,
    write: database.write,
    onRunChanged: () => undefined,
  })

  /** Goes on with a run; after `batches` stored batches it is killed at the next thing that it writes. */
  async function goOn(run: Run, batches = Infinity): Promise<Run> {
    let stored = 0
    const context = {
      taskId: run.taskId,
      signal: new AbortController().signal,
      assertLeader: () => {
        if (stored >= batches) throw new TaskInterrupted('killed')
      },
      progressed: () => {
        stored += 1
      },
      remember: () => undefined,
    }
    try {
      await task.run({ runId: run.id, baseUrls: {} }, context)
    } catch (error) {
      if (!(error instanceof TaskInterrupted)) throw error
    }
    return existing(run.id)
  }

  function existing(id: Run['id']): Run {
    const run = runs.get(id)
    if (run === null) throw new Error('The run is gone')
    return run
  }

  return {
    clock,
    database,
    runs,
    store,
    employers,
    goOn,
    /** Puts a script in the place of a source. */
    put: (id: string, fetchPage: Script, manifest: Source['manifest'] = arbeitnow): void => {
      sources.set(id, { manifest: { ...manifest, id }, fetchPage, parse: () => [] })
    },
    putSource: (source: Source): void => {
      sources.set(source.manifest.id, source)
    },
    set: (changes: Partial<Settings>): void => {
      settings = { ...settings, ...changes }
    },
    /** What the allowance of every source gives a run; null: no source has one. */
    allow: (given: typeof requests): void => {
      requests = given
    },
    /** A run an hour after the one before; killed after so many batches when that is said. */
    run: async (sourceIds: readonly string[], { batches = Infinity } = {}): Promise<Run> => {
      await clock.advance(HOUR_MS)
      const id = runIdSchema.parse(randomUUID())
      const taskId = taskIdSchema.parse(randomUUID())
      runs.create({ id, taskId, trigger: 'manual', slotAt: null, sourceIds, now: clock.now() })
      return goOn(existing(id), batches)
    },
    /** Titles of the jobs that are open, or closed, sorted. */
    titles: (openings: 'open' | 'closed'): string[] =>
      database.raw
        .prepare<[], string>(
          `select title from job where closed_at is ${openings === 'open' ? '' : 'not'} null order by title`,
        )
        .pluck()
        .all(),
  }
}

/** What a run says of its only source. */
export function only(run: Run): SourceRun {
  const [source] = run.sources
  if (source === undefined) throw new Error('The run has no source')
  return source
}

/** A request that brings nothing and is counted like any other. */
export async function ask(context: SourceContext): Promise<void> {
  await context.browse({ url: 'https://scripted.example' }).catch((error: unknown) => {
    if (!(error instanceof HttpProblem) || error.code !== 'browser_missing') throw error
  })
}

/** A posting of which only its id is of interest. No two of them are taken for one. */
export function scripted(id: string, fields: Partial<RawPosting> = {}): ParsedItem {
  return {
    ok: true,
    posting: {
      sourcePostingId: id,
      title: `Engineer ${id}`,
      company: nameOf(id),
      url: `https://jobs.example/${id}`,
      locations: [],
      countryCode: null,
      descriptionHtml: `<p>What ${id} is about.</p>`,
      postedAt: null,
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: null,
      requisitionId: null,
      ...fields,
    },
  }
}

/** Letters that look like no other id's. */
function nameOf(id: string): string {
  return createHash('sha256')
    .update(id)
    .digest('hex')
    .slice(0, 16)
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
}
