import type { JobFacts, Place, SkillFact } from '#shared/facts.ts'
import { type Profile, profileSchema } from '#shared/profile.ts'
import type { MatchJob } from '../jobs/match/matching.service.ts'
import type { MatchContext } from './factors/factor.ts'
import { type Seeker, seekerOf } from './seeker.ts'

export const NOW_MS = Date.UTC(2026, 2, 2, 9)

export const CONTEXT: MatchContext = { nowMs: NOW_MS, unwelcomeCompanies: new Set() }

const SILENT: JobFacts = {
  readerVersion: 1,
  visa: { status: 'unstated', evidence: null, rule: null },
  salary: null,
  workplace: 'unknown',
  remoteScope: null,
  officeDays: null,
  places: [],
  seniority: 'unknown',
  roleFamily: 'other',
  employmentType: null,
  skills: [],
  language: null,
  asksLanguages: [],
  closesAt: null,
  words: {},
  filledFrom: {},
  corrected: [],
}

/** A job that says nothing but what is given. */
export function jobSaying(facts: Partial<JobFacts>, job: Partial<Omit<MatchJob, 'facts'>> = {}): MatchJob {
  return {
    id: 1,
    title: 'Engineer',
    company: 'Acme',
    companyKey: 'acme',
    postedAt: null,
    firstSeenAt: NOW_MS,
    closedAt: null,
    words: {},
    registers: [],
    ...job,
    facts: { ...SILENT, ...facts },
  }
}

/** Somebody who says nothing but what is given. */
export function seeking(profile: Partial<Profile>): Seeker {
  return seekerOf(profileSchema.parse(profile))
}

/** "Python!" is required, "Python?" a nice-to-have, "Python 5" asks for five years. */
export function skillsAsked(...written: readonly string[]): SkillFact[] {
  return written.map((text) => {
    const [, name = text, years, sign] = /^(.*?)(?: (\d+))?([!?])?$/.exec(text) ?? []
    const need = sign === '!' ? 'required' : sign === '?' ? 'preferred' : null
    return { name, evidence: name, need, years: years === undefined ? null : Number(years) }
  })
}

export const BERLIN: Place = { city: 'Berlin', countryCode: 'DE', latitude: 52.52, longitude: 13.405 }
export const POTSDAM: Place = { city: 'Potsdam', countryCode: 'DE', latitude: 52.39, longitude: 13.06 }
export const MUNICH: Place = { city: 'Munich', countryCode: 'DE', latitude: 48.14, longitude: 11.58 }
export const LYON: Place = { city: 'Lyon', countryCode: 'FR', latitude: 45.76, longitude: 4.84 }

/** Stated yearly pay in EUR. */
export function paying(min: number | null, max: number | null): Pick<JobFacts, 'salary'> {
  const yearEur = { min, max, asOf: '2026-03-01' }
  const beside = { tax: null, contract: null, paymentsPerYear: null, variants: [], extras: [] }
  return { salary: { min, max, currency: 'EUR', period: 'year', evidence: null, yearEur, ...beside } }
}

/** What work in steps comes to. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
