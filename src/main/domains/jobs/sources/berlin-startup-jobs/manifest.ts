import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'berlin-startup-jobs',
  aliases: ['bsj'],
  name: 'Berlin Startup Jobs',
  summary: 'The newest dozen jobs at startups in Berlin.',
  coverage: 'Berlin',
  countries: ['DE'],
  homepage: 'https://berlinstartupjobs.com',
  terms:
    'A public feed of the newest jobs, read once a run; its owner may refuse programs. The feed names no place: "Berlin, Germany" is put there because the board describes itself as one of jobs in Berlin.',
  hosts: { main: 'https://berlinstartupjobs.com' },
  formats: ['xml'],
  reads: null,
  pace: { minGapMs: 2000 },
  quotas: [],
}
