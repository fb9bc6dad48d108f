import type { Run } from '#shared/discovery.ts'

/** What to believe of a run after hearing about it: an answer may arrive after the event that overtook it, and a run that is
 *  over does not begin again. Pure. */
export function laterOf(known: Run | undefined, heard: Run): Run {
  return known && !isActiveRun(known) && isActiveRun(heard) ? known : heard
}

/** The list of runs, newest first, after hearing about one: replaced where it stands, put in front when it is new. Pure. */
export function withRun(runs: readonly Run[], heard: Run): Run[] {
  if (!runs.some((run) => run.id === heard.id)) return [heard, ...runs]
  return runs.map((run) => (run.id === heard.id ? laterOf(run, heard) : run))
}

export function isActiveRun(run: Run): boolean {
  return run.state === 'queued' || run.state === 'running'
}
