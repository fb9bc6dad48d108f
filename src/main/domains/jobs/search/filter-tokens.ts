import type { JobFacts } from '#shared/facts.ts'
import type { ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import { thresholdsReached } from '../permits/check-permits.ts'

/** Every job carries it: what "everything but …" starts from. */
export const ANY_JOB_TOKEN = '#all'

/** What a job carries that is gone from all its sources. */
export const CLOSED_TOKEN = '#xclosed'

/** Cumulative steps of yearly gross pay in thousand EUR; a job that can reach 65,000 carries #s0, #s20, #s25 … #s65.
 *  Step 0 says that pay is stated at all. */
export const SALARY_STEPS_THOUSAND_EUR: readonly number[] = [
  0, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 110, 120, 130, 140, 150, 160, 180, 200,
]

/** What the filters of one job are made of: what was read, and every source that published it. */
export interface FilterSubject {
  readonly facts: JobFacts
  readonly sources: readonly string[]
  /** Gone from every source that published it. */
  readonly isClosed: boolean
  /** Sponsor registers that list its employer. */
  readonly registers: readonly string[]
}

/** The highest yearly pay in EUR that the posting states: its maximum, or its minimum when it names no maximum ("from").
 *  Null when no pay is stated in a known currency. The same rule as coalesce(salary_eur_max, salary_eur_min) in `job`. */
function payReachEur(facts: JobFacts): number | null {
  const pay = facts.salary?.yearEur
  return pay?.max ?? pay?.min ?? null
}

/** The filter tokens of one job, for the `filters` column; `permitTokens` go beside them. Every token begins with '#',
 *  which no indexed word does, so a searched word can never hit one. Pure; the order is of no meaning. */
export function filterTokens(subject: FilterSubject): string {
  const { facts, sources, isClosed, registers } = subject
  const reach = payReachEur(facts)
  const tokens = new Set<string>([
    ANY_JOB_TOKEN,
    visaToken(facts.visa.status),
    workplaceToken(facts.workplace),
    seniorityToken(facts.seniority),
    roleToken(facts.roleFamily),
    ...facts.places.flatMap((place) => (place.countryCode === null ? [] : [countryToken(place.countryCode)])),
    ...facts.places.flatMap((place) => (place.city === null ? [] : [cityToken(place.city)])),
    ...(facts.employmentType === null ? [] : [employmentToken(facts.employmentType)]),
    ...(facts.language === null ? [] : [languageToken(facts.language)]),
    ...facts.asksLanguages.filter(({ need }) => need !== 'preferred').map(({ code }) => askedToken(code)),
    ...sources.map(sourceToken),
    ...registers.map(registerToken),
    ...(isClosed ? [CLOSED_TOKEN] : []),
    ...facts.skills.map((skill) => skillToken(skill.name)),
    ...(reach === null ? [] : SALARY_STEPS_THOUSAND_EUR.filter((step) => reach >= step * 1000).map(salaryStepToken)),
  ])
  return [...tokens].join(' ')
}

/** A token for each row of the permits' thresholds that the stated pay surely reaches. Pure. */
export function permitTokens(facts: JobFacts, rates: ExchangeRates): string {
  return thresholdsReached(facts, rates).map(thresholdToken).join(' ')
}

/** Where a wanted salary lies between the steps. `isExact`: the step alone decides. Otherwise jobs that have the step
 *  `floor` but not `ceiling` have to be looked at one by one (`ceiling` null: above the last step). Pure. */
export function salaryBand(salaryMinEur: number): { floor: number; ceiling: number | null; isExact: boolean } {
  const floor = SALARY_STEPS_THOUSAND_EUR.findLast((step) => step * 1000 <= salaryMinEur) ?? 0
  const ceiling = SALARY_STEPS_THOUSAND_EUR.find((step) => step * 1000 > salaryMinEur) ?? null
  return { floor, ceiling, isExact: floor * 1000 === salaryMinEur }
}

export const countryToken = (code: string): string => `#c${encode(code)}`
/** Cities are compared by their common English names without regard to case. */
export const cityToken = (city: string): string => `#t${encode(city.normalize('NFKC').trim())}`
export const visaToken = (status: string): string => `#v${encode(status)}`
export const workplaceToken = (workplace: string): string => `#w${encode(workplace)}`
export const seniorityToken = (seniority: string): string => `#l${encode(seniority)}`
export const roleToken = (role: string): string => `#f${encode(role)}`
export const employmentToken = (type: string): string => `#e${encode(type)}`
export const languageToken = (language: string): string => `#n${encode(language)}`
/** A spoken language that one has to know for the job. */
export const askedToken = (language: string): string => `#q${encode(language)}`
export const sourceToken = (sourceId: string): string => `#o${encode(sourceId)}`
/** Skills are compared by name without regard to case. */
export const skillToken = (name: string): string => `#k${encode(name.normalize('NFKC').trim())}`
/** The employer is in this sponsor register. */
export const registerToken = (register: string): string => `#r${encode(register)}`
/** The stated pay reaches this row of the permits' thresholds. */
export const thresholdToken = (id: string): string => `#p${encode(id)}`
export const salaryStepToken = (stepThousandEur: number): string => `#s${stepThousandEur}`

/** One word for the tokenizer, one to one up to case: plain letters stay readable, everything else becomes '0' and the
 *  bytes in hex, so C, C++, C# and "c2b2b" stay apart. */
function encode(value: string): string {
  const lower = value.toLowerCase()
  return /^[a-z]+$/.test(lower) ? lower : `0${Buffer.from(lower, 'utf8').toString('hex')}`
}

/** The value inside a token, in lower case. */
export function valueOfToken(token: string): string {
  const encoded = token.slice(2)
  return encoded.startsWith('0') ? Buffer.from(encoded.slice(1), 'hex').toString('utf8') : encoded
}
