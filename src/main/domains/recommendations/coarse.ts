import { SENIORITIES, SPOKEN_LANGUAGES, type RoleFamily } from '#shared/facts.ts'
import type { MatchWeights } from '#shared/recommendations.ts'
import {
  askedToken,
  CLOSED_TOKEN,
  countryToken,
  EU_COUNTRIES,
  type JobColumns,
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
import { nearRoles } from './factors/roles.ts'
import type { Seeker } from './seeker.ts'

/** What jobs get for the tokens they carry. Skills are counted first: from `enoughSkills` on more of them say no more. */
export interface CoarsePlan {
  readonly skills: readonly (readonly [token: string, share: number])[]
  readonly enoughSkills: number
  readonly skillPoints: number
  readonly tokens: readonly (readonly [token: string, points: number])[]
  readonly recencyPoints: number
}

const ROLE_POINTS = 0.6
const MIN_SHARE = 0.5
const ENOUGH_SKILLS = 5
const LEVEL_POINTS = [1, 0.5, 0.1]
const REMOTE_POINTS = 0.7
const REFUSED_POINTS = -40
const UNSPOKEN_POINTS = -25
const LOW_PAY_POINTS = -15

/** The coarse side of the factors: what the index knows of a job. Pure. */
export function coarsePlan(seeker: Seeker, weights: MatchWeights): CoarsePlan {
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
  tokens.push(...placeTokens(seeker, weights), ...payTokens(seeker, weights))
  if (profile.needsSponsorship) {
    tokens.push([visaToken('refuses'), REFUSED_POINTS], [visaToken('offers'), weights.place / 2])
  }
  if (seeker.languages.size > 0) {
    const unspoken = SPOKEN_LANGUAGES.filter((code) => !seeker.languages.has(code))
    tokens.push(...unspoken.map((code) => [askedToken(code), UNSPOKEN_POINTS] as const))
  }
  return {
    skills,
    enoughSkills: Math.max(1, Math.min(ENOUGH_SKILLS, profile.skills.length)),
    skillPoints: weights.skills,
    tokens: tokens.filter(([, points]) => points !== 0),
    recencyPoints: weights.recency,
  }
}

const NEUTRAL_POINTS = 0.4

function placeTokens({ countries, cities, profile }: Seeker, weights: MatchWeights): (readonly [string, number])[] {
  const wanted = [...new Set([...countries, ...cities.map(({ countryCode }) => countryCode)])]
  const tokens: (readonly [string, number])[] = wanted.map((code) => [countryToken(code), weights.place] as const)
  const reachesEu = wanted.some((code) => EU_COUNTRIES.includes(code))
  if (wanted.length > 0)
    tokens.push([workplaceToken('remote'), weights.place * (reachesEu ? REMOTE_POINTS : REMOTE_POINTS / 2)])
  for (const workplace of profile.workplaces) tokens.push([workplaceToken(workplace), weights.place / 3])
  return tokens
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

export interface CoarseAsk {
  readonly nowMs: number
  readonly leftOut: readonly number[]
  readonly count: number
}

export interface CoarseBest {
  /** The best by what the index knows, ascending. */
  readonly ids: readonly number[]
  /** Open jobs that were compared. */
  readonly considered: number
}

const HOUR_MS = 3_600_000
/** A job's id holds the hour of its posting. */
const IDS_PER_HOUR = 65_536
const HALF_LIFE_HOURS = 14 * 24
/** Points below this are all the same. */
const FLOOR = -100
const BINS_PER_POINT = 8
const BINS = 4096
const OUT = -1

/** Jobs looked at between two steps. */
const JOBS_A_STEP = 50_000

/** Adds up points over all open jobs and takes the best; of equal ones the newest. About 100 ns a job. */
export function coarseBest(columns: JobColumns, plan: CoarsePlan, ask: CoarseAsk): CoarseBest {
  const steps = coarseSteps(columns, plan, ask)
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}

/** The same in steps of some milliseconds, between which other work may have its turn. */
export function* coarseSteps(columns: JobColumns, plan: CoarsePlan, ask: CoarseAsk): Generator<undefined, CoarseBest> {
  const { jobIds, changed } = columns
  const size = jobIds.length
  const skills = yield* added(columns, plan.skills)
  const points = yield* added(columns, plan.tokens)
  const isOut = new Uint8Array(size)
  for (const ordinal of columns.ordinalsOf(CLOSED_TOKEN)) isOut[ordinal] = 1
  for (const id of [...ask.leftOut, ...changed.keys()]) {
    const ordinal = ordinalOf(jobIds, id)
    if (ordinal !== -1) isOut[ordinal] = 1
  }
  const binOf = binning(plan, ask.nowMs)
  const bins = new Int16Array(size)
  const held = new Uint32Array(BINS)
  let considered = 0
  for (let ordinal = 0; ordinal < size; ordinal += 1) {
    if (ordinal % JOBS_A_STEP === 0) yield
    if (isOut[ordinal] === 1) {
      bins[ordinal] = OUT
      continue
    }
    const bin = binOf(jobIds[ordinal] ?? 0, skills[ordinal] ?? 0, points[ordinal] ?? 0)
    bins[ordinal] = bin
    held[bin] = (held[bin] ?? 0) + 1
    considered += 1
  }
  const out = new Set(ask.leftOut)
  const fresh: { id: number; bin: number }[] = []
  for (const [id, tokens] of changed) {
    if (tokens === null || tokens.has(CLOSED_TOKEN) || out.has(id)) continue
    const bin = binOf(id, sumOf(plan.skills, tokens), sumOf(plan.tokens, tokens))
    fresh.push({ id, bin })
    held[bin] = (held[bin] ?? 0) + 1
    considered += 1
  }
  yield
  return { ids: takeBest({ jobIds, bins, fresh, ...leastBin(held, ask.count) }), considered }
}

/** What each job gets for its tokens. */
function* added(
  columns: JobColumns,
  pairs: readonly (readonly [token: string, add: number])[],
): Generator<undefined, Float32Array> {
  const sums = new Float32Array(columns.jobIds.length)
  for (const [token, add] of pairs) {
    const ordinals = columns.ordinalsOf(token)
    for (let at = 0; at < ordinals.length; at += 1) {
      const ordinal = ordinals[at] ?? 0
      sums[ordinal] = (sums[ordinal] ?? 0) + add
    }
    yield
  }
  return sums
}

/** The bin that a job's points fall into. */
function binning(plan: CoarsePlan, nowMs: number): (id: number, skills: number, points: number) => number {
  const nowHour = nowMs / HOUR_MS
  const worth = recencyTable(plan.recencyPoints)
  return (id, skills, points) => {
    const days = Math.max(0, Math.floor((nowHour - Math.floor(id / IDS_PER_HOUR)) / 24))
    const ofSkills = plan.skillPoints * Math.min(1, skills / plan.enoughSkills)
    const total = ofSkills + points + (worth[Math.min(days, worth.length - 1)] ?? 0)
    return Math.min(BINS - 1, Math.max(0, Math.floor((total - FLOOR) * BINS_PER_POINT)))
  }
}

/** Where an id stands among ascending ones; -1 when it is not among them. */
function ordinalOf(jobIds: Float64Array, id: number): number {
  let [low, high] = [0, jobIds.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const here = jobIds[middle] ?? 0
    if (here === id) return middle
    if (here < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Points by age in days. */
function recencyTable(points: number): Float64Array {
  return Float64Array.from({ length: 180 }, (_day, days) => points * 0.5 ** ((days * 24) / HALF_LIFE_HOURS))
}

function sumOf(pairs: readonly (readonly [string, number])[], tokens: ReadonlySet<string>): number {
  return pairs.reduce((sum, [token, add]) => sum + (tokens.has(token) ? add : 0), 0)
}

/** The bin that holds the last of the best, and how many of it are taken. */
function leastBin(held: Uint32Array, count: number): { readonly least: number; readonly ofLeast: number } {
  let left = count
  for (let bin = BINS - 1; bin >= 0; bin -= 1) {
    const here = held[bin] ?? 0
    if (here >= left) return { least: bin, ofLeast: left }
    left -= here
  }
  return { least: 0, ofLeast: held[0] ?? 0 }
}

function takeBest(all: {
  readonly jobIds: Float64Array
  readonly bins: Int16Array
  readonly fresh: readonly { id: number; bin: number }[]
  readonly least: number
  readonly ofLeast: number
}): number[] {
  const { jobIds, bins, fresh, least } = all
  let { ofLeast } = all
  const taken: number[] = []
  const consider = (id: number, bin: number): void => {
    if (bin < least || (bin === least && ofLeast === 0)) return
    if (bin === least) ofLeast -= 1
    taken.push(id)
  }
  for (const { id, bin } of fresh.toSorted((a, b) => b.id - a.id)) consider(id, bin)
  for (let ordinal = jobIds.length - 1; ordinal >= 0; ordinal -= 1) {
    const bin = bins[ordinal] ?? OUT
    if (bin >= least) consider(jobIds[ordinal] ?? 0, bin)
  }
  return taken.toSorted((a, b) => a - b)
}
