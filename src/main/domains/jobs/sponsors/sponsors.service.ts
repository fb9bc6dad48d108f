import type { RegisterFileView, RegisterView, SponsorMatch } from '#shared/sponsors.ts'
import { SPONSOR_REGISTERS, type SponsorRegister } from '#shared/sponsors.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { HttpClient } from '../../../infra/http/http.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { TaskHandler, TaskRunner } from '../../../infra/tasks/task.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { type CompanyMatches, createCompanyMatches, type Employer } from './company-matches.ts'
import { asRefusal } from './files/register-refusal.ts'
import { clearLeftovers, type ImportDeps, importRegister } from './import-register.ts'
import { createMatchAgainTask, enqueueMatchAgain, isKeyedOtherwise } from './match-again.task.ts'
import { createMatchesRepo } from './matches.repo.ts'
import { REFRESH_TASK, type RefreshPayload, createRefreshTask, refreshKey } from './refresh.task.ts'
import { REGISTERS } from './registers.ts'
import { createSponsorsRepo, type StoredFile } from './sponsors.repo.ts'

export interface SponsorsService {
  /** All registers that there are, with what is stored of them. */
  readonly list: () => RegisterView[]
  /** Fetches the newest file in the background. One that is being fetched is not fetched twice. */
  readonly refresh: (register: SponsorRegister) => RegisterView
  /** Throws REGISTER_REFUSED. */
  readonly import: (file: ImportRequest) => Promise<RegisterView>
  readonly match: (query: { company: string; countryCode: string; town: string | null }) => SponsorMatch | null
  /** What the registers of a job's countries say of its employer. Called within a transaction it keeps what it finds for the other
   *  jobs of the company. */
  readonly matchOf: (employer: Employer) => SponsorMatch[]
  /** Called by the process that leads, every now and then: fetches registers that are a month old if the user has switched that on,
   *  and matches anew what an older version of the app has matched. Quick. */
  readonly tick: (now: number) => void
}

export interface ImportRequest {
  readonly register: SponsorRegister
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly acceptsSmaller: boolean
}

export interface SponsorsServiceOptions {
  readonly database: Database
  readonly log: Log
  readonly tasks: TaskRunner
  readonly parts: SponsorParts
  readonly isRefreshOn: () => boolean
  readonly baseUrl: (register: SponsorRegister) => string | null
  readonly onChange: () => void
}

/** What the service and its tasks share. */
export interface SponsorParts {
  readonly deps: ImportDeps
  readonly companies: CompanyMatches
  readonly handlers: readonly TaskHandler[]
}

export interface SponsorPartsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly http: HttpClient
  /** The runner that is made of the handlers. */
  readonly tasks: () => TaskRunner
  readonly onMatched: (companyKeys: readonly string[]) => void | Promise<void>
  readonly onChange: () => void
}

