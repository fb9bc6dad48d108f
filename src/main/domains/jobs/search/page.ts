import type { JobSearchInput } from '#shared/jobs.ts'
import { ANY_JOB_TOKEN, SALARY_STEPS_THOUSAND_EUR, salaryStepToken } from './filter-tokens.ts'
import type { Hits, Range } from './hits.ts'
import { namedFirst } from './names.ts'
import { carries, type Rule, without } from './rule.ts'
import type { Statements } from './statements.ts'

/** How many of the newest hits are ranked by how well they fit the words; older ones follow by date. */
export const RANKED_NEWEST_MAX = 10_000
/** Up to here all hits are looked up and sorted. */
const SORTED_ONE_BY_ONE_MAX = 2_000
const SCORES_AT_ONCE = 2_000

export interface Slice extends Range {
  readonly sort: JobSearchInput['sort']
  /** What the user's words require; null when there are none. */
  readonly text: Rule | null
}

/** The ids of one page, in order. Ties go to the newer job, so that pages never overlap. */
export function pageOf(statements: Statements, hits: Hits, slice: Slice): readonly number[] {
  if (slice.offset >= hits.total) return []
  if (slice.sort === 'salary') return byPay(statements, hits, slice)
  if (slice.sort === 'match') return byMatch(statements, hits, slice)
  if (slice.sort === 'relevance' && slice.text !== null) return byRank(statements, hits, { ...slice, text: slice.text })
  return hits.newest(slice)
}

/** All words in the title come before some in the title, the company's name or a place, and those before words in the description; the
 *  newest first in each. A title says in eight words what a job is; how often a long description repeats a word says little. */
function byRank(
  statements: Statements,
  hits: Hits,
  { text, offset, limit }: Range & { text: Rule },
): readonly number[] {
  const ranked = Math.min(hits.total, RANKED_NEWEST_MAX)
  const end = Math.min(offset + limit, ranked)
  const best: number[] = []
  if (offset < ranked) {
    const from = ranked === hits.total ? 0 : (hits.newest({ offset: ranked - 1, limit: 1 })[0] ?? 0)
    const named = namedFirst(statements, hits, { text, from, limit: end })
    const others = named.size < end ? hits.newest({ offset: 0, limit: end }).filter((id) => !named.has(id)) : []
    best.push(...named, ...others.slice(0, end - named.size))
  }
  const rest = offset + limit - Math.max(offset, ranked)
  return [
    ...best.slice(offset, end),
    ...(rest > 0 ? hits.newest({ offset: Math.max(offset, ranked), limit: rest }) : []),
  ]
}

/** Only jobs that can be on the page are looked up and sorted: the pay steps say how many lie above. */
function byPay(statements: Statements, hits: Hits, { offset, limit }: Range): readonly number[] {
  if (hits.total <= SORTED_ONE_BY_ONE_MAX) return payOrder(statements, hits, { offset, limit })
  const countFrom = new Map<number, number>()
  const reaching = (at: number): number => {
    const known = countFrom.get(at)
    if (known !== undefined) return known
    const count = hits.with(carries(salaryStepToken(SALARY_STEPS_THOUSAND_EUR[at] ?? 0))).total
    countFrom.set(at, count)
    return count
  }
  const paid = reaching(0)
  const end = Math.min(offset + limit, paid)
  const isPaidPart = offset < end
  const lowest = isPaidPart ? lastStep((at) => reaching(at) >= end) : 0
  const above = isPaidPart ? lastStep((at) => reaching(at) > offset) + 1 : 0
  const stepAbove = SALARY_STEPS_THOUSAND_EUR[above]
  const between = without(
    carries(salaryStepToken(SALARY_STEPS_THOUSAND_EUR[lowest] ?? 0)),
    stepAbove === undefined ? [] : [carries(salaryStepToken(stepAbove))],
  )
  const skipped = stepAbove === undefined ? 0 : reaching(above)
  const ids = isPaidPart
    ? payOrder(statements, hits.with(between), { offset: offset - skipped, limit: end - offset })
    : []
  if (ids.length === limit) return ids
  const unpaid = hits.with(without(carries(ANY_JOB_TOKEN), [carries(salaryStepToken(0))]))
  return [...ids, ...unpaid.newest({ offset: Math.max(0, offset - paid), limit: limit - ids.length })]
}

/** The highest step for which it holds, when it holds for all below; the lowest one when it holds for none. */
function lastStep(isTrue: (at: number) => boolean): number {
  let low = 0
  let high = SALARY_STEPS_THOUSAND_EUR.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (isTrue(middle)) low = middle
    else high = middle
  }
  return low
}

function payOrder(statements: Statements, hits: Hits, { offset, limit }: Range): number[] {
  return statements.numbers(
    `select id from job where id in (select value from json_each(?))
     order by coalesce(salary_eur_max, salary_eur_min) desc nulls last, id desc limit ? offset ?`,
    [JSON.stringify(hits.newest({ offset: 0, limit: hits.total })), limit, offset],
  )
}

/** What fits the profile best; jobs that were not reckoned follow by date. */
function byMatch(statements: Statements, hits: Hits, { offset, limit }: Range): readonly number[] {
  const end = offset + limit
  if (hits.total <= SORTED_ONE_BY_ONE_MAX) {
    return statements.numbers(
      `select j.value from json_each(?) j left join job_score s on s.job_id = j.value
       order by s.score desc nulls last, j.value desc limit ? offset ?`,
      [JSON.stringify(hits.newest({ offset: 0, limit: hits.total })), limit, offset],
    )
  }
  const scored: number[] = []
  for (let read = 0; scored.length < end; read += SCORES_AT_ONCE) {
    const best = statements.numbers('select job_id from job_score order by score desc, job_id desc limit ? offset ?', [
      SCORES_AT_ONCE,
      read,
    ])
    const isHit = new Set(hits.among(best))
    scored.push(...best.filter((id) => isHit.has(id)))
    if (best.length < SCORES_AT_ONCE) break
  }
  if (scored.length >= end) return scored.slice(offset, end)
  const unscored = hits.but(scored)
  return [
    ...scored.slice(offset),
    ...unscored.newest({ offset: Math.max(0, offset - scored.length), limit: end - Math.max(offset, scored.length) }),
  ]
}
