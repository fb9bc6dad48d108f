import type { ApplicationFilter, ApplicationSort } from '#shared/applications.ts'
import { STAGES } from '#shared/stages.ts'
import { companyKey } from '../../jobs/openings/openings.service.ts'
import { foldedWords } from '../folded.ts'
import { SILENT_STAGES } from './quiet.ts'

/** What a filter depends on besides its words, UTC ms. */
export interface FilterMoment {
  readonly ghostedBefore: number
  readonly endOfToday: number
}

/** A condition on `application a`, and what its places stand for. The SQL is the same for every filter of the same shape. */
export interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** When the last thing happened, or the last interview is: one that is planned lies ahead. */
export const QUIET_SINCE = `max(a.last_event_at, coalesce((select max(i.starts_at) from interview i
  where i.application_id = a.id and i.removed_at is null and i.outcome <> 'cancelled'), 0))`

/** Pure. */
export function conditionOf(filter: ApplicationFilter, moment: FilterMoment): Condition {
  const company = companyKey(filter.company)
  const terms: [string, ...(string | number)[]][] = [
    ['a.removed_at is null'],
    ...foldedWords(filter.text).map((word): [string, string] => ['instr(a.folded, ?) > 0', word]),
  ]
  if (filter.stages.length > 0) terms.push([inList('a.stage'), JSON.stringify(filter.stages)])
  if (company !== '') terms.push(['instr(a.company_key, ?) > 0', company])
  if (filter.appliedFrom !== null) terms.push(['a.applied_at >= ?', filter.appliedFrom])
  if (filter.appliedUntil !== null) terms.push(['a.applied_at <= ?', filter.appliedUntil])
  if (filter.only === 'due') terms.push(['a.next_step_at < ?', moment.endOfToday])
  if (filter.only === 'ghosted') {
    terms.push([inList('a.stage'), JSON.stringify(SILENT_STAGES)], [`${QUIET_SINCE} <= ?`, moment.ghostedBefore])
  }
  return { sql: terms.map(([sql]) => sql).join(' and '), values: terms.flatMap(([, ...values]) => values) }
}

function inList(column: string): string {
  return `${column} in (select value from json_each(?))`
}

const STAGE_ORDER = `case a.stage ${STAGES.map((stage, index) => `when '${stage}' then ${index}`).join(' ')} end`
/** Folded begins with the title; its start is enough to put titles in order. */
const SORTED_BY: Readonly<Record<ApplicationSort, string>> = {
  title: 'substr(a.folded, 1, 80)',
  company: `nullif(a.company_key, '')`,
  place: `nullif(a.place, '') collate nocase`,
  stage: STAGE_ORDER,
  stageSince: 'a.stage_since',
  appliedAt: 'a.applied_at',
  nextStep: 'a.next_step_at',
  match: 's.score',
  updatedAt: 'a.updated_at',
}

/** What is not known comes last, whatever the direction. Pure. */
export function orderOf({ sort, isDescending }: { sort: ApplicationSort; isDescending: boolean }): string {
  const direction = isDescending ? 'desc' : 'asc'
  return `${SORTED_BY[sort]} ${direction} nulls last, a.id ${direction}`
}