/** The tasks of the registers and what they are made of: they have to exist before their runner does. */
export function createSponsorParts(options: SponsorPartsOptions): SponsorParts {
  const { database, clock, log, http, tasks, onMatched, onChange } = options
  const repo = createSponsorsRepo(database)
  const matches = createMatchesRepo(database)
  const companies = createCompanyMatches({ database, repo, matches })
  const deps = { database, clock, repo }
  const onImported = (register: SponsorRegister) => enqueueMatchAgain(tasks(), register)
  return {
    deps,
    companies,
    handlers: [
      createRefreshTask({ deps, http, log, onImported, onEnded: onChange }),
      createMatchAgainTask({ database, clock, repo, matches, companies, onMatched }),
    ],
  }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** How old a register becomes before it is fetched again, and how long a failed attempt is left alone. */
const REFRESH_AFTER_MS = 30 * DAY_MS
const RETRY_AFTER_MS = DAY_MS

interface LastRefresh {
  readonly state: string
  readonly error: string | null
  readonly at: number
}

export function createSponsorsService(options: SponsorsServiceOptions): SponsorsService {
  const { database, log, tasks, parts, onChange } = options
  const { deps, companies } = parts
  const { repo } = deps
  const readLast = database.raw.prepare<[string, string], LastRefresh>(
    `select state, error, coalesce(finished_at, created_at) as at from task where kind = ? and key = ?
     order by created_at desc, rowid desc limit 1`,
  )
  const lastRefresh = (register: SponsorRegister) => readLast.get(REFRESH_TASK, refreshKey(register)) ?? null
  let importing: Promise<unknown> = Promise.resolve()
  let nextLookAt = 0

  function viewOf(register: SponsorRegister, files: readonly StoredFile[]): RegisterView {
    const { name, countryCode, homepage, terms } = REGISTERS[register]
    const ofState = (state: StoredFile['state']) =>
      fileView(files.find((file) => file.register === register && file.state === state) ?? null)
    const last = lastRefresh(register)
    const failed = last?.state === 'failed' ? { message: last.error ?? 'The log says why.', at: last.at } : null
    const active = ofState('active')
    return {
      register,
      name,
      countryCode,
      homepage,
      terms,
      active,
      previous: ofState('previous'),
      isRefreshing: tasks.findActive(refreshKey(register)) !== null,
      problem: failed !== null && (active === null || failed.at > active.importedAt) ? failed : null,
    }
  }

  function refresh(register: SponsorRegister): RegisterView {
    const payload: RefreshPayload = { register, baseUrl: options.baseUrl(register) }
    tasks.enqueue({ kind: REFRESH_TASK, key: refreshKey(register), payload })
    return viewOf(register, repo.files())
  }

  async function importFile({ register, fileName, bytes, acceptsSmaller }: ImportRequest): Promise<RegisterView> {
    const file = { register, bytes, origin: fileName, publishedOn: null, acceptsSmaller, check: () => undefined }
    const isNew = await importRegister(deps, file).catch((error: unknown) => {
      throw asRefusal(error, register)
    })
    if (isNew) enqueueMatchAgain(tasks, register)
    onChange()
    return viewOf(register, repo.files())
  }

  function isDue(register: SponsorRegister, now: number): boolean {
    const last = lastRefresh(register)
    if (tasks.findActive(refreshKey(register)) !== null) return false
    if (last !== null && last.state !== 'completed' && now - last.at < RETRY_AFTER_MS) return false
    const fetchedAt = Math.max(repo.active(register)?.importedAt ?? 0, last?.state === 'completed' ? last.at : 0)
    return now - fetchedAt >= REFRESH_AFTER_MS
  }

  return {
    list: () => {
      const files = repo.files()
      return SPONSOR_REGISTERS.map((register) => viewOf(register, files))
    },
    refresh,
    import: (file) => {
      // One after the other: two files of one register would each make the other the previous one.
      const result = importing.then(() => importFile(file))
      importing = result.catch(() => undefined)
      return result
    },
    match: ({ company, countryCode, town }) =>
      companies.matchIn(countryCode.toUpperCase(), { company, companyKey: '', countries: [], town }),
    matchOf: companies.matchOf,
    tick: (now) => {
      if (now < nextLookAt) return
      nextLookAt = now + HOUR_MS
      for (const file of repo.files()) {
        if (file.state === 'active' && isKeyedOtherwise(file)) enqueueMatchAgain(tasks, file.register)
      }
      clearLeftovers(deps).catch((error: unknown) =>
        log.error({ err: error }, 'an unfinished import could not be cleared'),
      )
      if (!options.isRefreshOn()) return
      for (const register of SPONSOR_REGISTERS) if (isDue(register, now)) refresh(register)
    },
  }
}

function fileView(file: StoredFile | null): RegisterFileView | null {
  if (file === null) return null
  const { publishedOn, rowCount, organisationCount, origin, importedAt } = file
  return { publishedOn, rows: rowCount, organisations: organisationCount, origin, importedAt }
}
