import type { BriefingContent } from '#shared/briefings.ts'
import { formatAgo, formatIn, formatQuantity, type Locale } from '../../../ui/format.ts'

type RunHealth = Extract<BriefingContent, { kind: 'daily' }>['run']

/** How the last search of the sources went, and when the next one is, in sentences. Pure. */
export function runSentences(run: RunHealth, now: number, locale?: Locale): string[] {
  const next = run.nextRunAt === null ? 'No next run is planned.' : `The next run is ${inWords(run.nextRunAt, now)}.`
  if (run.lastRunAt === null || run.state === null) return ['No source has been read yet.', next]
  return [lastSentence(run, now, locale), ...failedSentence(run.failed.length, locale), next]
}

function inWords(at: number, now: number): string {
  const words = formatIn(at, now)
  return words === 'now' ? 'about to begin' : words
}

function lastSentence({ state, lastRunAt, found, fresh }: RunHealth, now: number, locale: Locale): string {
  const ago = lastRunAt === null ? '' : formatAgo(lastRunAt, now)
  if (state === 'failed') return `The last run, ${ago}, could not read any source.`
  if (state === 'cancelled') return `The last run, ${ago}, was cancelled.`
  if (found === 0) return `The last run, ${ago}, found no postings.`
  const postings = formatQuantity(found, ['posting', 'postings'], locale)
  return fresh === 0
    ? `The last run, ${ago}, read ${postings}; none of them was new.`
    : `The last run, ${ago}, read ${postings}; ${formatQuantity(fresh, ['job was new', 'jobs were new'], locale)}.`
}

function failedSentence(failed: number, locale: Locale): string[] {
  if (failed === 0) return []
  return [`${formatQuantity(failed, ['source', 'sources'], locale)} brought nothing:`]
}
