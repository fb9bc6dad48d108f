import type { ToldAlert } from '../../jobs/searches/told-alerts.service.ts'
import type { Telling } from '../../notifications/notifications.service.ts'
import type { FreshMatch } from '../../recommendations/fresh-matches.service.ts'
import { counted, joined, named } from '../content/words.ts'
import { jobPath } from '../letters/daily-words.ts'
import { section } from '../letters/lines.ts'

/** A new job from this score on is told of after the run that brought it, 0 to 100. */
export const STRONG_MATCH_LEAST = 75
const NAMED_IN_BODY = 2

/** New jobs of one run that fit well, in one message. Null: none. Pure. */
export function matchTelling(found: { runId: string; total: number; best: readonly FreshMatch[] }): Telling | null {
  const { runId, total, best } = found
  const [first] = best
  if (total === 0 || first === undefined) return null
  const scored = ({ job, score }: FreshMatch) => `${named(job)} (${Math.round(score)})`
  const lines = best.map(({ job, score, reasons }) => ({
    text: named(job),
    note: [`${Math.round(score)} match`, ...reasons].join(' · '),
    path: jobPath(job.id),
  }))
  const told = { type: 'job_match', key: `matches:${runId}`, count: total } as const
  if (total === 1) {
    return { ...told, title: `New match: ${scored(first)}`, body: first.reasons.join(' '), path: jobPath(first.job.id) }
  }
  const body = moreOf(best.map(scored), total)
  return {
    ...told,
    title: `${counted(total, 'new job')} that fit you well`,
    body,
    path: '/for-you',
    letter: { intro: '', sections: [section('New matches', lines, '/for-you')] },
  }
}

/** What the alert of a saved search told at once, in one message. Pure. */
export function alertTelling({ searchId, name, toldAt, jobs, named: some }: ToldAlert): Telling {
  const [first] = some
  const isOne = jobs === 1 && first !== undefined
  const body = isOne ? named(first) : moreOf(some.map(named), jobs)
  const lines = some.map((job) => ({ text: named(job), note: '', path: jobPath(job.jobId) }))
  return {
    type: 'job_match',
    key: `search-alert:${searchId}:${toldAt}`,
    title: `${counted(jobs, 'new job')} in “${name}”`,
    body,
    path: isOne ? jobPath(first.jobId) : '/searches',
    count: jobs,
    letter: { intro: '', sections: [section(name, lines, '/searches')] },
  }
}

/** "A, B and 5 more." Pure. */
function moreOf(texts: readonly string[], total: number): string {
  const shown = texts.slice(0, NAMED_IN_BODY)
  const more = total - shown.length
  return `${joined(more > 0 ? [...shown, `${more} more`] : shown)}.`
}
