import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { SponsorRegister } from '#shared/sponsors.ts'
import { createSponsorParts, createSponsorsService } from '#main/domains/jobs/sponsors/sponsors.service.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { createHttpClient } from '#main/infra/http/client.ts'
import { createTaskRunner } from '#main/infra/tasks/task-runner.ts'
import type { TaskRunner } from '#main/infra/tasks/task.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from './profile.ts'
import { silentLog } from './silent-log.ts'

export const SPONSORS_NOW = Date.UTC(2026, 10, 23, 9)

/** The registers on a profile of their own, with a clock that moves only when the test says so. Tasks are queued, and carried out once
 *  the test starts `tasks`. */
export function sponsorsWorld(options: { readonly path?: string; readonly isRefreshOn?: boolean } = {}) {
  const path = options.path ?? join(tempDir(), 'profile.db')
  const clock = createFakeClock({ now: SPONSORS_NOW })
  const database = openDatabase({ path, now: SPONSORS_NOW })
  const http = createHttpClient({ clock, log: silentLog, userAgent: 'test' })
  const matched: string[][] = []
  let changes = 0
  const parts = createSponsorParts({
    database,
    clock,
    log: silentLog,
    http,
    tasks: () => tasks,
    onMatched: (companyKeys) => void matched.push([...companyKeys]),
    onChange: () => (changes += 1),
  })
  const tasks: TaskRunner = createTaskRunner({ database, clock, log: silentLog, handlers: parts.handlers })
  const sponsors = createSponsorsService({
    database,
    log: silentLog,
    tasks,
    parts,
    isRefreshOn: () => options.isRefreshOn ?? false,
    baseUrl: () => null,
    onChange: () => (changes += 1),
  })
  onTestFinished(async () => {
    http.close()
    await Promise.all([tasks.stop(), clock.advance(10_000)])
    database.close()
  })
  /** Tasks of a kind that are not finished, by their key. */
  const waiting = (kind: string) =>
    database.raw
      .prepare<[string], string>("select key from task where kind = ? and state in ('queued', 'running') order by key")
      .pluck()
      .all(kind)
  const count = (table: 'sponsor_file' | 'sponsor_entity' | 'sponsor_alias' | 'sponsor_match') =>
    Number(database.raw.prepare(`select count(*) from ${table}`).pluck().get())
  return { path, clock, database, sponsors, parts, tasks, matched, changes: () => changes, waiting, count }
}

export type SponsorsWorld = ReturnType<typeof sponsorsWorld>

/** A file as a user has it. */
export function csvOf(names: readonly string[]): Buffer {
  return Buffer.from(
    `Organisation Name,Town/City,Route\n${names.map((name) => `"${name}",Leeds,Skilled Worker`).join('\n')}\n`,
  )
}

/** As many organisations that nobody asks for. */
export function fillers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Filler ${index} Bakery Ltd`)
}

export function importCsv(
  { sponsors }: Pick<SponsorsWorld, 'sponsors'>,
  names: readonly string[],
  more: { readonly register?: SponsorRegister; readonly acceptsSmaller?: boolean } = {},
) {
  const { register = 'uk', acceptsSmaller = false } = more
  return sponsors.import({ register, fileName: 'register.csv', bytes: csvOf(names), acceptsSmaller })
}
