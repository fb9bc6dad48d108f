import type { JobFilter, JobSearchInput, JobSearchResult } from '#shared/jobs.ts'
import { contradictionsIn } from './contradictions.ts'
import { type FilterPart, partsOf } from './filter-parts.ts'
import type { JobSearch } from './search.ts'

/** After so much work nothing more is counted. */
const COUNTING_MAX_MS = 50

type Engine = Pick<JobSearch, 'search' | 'among'>

/** One page as the engine gives it; when nothing was found, hints say what stands in the way and what to do. `workedMs`: how long
 *  this thread has worked; time in which it had to wait for others makes no answer poorer. */
export function searchWithReasons(
  engine: Engine,
  input: JobSearchInput,
  workedMs: () => number = threadMs,
): JobSearchResult {
  const result = engine.search(input)
  if (result.total > 0) return result
  const startedMs = performance.now()
  const { sort: _sort, page: _page, perPage: _perPage, ...filter } = input
  const known = contradictionsIn(filter)
  const untilMs = workedMs() + COUNTING_MAX_MS
  const reasons = known.length > 0 ? known : inTheWay(engine, filter, () => workedMs() < untilMs)
  return { ...result, hints: [...result.hints, ...reasons], tookMs: result.tookMs + performance.now() - startedMs }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Which filter leaves the most jobs when it is taken off. A text or a mark alone needs no reason. */
function inTheWay(engine: Engine, filter: JobFilter, hasTime: () => boolean): string[] {
  const parts = partsOf(filter)
  if (parts.every(({ kind }) => kind === 'text')) return closedOnes(engine, filter)
  if (parts.every(({ kind }) => kind === 'mark')) return []
  let best: { part: FilterPart; count: number } | null = null
  for (const part of parts) {
    if (!hasTime()) break
    const count = engine.among(part.without, []).total
    if (count > (best?.count ?? 0)) best = { part, count }
  }
  if (best !== null) return [adviceOn(engine, best)]
  const closed = hasTime() ? closedOnes(engine, filter) : []
  return closed.length > 0 ? closed : ['These filters leave no job together: take off several of them, or all.']
}

function adviceOn(engine: Engine, { part, count }: { part: FilterPart; count: number }): string {
  const { kind, words, without } = part
  if (kind === 'salaryMinEur') {
    const best = engine.search({ ...without, sort: 'salary', page: 1, perPage: 1 }).jobs[0]?.salary?.yearEur
    const reach = best?.max ?? best?.min ?? null
    if (reach !== null) {
      return `The best paid of ${jobs(count)} otherwise found can reach ${reach.toLocaleString('en')} EUR a year: ask for less.`
    }
  }
  return `Take off ${words}, and ${jobs(count)} ${count === 1 ? 'is' : 'are'} left.`
}

function closedOnes(engine: Engine, filter: JobFilter): string[] {
  if (filter.openings !== 'open') return []
  const { total } = engine.among({ ...filter, openings: 'all' }, [])
  if (total === 0) return []
  return [`${jobs(total)} that ${total === 1 ? 'is' : 'are'} closed would fit: show closed jobs as well.`]
}

function jobs(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'job' : 'jobs'}`
}
