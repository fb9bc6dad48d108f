import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'we-work-remotely',
  aliases: ['wwr'],
  name: 'We Work Remotely',
  summary: 'Remote jobs of all trades, the newest hundred of them.',
  coverage: 'Remote, worldwide and by region',
  countries: null,
  homepage: 'https://weworkremotely.com',
  terms: 'Its public feed is free for anyone to use; its owner asks that links lead to We Work Remotely and name it.',
  hosts: { main: 'https://weworkremotely.com' },
  formats: ['xml'],
  reads: null,
  pace: { minGapMs: 2000 },
  quotas: [],
}
