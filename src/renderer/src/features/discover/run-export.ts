import type { Run } from '#shared/discovery.ts'
import { saveFile } from '../../ui/save-file.ts'

/** Saves a run as a JSON file, as the app knows it: every source with its counts and what it said. */
export function exportRun(run: Run): void {
  saveFile(exportName(run), new Blob([`${JSON.stringify(run, null, 2)}\n`], { type: 'application/json' }))
}

/** 'run-2026-11-23-1800.json', by the instant in UTC. Pure. */
export function exportName(run: Pick<Run, 'startedAt'>): string {
  const stamp = new Date(run.startedAt).toISOString()
  return `run-${stamp.slice(0, 10)}-${stamp.slice(11, 16).replace(':', '')}.json`
}
