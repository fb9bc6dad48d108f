import {
  type Correction,
  FILLED_FACTS,
  type FilledFact,
  type JobFacts,
  type SalaryFact,
  type SkillFact,
} from '#shared/facts.ts'
import type { ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import { toYearlyEur } from '#main/infra/money/year-eur.ts'
import type { MergedFacts } from './posting-tables.ts'

/** What a posting leaves open. */
const IS_SILENT: Readonly<Record<FilledFact, (facts: JobFacts) => boolean>> = {
  visa: ({ visa }) => visa.status === 'unstated',
  salary: ({ salary }) => salary === null,
  workplace: ({ workplace }) => workplace === 'unknown',
  remoteScope: ({ remoteScope }) => remoteScope === null,
  officeDays: ({ officeDays }) => officeDays === null,
  places: ({ places }) => places.length === 0,
  employmentType: ({ employmentType }) => employmentType === null,
  closesAt: ({ closesAt }) => closesAt === null,
}

/** The facts of a job with its gaps filled from another posting of the same opening, and with the posting that each gain came from.
 *  What the job states stays; the same object comes back when there is nothing to add. Pure. */
export function fillGaps(facts: JobFacts, other: MergedFacts): JobFacts {
  return FILLED_FACTS.reduce<JobFacts>((filled, fact) => fillGap(filled, other, fact), facts)
}

function fillGap(facts: JobFacts, other: MergedFacts, fact: FilledFact): JobFacts {
  const isSilent = IS_SILENT[fact]
  if (!isSilent(facts) || isSilent(other.facts)) return facts
  return {
    ...facts,
    [fact]: other.facts[fact],
    words: withWords(facts, other, fact),
    filledFrom: { ...facts.filledFrom, [fact]: other.postingId },
  }
}

function withWords(facts: JobFacts, other: MergedFacts, fact: FilledFact): JobFacts['words'] {
  const words: Readonly<Record<string, string | undefined>> = other.facts.words
  const said = words[fact]
  return said === undefined ? facts.words : { ...facts.words, [fact]: said }
}

/** The facts as the user put them right. What was quoted for a corrected fact is no longer its evidence; pay is converted at `rates`.
 *  Pure. */
export function applyCorrections(facts: JobFacts, corrections: readonly Correction[], rates: ExchangeRates): JobFacts {
  const corrected = corrections.reduce((before, correction) => applyCorrection(before, correction, rates), facts)
  return { ...corrected, corrected: corrections.map(({ field }) => field) }
}

function applyCorrection(facts: JobFacts, correction: Correction, rates: ExchangeRates): JobFacts {
  switch (correction.field) {
    case 'visa':
      return { ...facts, visa: { status: correction.value, evidence: null, rule: 'user' } }
    case 'salary':
      return { ...facts, salary: correction.value === null ? null : salaryByUser(correction.value, rates) }
    case 'skills':
      return { ...facts, skills: correction.value.map((name) => skillByUser(name, facts.skills)) }
    case 'workplace':
      return { ...withoutWords(facts, 'workplace'), workplace: correction.value }
    case 'seniority':
      return { ...withoutWords(facts, 'seniority'), seniority: correction.value }
    case 'roleFamily':
      return { ...withoutWords(facts, 'roleFamily'), roleFamily: correction.value }
    case 'employmentType':
      break
  }
  return { ...withoutWords(facts, 'employmentType'), employmentType: correction.value }
}

function withoutWords(facts: JobFacts, fact: keyof JobFacts['words']): JobFacts {
  const { [fact]: _, ...words } = facts.words
  return { ...facts, words }
}

function salaryByUser(
  amounts: Pick<SalaryFact, 'min' | 'max' | 'currency' | 'period'>,
  rates: ExchangeRates,
): SalaryFact {
  const beside = { tax: null, contract: null, paymentsPerYear: null, variants: [], extras: [] }
  return {
    ...amounts,
    evidence: null,
    yearEur: toYearlyEur({ ...amounts, paymentsPerYear: null }, rates),
    ...beside,
  }
}

function skillByUser(name: string, read: readonly SkillFact[]): SkillFact {
  const known = read.find((skill) => skill.name.toLowerCase() === name.toLowerCase())
  return known ?? { name, evidence: '', need: null, years: null }
}
