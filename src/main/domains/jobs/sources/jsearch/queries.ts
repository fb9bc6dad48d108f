import { queriesInTurn } from '../plan/position.ts'
import type { SearchPlan, SourceContext } from '../source.ts'

export interface Query {
  readonly role: string
  /** ISO 3166-1 alpha-2; '' for no country in particular. */
  readonly country: string
}

/** What one run asks. It keeps to it to its end. */
export interface RunQueries {
  /** How far back, as `date_posted` has it. */
  readonly span: string
  /** The next one first. */
  readonly queries: readonly Query[]
}

/** Google for Jobs is not offered there, or has next to nothing. */
const POOR_COUNTRIES: ReadonlySet<string> = new Set(['NO', 'DK', 'SE'])
/** An allowance may be bought; this much of it is enough for a run. */
const MAX_QUERIES = 20
const DAY_MS = 86_400_000
const SPANS = [
  ['today', 1],
  ['3days', 3],
  ['week', 7],
] as const
const LONGEST_SPAN = 'month'

type Asked = Pick<SourceContext, 'plan' | 'turn' | 'since' | 'now' | 'requestsLeft'>

/** Every role in every country gets its turn, run after run; each is asked for as far back as it may be that it was asked before. Pure. */
export function runQueries({ plan, turn, since, now, requestsLeft }: Asked): RunQueries {
  const all = allQueries(plan)
  const queries = queriesInTurn(all, { turn, count: Math.min(requestsLeft(), MAX_QUERIES) })
  const runsForAll = Math.ceil(all.length / Math.max(1, queries.length))
  const isFirst = since === null || turn < runsForAll
  const days = isFirst ? Infinity : (Math.max(0, now - since) / DAY_MS) * runsForAll + 1
  const span = SPANS.find(([, most]) => days <= most)?.[0] ?? LONGEST_SPAN
  return { span, queries: queries.map(queryIn) }
}

/** What is still to be asked as a cursor; null when that is nothing. Pure. */
export function cursorOf({ span, queries }: RunQueries): string | null {
  return queries.length === 0 ? null : [span, ...queries.map(written)].join(' ')
}

/** The queries of a cursor that the plan still has. Pure. */
export function queriesAt(cursor: string, plan: SearchPlan): RunQueries {
  const known = new Set(allQueries(plan))
  const [word, ...rest] = cursor.split(' ')
  const span = SPANS.find(([name]) => name === word)?.[0] ?? LONGEST_SPAN
  return { span, queries: rest.filter((query) => known.has(query)).map(queryIn) }
}

function allQueries({ roles, countries }: SearchPlan): readonly string[] {
  const rich = countries.filter((country) => !POOR_COUNTRIES.has(country))
  const asked = rich.length > 0 ? rich : countries.length > 0 ? countries : ['']
  const named = roles.length > 0 ? roles : ['jobs']
  return named.flatMap((role) => asked.map((country) => written({ role, country })))
}

function written({ role, country }: Query): string {
  return `${country}:${encodeURIComponent(role.toWellFormed())}`
}

function queryIn(word: string): Query {
  const at = word.indexOf(':')
  return { country: word.slice(0, at), role: decodeURIComponent(word.slice(at + 1)) }
}
