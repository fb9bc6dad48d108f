import titleRules from '#resources/title-rules.json' with { type: 'json' }
import { type Place, type RoleFamily, SENIORITIES, type Seniority, type Workplace } from '#shared/facts.ts'
import { compareTitles } from '../dedup/compare-titles.ts'

/** What two jobs are compared by. `skills` are names; `titleKey` as deduplication makes it. */
export interface ComparedJob {
  readonly titleKey: string
  readonly skills: readonly string[]
  readonly seniority: Seniority
  readonly roleFamily: RoleFamily
  readonly places: readonly Pick<Place, 'city' | 'countryCode'>[]
  readonly workplace: Workplace
}

/** `score` is 0 to 1; `reasons` are pieces of a sentence, what is alike only. */
export interface Likeness {
  readonly score: number
  readonly reasons: readonly string[]
}

/** One side of a comparison: how much it counts, how alike it is (0 to 1), and the words when that is worth saying. */
interface Side {
  readonly weight: number
  readonly value: number
  readonly reason: string | null
}

const WEIGHTS = { title: 30, skills: 35, level: 12, role: 13, place: 10 } as const
/** What the other posting does not say is neither alike nor different. */
const UNSAID = 0.4
const LEVEL_WORDS = new Set(Object.values(titleRules.levels).flat())
const LADDER = SENIORITIES.filter((level) => level !== 'unknown')
const countryNames = new Intl.DisplayNames('en', { type: 'region' })

/** How alike another job is to this one, by its title, skills, level, kind of work and place. What this job does not state does not
 *  count. `skillWeight`: how much a skill tells about a job (rare ones more). Pure. */
export function likenessOf(job: ComparedJob, other: ComparedJob, skillWeight: (name: string) => number): Likeness {
  const sides = [
    titleSide(job, other),
    levelSide(job, other),
    skillSide(job, other, skillWeight),
    roleSide(job, other),
    placeSide(job, other),
  ].filter((side) => side !== null)
  const whole = sides.reduce((sum, { weight }) => sum + weight, 0)
  if (whole === 0) return { score: 0, reasons: [] }
  const score = sides.reduce((sum, { weight, value }) => sum + weight * value, 0) / whole
  return { score, reasons: sides.flatMap(({ reason }) => reason ?? []) }
}

function titleSide(job: ComparedJob, other: ComparedJob): Side | null {
  const [mine, theirs] = [withoutLevel(job.titleKey), withoutLevel(other.titleKey)]
  if (mine === '') return null
  const { similarity } = compareTitles(mine, theirs)
  return { weight: WEIGHTS.title, value: similarity, reason: similarity === 1 ? 'same title' : null }
}

function withoutLevel(key: string): string {
  return key
    .split(' ')
    .filter((word) => !LEVEL_WORDS.has(word))
    .join(' ')
}

function levelSide(job: ComparedJob, other: ComparedJob): Side | null {
  if (job.seniority === 'unknown') return null
  const weight = WEIGHTS.level
  if (other.seniority === 'unknown') return { weight, value: UNSAID, reason: null }
  const steps = Math.abs(LADDER.indexOf(job.seniority) - LADDER.indexOf(other.seniority))
  return { weight, value: Math.max(0, 1 - steps / 2), reason: steps === 0 ? 'same level' : null }
}

function skillSide(job: ComparedJob, other: ComparedJob, skillWeight: (name: string) => number): Side | null {
  const mine = [...new Set(job.skills)]
  if (mine.length === 0) return null
  const theirs = new Set(other.skills)
  const weight = WEIGHTS.skills
  if (theirs.size === 0) return { weight, value: UNSAID, reason: null }
  const weigh = (names: readonly string[]) => names.reduce((sum, name) => sum + skillWeight(name), 0)
  const shared = mine.filter((name) => theirs.has(name))
  const all = weigh([...new Set([...mine, ...theirs])])
  const reason = mine.length === 1 ? shared.join() : `${shared.length} of ${mine.length} skills`
  return { weight, value: all === 0 ? 0 : weigh(shared) / all, reason: shared.length === 0 ? null : reason }
}

function roleSide(job: ComparedJob, other: ComparedJob): Side | null {
  if (job.roleFamily === 'other') return null
  return { weight: WEIGHTS.role, value: job.roleFamily === other.roleFamily ? 1 : 0, reason: null }
}

function placeSide(job: ComparedJob, other: ComparedJob): Side | null {
  const isRemote = job.workplace === 'remote'
  if (job.places.length === 0 && !isRemote) return null
  const weight = WEIGHTS.place
  const city = sharedOf(job, other, ({ city, countryCode }) => city && `${city}\n${countryCode ?? ''}`)
  if (city !== null) return { weight, value: 1, reason: `also in ${city.split('\n')[0] ?? ''}` }
  if (isRemote && other.workplace === 'remote') return { weight, value: 0.9, reason: 'also remote' }
  const country = sharedOf(job, other, ({ countryCode }) => countryCode)
  if (country !== null) return { weight, value: 0.5, reason: `also in ${countryNames.of(country) ?? country}` }
  return { weight, value: other.places.length === 0 ? UNSAID : 0, reason: null }
}

/** The first value that places of both jobs have. */
function sharedOf(
  job: ComparedJob,
  other: ComparedJob,
  value: (place: ComparedJob['places'][number]) => string | null,
): string | null {
  const theirs = new Set(other.places.map(value))
  return job.places.map(value).find((mine) => mine !== null && mine !== '' && theirs.has(mine)) ?? null
}
