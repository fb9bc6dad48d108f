import type { Run } from '#shared/discovery.ts'

/** The list of runs, newest first, after hearing about one: replaced where it stands, put in front when it is new. Pure. */
export function withRun(runs: readonly Run[], changed: Run): Run[] {
  if (!runs.some((run) => run.id === changed.id)) return [changed, ...runs]
  return runs.map((run) => (run.id === changed.id ? changed : run))
}

export function isActiveRun(run: Run): boolean {
  return run.state === 'queued' || run.state === 'running'
}
