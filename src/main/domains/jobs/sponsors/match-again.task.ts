import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { type SponsorRegister, sponsorRegisterSchema } from '#shared/sponsors.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { TaskContext, TaskHandler, TaskRunner } from '../../../infra/tasks/task.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { CompanyMatches } from './company-matches.ts'
import type { CompanyJob, MatchesRepo, MatchKey, StoredMatch, WalkPosition } from './matches.repo.ts'
import { NAMES_VERSION } from './names/name-index.ts'
import { REGISTERS } from './registers.ts'
import type { SponsorsRepo, StoredFile } from './sponsors.repo.ts'

export const MATCH_AGAIN_TASK = 'sponsors.match-again'
const payloadSchema = z.object({ register: sponsorRegisterSchema })

/** Jobs looked at, and entries keyed, between two turns of the event loop: some 5 ms. */
const JOBS_AT_ONCE = 1_000
const ENTRIES_AT_ONCE = 300
/** Companies matched in one transaction: some 10 ms. */
const COMPANIES_AT_ONCE = 50

export interface MatchAgainOptions {
  readonly database: Database
  readonly clock: Clock
  readonly repo: SponsorsRepo
  readonly matches: MatchesRepo
  readonly companies: CompanyMatches
  /** Jobs of these companies are listed now and were not, or the other way round, or by another organisation. Their matches are
   *  stored; they are told again after a crash until this has come to its end. */
  readonly onMatched: (companyKeys: readonly string[]) => void | Promise<void>
}

/** Matches the companies of all jobs in a register's country with the file that counts. */
export function enqueueMatchAgain(tasks: TaskRunner, register: SponsorRegister): void {
  tasks.enqueue({ kind: MATCH_AGAIN_TASK, key: `${MATCH_AGAIN_TASK} ${register}`, payload: { register } })
}

/** Whether the keys of a file's names are made by rules of another version of the app. */
export function isKeyedOtherwise(file: StoredFile): boolean {
  return file.namesVersion !== NAMES_VERSION
}

/** Goes through the companies of the jobs in steps; what is matched already with the file that counts is passed over, so that after a
 *  crash it goes on where it was. A file whose keys were made by older rules is keyed anew first. */
export function createMatchAgainTask(options: MatchAgainOptions): TaskHandler {
  const { repo } = options
  return {
    kind: MATCH_AGAIN_TASK,
    maxAttempts: 3,
    recovery: 'resume',
    run: async (payload, context) => {
      const { register } = payloadSchema.parse(payload)
      for (let file = repo.active(register); file !== null;) {
        if (isKeyedOtherwise(file)) await keyAgain(file, { options, context })
        await walk(file, { options, context })
        const now = repo.active(register)
        // Another file was imported meanwhile: the companies at the beginning have not met it.
        file = now?.id === file.id ? null : now
      }
    },
  }
}

interface Work {
  readonly options: MatchAgainOptions
  readonly context: TaskContext
}

async function keyAgain(file: StoredFile, { options, context }: Work): Promise<void> {
  const { database, clock, repo } = options
  const { countryCode } = REGISTERS[file.register]
  const write = writing({ options, context })
  for (let id = 0; ;) {
    const entries = repo.entriesAfter(file.id, { id, atMost: ENTRIES_AT_ONCE })
    const last = entries.at(-1)
    if (last === undefined) break
    write(() => repo.keyAgain(entries, { fileId: file.id, countryCode }))
    id = last.id
    await nextTurn()
  }
  database.write(() => {
    context.assertLeader()
    repo.setKeyed(file.id, clock.now())
  })
}

function writing({ options, context }: Work): (work: () => void) => void {
  return (work) => {
    context.signal.throwIfAborted()
    options.database.writeRepeatable(() => {
      context.assertLeader()
      work()
      context.progressed()
    })
  }
}

async function walk(begun: StoredFile, work: Work): Promise<void> {
  const { repo, matches } = work.options
  const { countryCode } = REGISTERS[begun.register]
  let position: WalkPosition = { companyKey: '', titleKey: '', id: -1 }
  for (;;) {
    work.context.signal.throwIfAborted()
    const file = repo.active(begun.register)
    if (file === null) return
    const jobs = matches.jobsAfter(position, { countryCode, atMost: JOBS_AT_ONCE })
    const last = jobs.at(-1)
    if (last === undefined) return
    const companies = companiesOf(jobs)
    for (let at = 0; at < companies.length; at += COMPANIES_AT_ONCE) {
      await matchSome(companies.slice(at, at + COMPANIES_AT_ONCE), { file, work })
    }
    position = last
    await nextTurn()
  }
}

/** One of the jobs of each company that looks for people in the country. */
function companiesOf(jobs: readonly CompanyJob[]): readonly CompanyJob[] {
  const companies = new Map<string, CompanyJob>()
  for (const job of jobs) {
    if (job.isInCountry === 1 && job.companyKey !== '' && !companies.has(job.companyKey))
      companies.set(job.companyKey, job)
  }
  return [...companies.values()]
}

async function matchSome(
  jobs: readonly CompanyJob[],
  { file, work }: { readonly file: StoredFile; readonly work: Work },
): Promise<void> {
  const { matches, companies, onMatched } = work.options
  const { countryCode } = REGISTERS[file.register]
  const write = writing(work)
  const changed: MatchKey[] = []
  write(() => {
    for (const { company, companyKey } of jobs) {
      const key = { companyKey, countryCode }
      const before = matches.read(key)
      if (before?.keyedAt === file.keyedAt) continue
      const match = companies.stored(file, { company, countryCode })
      const isSame = before !== null && before.keyedAt > 0 && nameOf(before, matches) === nameOf(match, matches)
      const isNothing = before === null && match.entityId === null
      if (!isSame && !isNothing) changed.push(key)
      matches.write(key, { ...match, keyedAt: isSame || isNothing ? file.keyedAt : 0 })
    }
  })
  if (changed.length === 0) return
  await onMatched(changed.map(({ companyKey }) => companyKey))
  write(() => matches.settle(changed, file.keyedAt))
}

function nameOf({ entityId }: Pick<StoredMatch, 'entityId'>, matches: MatchesRepo): string | null {
  return entityId === null ? null : matches.nameOf(entityId)
}
