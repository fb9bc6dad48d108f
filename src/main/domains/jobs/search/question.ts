import type { JobFilter } from '#shared/jobs.ts'
import { excludedRules, filterRules, type ThresholdsThatHold } from './filter-rules.ts'
import { salaryBand, salaryStepToken } from './filter-tokens.ts'
import type { Hits } from './hits.ts'
import { parseQuery } from './query.ts'
import { allOf, carries, isAboutWords, type Rule, without } from './rule.ts'
import type { Statements } from './statements.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const IDS_PER_HOUR = 65_536
/** Up to here the database is asked about a list of ids. */
const LISTED_MAX = 10_000
const ALL = { offset: 0, limit: 1e12 }
/** An hour with more jobs than ids hands on to the next ones: so far ahead of its true hour an id may lie. */
const ID_HOURS_AHEAD_MAX = 24

/** What a filter asks for. All of `required` and none of `excluded` hold; nothing older than `lowestId` is asked for. `text`: what the
 *  user's words require; null when there are none. The rest is looked up job by job (see `meantOf`). */
export interface Question {
  readonly required: readonly Rule[]
  readonly excluded: readonly Rule[]
  readonly text: Rule | null
  readonly isAboutWords: boolean
  readonly lowestId: number
  readonly sinceMs: number | null
  readonly salaryMinEur: number | null
  readonly salaryMaxEur: number | null
  readonly mark: JobFilter['mark']
  readonly hints: readonly string[]
}

/** Pure. `nowMs`: what days are counted back from; `thresholds`: what "reaches a permit" means for the user. */
export function readQuestion(
  filter: JobFilter,
  { nowMs, thresholds }: { nowMs: number; thresholds: ThresholdsThatHold },
): Question {
  const text = parseQuery(filter.text)
  const sinceMs = filter.postedWithinDays === null ? null : minuteOf(nowMs) - filter.postedWithinDays * DAY_MS
  const required = [...text.required, ...filterRules(filter, thresholds)]
  const excluded = [...text.excluded, ...excludedRules(filter)]
  return {
    required,
    excluded,
    text: text.required.length === 0 ? null : allOf(text.required),
    isAboutWords: [...required, ...excluded].some(isAboutWords),
    lowestId: sinceMs === null ? 0 : Math.max(0, Math.floor(sinceMs / HOUR_MS) * IDS_PER_HOUR),
    sinceMs,
    salaryMinEur: filter.salaryMinEur,
    salaryMaxEur: filter.salaryMaxEur,
    mark: filter.mark,
    hints: text.hints,
  }
}

/** Days are counted back from the whole minute, so that what is asked again within it is the same question. */
function minuteOf(nowMs: number): number {
  return Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
}

/** Hits that stay of their kind when some are taken away. */
type Narrowable<H> = Omit<Hits, 'only' | 'but'> & Record<'only' | 'but', (ids: readonly number[]) => H>

/** What is left of the hits of a question's rules by what only a look at the jobs tells: marks, the hours around a date, salaries
 *  between two steps, where pay begins. */
export function meantOf<H extends Narrowable<H>>(statements: Statements, hits: H, question: Question): H {
  const { sinceMs, lowestId, salaryMinEur, salaryMaxEur, mark } = question
  const notMeant: (readonly number[])[] = []
  if (sinceMs !== null) {
    const last = lowestId + (ID_HOURS_AHEAD_MAX + 1) * IDS_PER_HOUR - 1
    const before = 'select id from job where id between ? and ? and coalesce(posted_at, first_seen_at) < ?'
    notMeant.push(statements.numbers(before, [lowestId, last, sinceMs]))
  }
  if (salaryMinEur !== null) notMeant.push(paidLess(statements, hits, salaryMinEur))
  if (salaryMaxEur !== null) notMeant.push(paidMore(statements, hits, salaryMaxEur))
  if (mark === 'visible') notMeant.push(marked(statements, 'hidden'))
  const meant: H = hits.but(distinct(notMeant))
  return mark === 'visible' ? meant : meant.only(meant.among(marked(statements, mark)))
}

function marked(statements: Statements, mark: Exclude<JobFilter['mark'], 'visible'>): number[] {
  return statements.numbers(`select job_id from job_mark where ${mark}_at is not null`, [])
}

function paidLess(statements: Statements, hits: Pick<Hits, 'with'>, salaryMinEur: number): number[] {
  const { floor, ceiling, isExact } = salaryBand(salaryMinEur)
  if (isExact) return []
  const above = ceiling === null ? [] : [carries(salaryStepToken(ceiling))]
  const between = hits.with(without(carries(salaryStepToken(floor)), above)).newest(ALL)
  return statements.numbers(
    `select id from job where id in (select value from json_each(?)) and coalesce(salary_eur_max, salary_eur_min) < ?`,
    [JSON.stringify(between), salaryMinEur],
  )
}

/** Whose pay begins above it: of few hits these are looked at, of many all that state pay. */
function paidMore(statements: Statements, hits: Pick<Hits, 'total' | 'newest'>, salaryMaxEur: number): number[] {
  const begins = 'coalesce(salary_eur_min, salary_eur_max) > ?'
  if (hits.total > LISTED_MAX) {
    return statements.numbers(`select id from job indexed by job_pay where ${begins} order by id desc`, [salaryMaxEur])
  }
  return statements.numbers(`select id from job where id in (select value from json_each(?)) and ${begins}`, [
    JSON.stringify(hits.newest(ALL)),
    salaryMaxEur,
  ])
}

function distinct(lists: readonly (readonly number[])[]): readonly number[] {
  const [only = []] = lists
  return lists.length <= 1 ? only : [...new Set(lists.flat())]
}
