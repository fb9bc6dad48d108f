import { SENIORITIES, SPOKEN_LANGUAGES, type RoleFamily } from '#shared/facts.ts'
import type { MatchWeights } from '#shared/recommendations.ts'
import {
  askedToken,
  cityPoint,
  cityToken,
  CLOSED_TOKEN,
  countryToken,
  EU_COUNTRIES,
  roleToken,
  SALARY_STEPS_THOUSAND_EUR,
  salaryStepToken,
  seniorityToken,
  skillToken,
  visaToken,
  workplaceToken,
} from '../jobs/match/matching.service.ts'
import { levelsOf } from './factors/experience.ts'
import { stepsBetween } from './factors/levels.ts'
import { ELSEWHERE_FIT, FAR_FROM_CITIES_FIT } from './factors/place.ts'
import { nearRoles } from './factors/roles.ts'
import type { NearCity } from './near-cities.ts'
import { cityKey, type Seeker } from './seeker.ts'

/** What jobs get for the tokens they carry. Skills are counted first: from `enoughSkills` on more of them say no more. */
export interface CoarsePlan {
  readonly skills: Points
  readonly enoughSkills: number
  readonly skillPoints: number
  readonly tokens: Points
  readonly places: readonly PlacePoints[]
  readonly recencyPoints: number
}

export type Points = ReadonlyMap<string, number>

/** What a job gets that carries `token`; with one of `beside`, what that gives if it is more. Of all its places the best counts. */
export interface PlacePoints {
  readonly token: string
  readonly points: number
  readonly beside: Points
}

const ROLE_POINTS = 0.6
const MIN_SHARE = 0.5
const ENOUGH_SKILLS = 5
const LEVEL_POINTS = [1, 0.5, 0.1]
const REMOTE_FIT = 0.7
const REFUSED_POINTS = -40
const UNSPOKEN_POINTS = -25
const LOW_PAY_POINTS = -15

export interface PlanGround {
  readonly weights: MatchWeights
  /** The wanted cities and those near them. */
  readonly near: readonly NearCity[]
}

/** The coarse side of the factors: what the index knows of a job. Pure. */
export function coarsePlan(seeker: Seeker, { weights, near }: PlanGround): CoarsePlan {
  const { profile, abilities, roles } = seeker
  const skills = [...abilities]
    .filter(([, { share }]) => share >= MIN_SHARE)
    .map(([name, { share }]) => [skillToken(name), share] as const)
  const tokens: (readonly [string, number])[] = []
  const roleFits = new Map<RoleFamily, number>([...nearRoles(roles), ...[...roles].map((role) => [role, 1] as const)])
  for (const [role, fit] of roleFits) tokens.push([roleToken(role), weights.skills * ROLE_POINTS * fit])
  const levels = levelsOf(seeker)
  for (const seniority of levels.length === 0 ? [] : SENIORITIES) {
    if (seniority === 'unknown') continue
    const steps = Math.min(...levels.map((level) => Math.abs(stepsBetween(level, seniority))))
    tokens.push([seniorityToken(seniority), weights.experience * ((LEVEL_POINTS[steps] ?? 0) - NEUTRAL_POINTS)])
  }
  for (const workplace of profile.workplaces) tokens.push([workplaceToken(workplace), weights.place / 3])
  tokens.push(...payTokens(seeker, weights))
  if (profile.needsSponsorship) {
    tokens.push([visaToken('refuses'), REFUSED_POINTS], [visaToken('offers'), weights.place / 2])
  }
  if (seeker.languages.size > 0) {
    const unspoken = SPOKEN_LANGUAGES.filter((code) => !seeker.languages.has(code))
    tokens.push(...unspoken.map((code) => [askedToken(code), UNSPOKEN_POINTS] as const))
  }
  return {
    skills: new Map(skills),
    enoughSkills: Math.max(1, Math.min(ENOUGH_SKILLS, profile.skills.length)),
    skillPoints: weights.skills,
    tokens: summed(tokens),
    places: placePoints(seeker, { weights, near }),
    recencyPoints: weights.recency,
  }
}

const NEUTRAL_POINTS = 0.4

/** Every token the plan asks for. Pure. */
export function tokensOf({ skills, tokens, places }: CoarsePlan): Set<string> {
  const ofPlaces = places.flatMap(({ token, beside }) => [token, ...beside.keys()])
  return new Set([CLOSED_TOKEN, ...skills.keys(), ...tokens.keys(), ...ofPlaces])
}

function summed(pairs: readonly (readonly [token: string, points: number])[]): Points {
  const sums = new Map<string, number>()
  for (const [token, points] of pairs) sums.set(token, (sums.get(token) ?? 0) + points)
  return new Map([...sums].filter(([, points]) => points !== 0))
}

/** As the exact factor has it: a wanted country in full, but with wanted cities in it these in full, what is near them by its distance, and
 *  the rest for less; remote work from a wanted country in full, from elsewhere for less. */
function placePoints(seeker: Seeker, { weights, near }: PlanGround): PlacePoints[] {
  const { countries, cities, cityNames } = seeker
  const wanted = new Set([...countries, ...cities.map(({ countryCode }) => countryCode)])
  if (wanted.size === 0 && cityNames.size === 0) return []
  const named = new Set(near.map(({ name }) => cityKey(name)))
  const remote = workplaceToken('remote')
  const remoteFit = [...wanted].some((code) => EU_COUNTRIES.includes(code)) ? REMOTE_FIT : REMOTE_FIT / 2
  const elsewhere = (code: string) => {
    if (!countries.has(code)) return countries.size === 0 && wanted.has(code) ? FAR_FROM_CITIES_FIT : 0
    return cities.some(({ countryCode }) => countryCode === code) ? ELSEWHERE_FIT : 1
  }
  const inCountry = (code: string): PlacePoints => {
    const there = near.filter(({ countryCode }) => countryCode === code)
    const fits = there.map(({ name, fit }) => [cityToken(name), fit * weights.place] as const)
    const beside = new Map([...fits, ...(wanted.has(code) ? [[remote, weights.place] as const] : [])])
    return { token: countryToken(code), points: elsewhere(code) * weights.place, beside }
  }
  const unknownCities = seeker.profile.cities.filter(
    (name) => !named.has(cityKey(name)) && cityPoint(name, []) === null,
  )
  return [
    ...[...new Set([...wanted, ...near.map(({ countryCode }) => countryCode)])].map(inCountry),
    ...unknownCities.map((name) => ({ token: cityToken(name), points: weights.place, beside: new Map() })),
    { token: remote, points: remoteFit * weights.place, beside: new Map() },
  ]
}

/** A job that states pay gets less, and back again what it reaches. */
function payTokens(
  { profile: { salaryMinEur, salaryWishEur } }: Seeker,
  { salary }: MatchWeights,
): (readonly [string, number])[] {
  const tokens: (readonly [string, number])[] = []
  const least = salaryMinEur === null ? null : stepBelow(salaryMinEur)
  if (least !== null && least > 0)
    tokens.push([salaryStepToken(0), LOW_PAY_POINTS], [salaryStepToken(least), -LOW_PAY_POINTS])
  if (salaryWishEur !== null) tokens.push([salaryStepToken(stepBelow(salaryWishEur)), salary / 2])
  return tokens
}

function stepBelow(eur: number): number {
  return SALARY_STEPS_THOUSAND_EUR.findLast((step) => step * 1000 <= eur) ?? 0
}
