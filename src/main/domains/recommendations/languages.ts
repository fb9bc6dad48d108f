import type { AskedLanguage } from '#shared/facts.ts'
import type { MatchJob } from '../jobs/match/matching.service.ts'
import { languageName, listed } from './factors/sentences.ts'
import type { Seeker, SpokenLevel } from './seeker.ts'

/** Levels of the European framework as steps; a native speaker is a step above C2, and seldom meant so. */
const STEPS: Readonly<Record<SpokenLevel | 'fluent' | 'basic', number>> = {
  A1: 1,
  basic: 2,
  A2: 2,
  B1: 3,
  B2: 4,
  fluent: 5,
  C1: 5,
  C2: 6,
  native: 7,
}
/** What is asked for without a level. */
const UNSAID_ASKED = STEPS.B2
/** A step less than asked is for the employer to judge; more of them speak against the job. */
const SHORT_STEPS = 2
const SHOWN = 3

/** What speaks against a job for the languages that it asks for, or, when it asks for none, for the one that it is written in. A profile
 *  without languages says nothing about them. Pure. */
export function languageConcern({ languages }: Seeker, { facts }: MatchJob): string | null {
  if (languages.size === 0) return null
  const asked = facts.asksLanguages.filter(({ need }) => need !== 'preferred')
  const unspoken = asked.filter(({ code }) => !languages.has(code))
  if (unspoken.length > 0) return `It asks for ${namesOf(unspoken)}, which your profile does not name.`
  const short = asked.filter((language) => isShort(language, languages.get(language.code) ?? null))
  if (short.length > 0) return `It asks for more ${namesOf(short)} than your profile has.`
  const written = facts.language
  if (asked.length > 0 || written === null || languages.has(written)) return null
  return `It is written in ${languageName(written)}, which your profile does not name.`
}

function isShort({ level }: AskedLanguage, spoken: SpokenLevel | null): boolean {
  if (spoken === null) return false
  const wanted = level === null ? UNSAID_ASKED : STEPS[level]
  return wanted - STEPS[spoken] >= SHORT_STEPS
}

function namesOf(languages: readonly AskedLanguage[]): string {
  return listed([...new Set(languages.map(({ code }) => languageName(code)))], SHOWN)
}
