import type { Run, RunState, SourceProblem, SourceRun, SourceRunState } from '#shared/discovery.ts'
import { formatQuantity, type Locale } from '../../ui/format.ts'
import type { Tone } from '../../ui/tone-badge.tsx'

export interface StateWord {
  readonly word: string
  readonly tone: Tone
}

export const SOURCE_STATES: Readonly<Record<SourceRunState, StateWord>> = {
  queued: { word: 'Waiting', tone: 'plain' },
  running: { word: 'Reading', tone: 'accent' },
  ok: { word: 'Done', tone: 'good' },
  empty: { word: 'Nothing there', tone: 'plain' },
  blocked: { word: 'Blocked', tone: 'bad' },
  error: { word: 'Failed', tone: 'bad' },
  quota: { word: 'Quota used', tone: 'warn' },
  skipped: { word: 'Skipped', tone: 'warn' },
  cancelled: { word: 'Cancelled', tone: 'plain' },
}

export const RUN_STATE_WORDS: Readonly<Record<RunState, StateWord>> = {
  queued: { word: 'Starting', tone: 'plain' },
  running: { word: 'Running', tone: 'accent' },
  completed: { word: 'Completed', tone: 'good' },
  partial: { word: 'Partly done', tone: 'warn' },
  failed: { word: 'Failed', tone: 'bad' },
  cancelled: { word: 'Cancelled', tone: 'plain' },
}

export const TRIGGER_WORDS: Readonly<Record<Run['trigger'], string>> = {
  manual: 'Started here',
  cli: 'Command line',
  onboarding: 'First run',
  schedule: 'By schedule',
  retry: 'Tried again',
}

/** What to do about each problem, in one sentence. */
export const PROBLEM_ADVICE: Readonly<Record<SourceProblem, string>> = {
  timeout: 'The site is slow. Try again later, or give sources more time in Settings.',
  rate_limited: 'The site asks for a pause. We keep to it; try again later.',
  server_error: 'The site has trouble of its own. Try again later.',
  not_found: 'The address is gone. Check the board or feed in Settings.',
  unauthorised: 'The site wants a login. It cannot be read without one.',
  challenge: 'The site shows a login or a robot check. Open it in a browser, or switch the source off.',
  redirect: 'The site sends us in circles. Check its address in Settings.',
  too_large: 'The answer was too big to be a page of jobs. Check the address in Settings.',
  unreadable: 'The answer was not in the form we know. The site may have changed; an update may be needed.',
  network: 'No connection. Check that this computer is online.',
  address_refused: 'This address points into a private network, where we do not go.',
  breaker_open: 'It failed several times in a row, so it is left alone for a while.',
  not_configured: 'It can be set up in Settings.',
  key_missing: 'Add its key in Settings, under Keys.',
  key_refused: 'Check the key in Settings, under Keys.',
  quota_used: 'Nothing was asked. It goes on when there are requests again.',
  not_due: 'It was read a short while ago; it has a longer pause than the schedule.',
  browser_missing:
    'It is read in a browser on this computer. Install Chrome or Chromium, or name its program in Settings.',
  drift: 'Open the site and look. If it has postings, an update of the app may be needed.',
  internal: 'Something went wrong on our side. The log has the details.',
}

const REASON_WORDS: Readonly<Record<string, string>> = {
  known: 'unchanged since last time',
  url: 'same address as a known job',
  fingerprint: 'same company, title and place',
  user: 'joined by you',
  fuzzy: 'nearly the same as a known job',
  no_title: 'had no title',
  no_url: 'had no address',
  bad_shape: 'could not be read',
  too_large: 'were too large',
  outside_roles: 'outside your roles',
  outside_countries: 'outside your countries',
  closed: 'closed',
  old: 'too old',
}

/** 'outside your roles' for a counted reason; a reason this version does not know is shown as it is. Pure. */
export function reasonWord(reason: string): string {
  return REASON_WORDS[reason] ?? reason.replaceAll('_', ' ')
}

const FINAL: ReadonlySet<SourceRunState> = new Set(['ok', 'empty', 'blocked', 'error', 'quota', 'skipped', 'cancelled'])

export function isFinished(source: Pick<SourceRun, 'state'>): boolean {
  return FINAL.has(source.state)
}

/** Sources of a run that it would help to try again. Pure. */
export function failedSources(run: Run): readonly SourceRun[] {
  return run.sources.filter(({ state }) => state === 'error' || state === 'blocked' || state === 'quota')
}

/** Sources done, of all. Pure. */
export function runProgress(run: Run): { readonly done: number; readonly all: number } {
  return { done: run.sources.filter(isFinished).length, all: run.sources.length }
}

/** One sentence about a run, for the eye and for a screen reader. Pure. */
export function runSummary(run: Run, locale?: Locale): string {
  const { done, all } = runProgress(run)
  const news = formatQuantity(run.new, ['new job', 'new jobs'], locale)
  const failed = run.sources.filter((source) => source.state === 'error' || source.state === 'blocked')
  const failures = failed.length === 0 ? '' : ` ${named(failed)} failed.`
  const sentences: Readonly<Record<RunState, string>> = {
    queued: 'Starting…',
    running: `Reading ${formatQuantity(all, ['source', 'sources'], locale)}: ${done} done, ${news} so far.`,
    completed: run.new === 0 ? 'All sources read. Nothing new this time.' : `All sources read: ${news}.`,
    partial: `${sentence(news)}, but not every source could be read.${failures}`,
    failed: `No source could be read.${failures}`,
    cancelled: `Cancelled. ${sentence(news)} kept.`,
  }
  return sentences[run.state]
}

const NAMES_MAX = 3

function named(sources: readonly SourceRun[]): string {
  const names = sources.slice(0, NAMES_MAX).map((source) => source.sourceName)
  const more = sources.length - names.length
  return list(more > 0 ? [...names, `${more} more`] : names)
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
}
