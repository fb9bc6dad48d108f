import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'ashby',
  aliases: ['ashbyhq'],
  name: 'Ashby',
  summary: 'The boards of the employers that you watch, straight from the employer.',
  coverage: 'The employers you watch',
  countries: null,
  homepage: 'https://www.ashbyhq.com',
  terms:
    'Published by the employers for reading; no key. Only the boards on your list are asked. Its answers take their time.',
  hosts: { main: 'https://api.ashbyhq.com' },
  formats: ['json'],
  reads: 'employers',
  // A board is one answer without pages that is put together while one waits: ten seconds are usual, 14 MB were seen.
  pace: { minGapMs: 500, timeoutMs: 60_000, maxBytes: 40_000_000 },
  quotas: [],
}
