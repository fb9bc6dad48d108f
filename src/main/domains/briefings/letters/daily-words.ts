import type { DailyBriefing } from '../content/facts.ts'
import { counted, dayIn, joined, momentIn, named, sentence } from '../content/words.ts'
import { applicationLine, entryLine, section } from './lines.ts'
import type { BriefingWords, LetterLine, WordsContext } from './briefing-words.ts'

/** Pure. */
export function dailyWords(briefing: DailyBriefing, context: WordsContext): BriefingWords {
  const { interviews, deadlines, followUps, matches, silent, run } = briefing
  const parts = [
    ...(interviews.length > 0 ? [`${counted(interviews.length, 'interview')} today`] : []),
    ...(deadlines.length > 0 ? [`${deadlines.length} due`] : []),
    ...(followUps.length > 0 ? [counted(followUps.length, 'follow-up')] : []),
    ...(matches.total > 0 ? [counted(matches.total, 'new match', 'new matches')] : []),
  ]
  return {
    title: parts.length > 0 ? sentence(joined(parts)) : quietTitle(briefing),
    body: bodyOf(briefing, context),
    sections: [
      section(
        'Interviews today',
        interviews.map((entry) => entryLine(entry, context)),
      ),
      section(
        'Due',
        deadlines.map((entry) => entryLine(entry, context)),
      ),
      section(
        'Follow up',
        followUps.map((entry) => entryLine(entry, context)),
      ),
      section(moreHeading(briefing), matches.jobs.map(matchLine), '/for-you'),
      section(
        'No answer for long',
        silent.map((line) => applicationLine(line, `nothing since ${dayIn(line.since, context.zone)}`)),
        '/applications',
      ),
      section('Last run', runLines(run, context)),
    ],
  }
}

function moreHeading({ matches }: DailyBriefing): string {
  return matches.total > matches.jobs.length ? `New matches: the best of ${matches.total}` : 'New matches'
}

function quietTitle({ silent, run }: DailyBriefing): string {
  if (run.failed.length > 0) return `${counted(run.failed.length, 'source')} failed in the last run`
  return silent.length > 0 ? `${counted(silent.length, 'application')} without an answer` : 'Nothing is due today'
}

function bodyOf({ interviews, matches, deadlines, followUps, silent, run }: DailyBriefing, context: WordsContext) {
  const [interview, match, due] = [interviews[0], matches.jobs[0], deadlines[0] ?? followUps[0]]
  const lines = [
    ...(interview === undefined ? [] : [`${entryLine(interview, context).text}.`]),
    ...(match === undefined ? [] : [`Best match: ${named(match)}${score(match.match)}.`]),
    ...(due === undefined ? [] : [`${entryLine(due, context).text}.`]),
    ...(silent.length > 0 ? [`${counted(silent.length, 'application')} without an answer for long.`] : []),
    ...(run.failed.length > 0 ? [`${counted(run.failed.length, 'source')} failed in the last run.`] : []),
  ]
  return lines.length > 0 ? lines.slice(0, 2).join(' ') : 'No interviews, nothing due, and no new matches.'
}

function matchLine({ jobId, title, company, place, match, reasons }: DailyBriefing['matches']['jobs'][number]) {
  const where = place === '' ? '' : `, ${place}`
  const told = match === null ? [] : [`${Math.round(match)} match`]
  return { text: `${named({ title, company })}${where}`, note: [...told, ...reasons].join(' · '), path: jobPath(jobId) }
}

function score(match: number | null): string {
  return match === null ? '' : ` (${Math.round(match)})`
}

/** The screen of one job. */
export function jobPath(jobId: number): string {
  return `/jobs?job=${jobId}`
}

function runLines(run: DailyBriefing['run'], context: WordsContext): LetterLine[] {
  const path = '/discover'
  const next = run.nextRunAt === null ? '' : `next run ${momentIn(run.nextRunAt, context)}`
  if (run.lastRunAt === null) return next === '' ? [] : [{ text: 'No run has ended yet', note: next, path }]
  const ended = `${momentIn(run.lastRunAt, context)}: ${counted(run.found, 'posting')} found, ${run.fresh} new`
  return [
    { text: ended, note: next, path },
    ...run.failed.map(({ name, message }) => ({ text: `${name} failed`, note: message, path })),
  ]
}
