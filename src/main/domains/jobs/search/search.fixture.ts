import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JobFacts, SalaryFact } from '#shared/facts.ts'
import { type JobSearchInput, jobSearchInputSchema } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { SILENT_FACTS } from '../facts-json.ts'
import { BUNDLED_RATES } from '#main/infra/money/exchange-rates.ts'
import { toYearlyEur } from '#main/infra/money/year-eur.ts'
import { filterTokens, permitTokens } from './filter-tokens.ts'
import { indexJobs } from './job-index.ts'

const HOUR_MS = 3_600_000

/** Not on the hour, so that a date limit cuts an hour in two. */
export const NOW = Date.parse('2026-03-04T10:37:11.500Z')
export const clock: Clock = { now: () => NOW, sleep: async () => {} }

/** A job as a test writes it down. `skills` are names; `pay` is yearly, in EUR unless it says otherwise. */
export interface SampleJob {
  readonly title: string
  readonly company: string
  readonly place: string
  readonly body: string
  readonly countries: readonly string[]
  readonly visa: JobFacts['visa']['status']
  readonly workplace: JobFacts['workplace']
  readonly seniority: JobFacts['seniority']
  readonly roleFamily: JobFacts['roleFamily']
  readonly employmentType: JobFacts['employmentType']
  readonly language: string | null
  /** Languages that one has to know. */
  readonly asks: readonly string[]
  readonly pay: { readonly min: number | null; readonly max: number | null; readonly currency?: string } | null
  readonly skills: readonly string[]
  readonly sources: readonly string[]
  readonly postedAt: number | null
  readonly firstSeenAt: number
  readonly closedAt: number | null
  readonly mark: 'saved' | 'hidden' | 'both' | 'applied' | null
}

export interface StoredJob extends SampleJob {
  readonly id: number
}

export const plainJob: SampleJob = {
  title: 'Engineer',
  company: 'Acme',
  place: 'Berlin',
  body: 'We build things.',
  countries: ['DE'],
  visa: 'unstated',
  workplace: 'unknown',
  seniority: 'unknown',
  roleFamily: 'backend',
  employmentType: null,
  language: 'en',
  asks: [],
  pay: null,
  skills: [],
  sources: ['sample'],
  postedAt: NOW - HOUR_MS,
  firstSeenAt: NOW - HOUR_MS,
  closedAt: null,
  mark: null,
}

/** The filter that leaves everything but hidden jobs. */
export const everything: JobSearchInput = jobSearchInputSchema.parse({})

/** An empty database in a folder of its own. */
export function openTestDatabase(): { db: Database; dispose: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'search-'))
  const db = openDatabase({ path: join(dir, 'profile.db'), now: NOW })
  return {
    db,
    dispose: () => {
      db.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Stores jobs with their text, postings, marks and index rows, in the order given, behind those of the same hour. */
export function storeJobs(db: Database, jobs: readonly SampleJob[]): StoredJob[] {
  const nextInHour = new Map<number, number>()
  const lastOfHour = db.raw
    .prepare<[number, number], number | null>('select max(id) from job where id between ? and ?')
    .pluck()
  const stored = jobs.map((job) => {
    const hour = Math.floor((job.postedAt ?? job.firstSeenAt) / HOUR_MS)
    const last = lastOfHour.get(hour * 65_536, hour * 65_536 + 65_535) ?? hour * 65_536 - 1
    const counter = nextInHour.get(hour) ?? last + 1 - hour * 65_536
    nextInHour.set(hour, counter + 1)
    return { ...job, id: hour * 65_536 + counter }
  })
  db.write(() => {
    for (const job of stored) storeRows(db, job)
    indexJobs(
      db,
      stored.map((job) => ({
        id: job.id,
        title: job.title,
        company: job.company,
        place: job.place,
        body: job.body,
        filters: [
          filterTokens({ facts: factsOf(job), sources: job.sources, isClosed: job.closedAt !== null, registers: [] }),
          permitTokens(factsOf(job), BUNDLED_RATES),
        ].join(' '),
      })),
    )
  })
  return stored
}

export function factsOf(job: SampleJob): JobFacts {
  return {
    ...SILENT_FACTS,
    visa: { status: job.visa, evidence: job.visa === 'unstated' ? null : 'said', rule: null },
    salary:
      job.pay === null
        ? null
        : {
            min: job.pay.min,
            max: job.pay.max,
            currency: job.pay.currency ?? 'EUR',
            period: 'year',
            evidence: 'pay',
            yearEur: yearEurOf(job.pay),
            tax: null,
            contract: null,
            paymentsPerYear: null,
            variants: [],
            extras: [],
          },
    workplace: job.workplace,
    places: job.countries.map((countryCode) => ({ city: job.place, countryCode, latitude: null, longitude: null })),
    seniority: job.seniority,
    roleFamily: job.roleFamily,
    employmentType: job.employmentType,
    skills: job.skills.map((name) => ({ name, evidence: name, need: null, years: null })),
    language: job.language,
    asksLanguages: job.asks.map((code) => ({ code, level: null, need: 'required', evidence: code })),
  }
}

function yearEurOf({ min, max, currency }: NonNullable<SampleJob['pay']>): SalaryFact['yearEur'] {
  if (currency === undefined) return { min, max, asOf: '2026-03-01' }
  return toYearlyEur({ min, max, currency, period: 'year', paymentsPerYear: null }, BUNDLED_RATES)
}

function storeRows(db: Database, job: StoredJob): void {
  const { salary } = factsOf(job)
  db.raw
    .prepare(
      `insert into job values (:id, :title, :company, '', '', '', :id, :country, :place, :workplace, :visa, :seniority,
       :roleFamily, :employmentType, :language, :payMin, :payMax, :postedAt, null, :firstSeenAt, :firstSeenAt, :closedAt, 0, 0, null)`,
    )
    .run({
      ...job,
      country: job.countries[0] ?? null,
      payMin: salary?.yearEur?.min ?? null,
      payMax: salary?.yearEur?.max ?? null,
    })
  db.raw
    .prepare('insert into job_text values (?, ?, ?, ?, ?)')
    .run(job.id, `<p>${job.body}</p>`, job.body, JSON.stringify(factsOf(job)), Buffer.alloc(4))
  for (const [index, sourceId] of job.sources.entries()) {
    db.raw
      .prepare(
        `insert into posting (job_id, source_id, source_posting_id, url, canonical_url, title, company, location,
         content_hash, layer, reason, first_seen_at, last_seen_at)
         values (:id, :sourceId, :key, :url, :url, :title, :company, :place, '', :layer, 'why', :seen, :seen)`,
      )
      .run({
        id: job.id,
        sourceId,
        key: `${job.id}/${index}`,
        url: `https://${sourceId}.example/${job.id}`,
        title: job.title,
        company: job.company,
        place: job.place,
        layer: index === 0 ? 'first' : 'url',
        seen: job.firstSeenAt,
      })
  }
  if (job.mark === null) return
  db.raw
    .prepare('insert into job_mark (job_id, saved_at, hidden_at, applied_at) values (?, ?, ?, ?)')
    .run(
      job.id,
      job.mark === 'hidden' ? null : NOW,
      job.mark === 'hidden' || job.mark === 'both' ? NOW : null,
      job.mark === 'applied' ? NOW : null,
    )
}
