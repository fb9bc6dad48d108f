import type { Run } from '#shared/discovery.ts'

/** Saves a run as a JSON file, as the app knows it: every source with its counts and what it said. */
export function exportRun(run: Run): void {
  const content = new Blob([`${JSON.stringify(run, null, 2)}\n`], { type: 'application/json' })
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = exportName(run)
  link.click()
  // The download has its own hold on the content by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** 'run-2026-11-23-1800.json', by the instant in UTC. Pure. */
export function exportName(run: Pick<Run, 'startedAt'>): string {
  const stamp = new Date(run.startedAt).toISOString()
  return `run-${stamp.slice(0, 10)}-${stamp.slice(11, 16).replace(':', '')}.json`
}
