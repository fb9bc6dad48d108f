import { CLOSED_TOKEN, type JobColumns } from '../jobs/match/matching.service.ts'
import type { CoarsePlan, PlacePoints, Points } from './coarse-plan.ts'

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
const CHANGED_A_STEP = 500

/** Adds up points over all open jobs and takes the best; of equal ones the newest. About 100 ns a job, in steps of some milliseconds. */
export function* coarseSteps(columns: JobColumns, plan: CoarsePlan, ask: CoarseAsk): Generator<undefined, CoarseBest> {
  const { jobIds } = columns
  // Others go on noting changes between two steps.
  const changed = new Map(columns.changed)
  const size = jobIds.length
  const skills = yield* added(columns, { points: plan.skills, to: new Float32Array(size) })
  const places = yield* bestPlaces(columns, plan.places)
  const points = yield* added(columns, { points: plan.tokens, to: places })
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
    const bin = binOf(id, sumOf(plan.skills, tokens), sumOf(plan.tokens, tokens) + placeOf(plan.places, tokens))
    fresh.push({ id, bin })
    if (fresh.length % CHANGED_A_STEP === 0) yield
    held[bin] = (held[bin] ?? 0) + 1
    considered += 1
  }
  yield
  return { ids: yield* takeBest({ jobIds, bins, fresh, ...leastBin(held, ask.count) }), considered }
}

/** Adds what each job gets for its tokens. */
function* added(
  columns: JobColumns,
  { points, to: sums }: { points: Points; to: Float32Array },
): Generator<undefined, Float32Array> {
  for (const [token, add] of points) {
    const ordinals = columns.ordinalsOf(token)
    for (let at = 0; at < ordinals.length; at += 1) {
      const ordinal = ordinals[at] ?? 0
      sums[ordinal] = (sums[ordinal] ?? 0) + add
    }
    yield
  }
  return sums
}

/** What each job gets for the best of its places. */
function* bestPlaces(columns: JobColumns, places: readonly PlacePoints[]): Generator<undefined, Float32Array> {
  const best = new Float32Array(columns.jobIds.length)
  const carries = new Uint8Array(best.length)
  for (const { token, points, beside } of places) {
    const ordinals = columns.ordinalsOf(token)
    if (ordinals.length === 0) continue
    carries.fill(0)
    for (const ordinal of ordinals) {
      carries[ordinal] = 1
      best[ordinal] = Math.max(best[ordinal] ?? 0, points)
    }
    yield
    for (const [other, more] of beside) {
      for (const ordinal of columns.ordinalsOf(other)) {
        if (carries[ordinal] === 1 && (best[ordinal] ?? 0) < more) best[ordinal] = more
      }
      yield
    }
  }
  return best
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

function sumOf(points: Points, tokens: ReadonlySet<string>): number {
  let sum = 0
  for (const token of tokens) sum += points.get(token) ?? 0
  return sum
}

function placeOf(places: readonly PlacePoints[], tokens: ReadonlySet<string>): number {
  let best = 0
  for (const { token, points, beside } of places) {
    if (!tokens.has(token)) continue
    best = Math.max(best, points)
    for (const other of tokens) best = Math.max(best, beside.get(other) ?? 0)
  }
  return best
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

function* takeBest(all: {
  readonly jobIds: Float64Array
  readonly bins: Int16Array
  readonly fresh: readonly { id: number; bin: number }[]
  readonly least: number
  readonly ofLeast: number
}): Generator<undefined, number[]> {
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
    if (ordinal % JOBS_A_STEP === 0) yield
    const bin = bins[ordinal] ?? OUT
    if (bin >= least) consider(jobIds[ordinal] ?? 0, bin)
  }
  return taken.toSorted((a, b) => a - b)
}
