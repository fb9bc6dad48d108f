import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'lever',
  name: 'Lever',
  summary: 'The boards of the employers that you watch, straight from the employer.',
  coverage: 'The employers you watch',
  countries: null,
  homepage: 'https://www.lever.co',
  terms:
    'Published by the employers for reading; no key. Only the boards on your list are asked, two requests a second at most.',
  hosts: { main: 'https://api.lever.co', eu: 'https://api.eu.lever.co' },
  formats: ['json'],
  reads: 'employers',
  // A board is one answer without pages, every text in it twice: the largest come near 30 MB.
  pace: { minGapMs: 500, maxBytes: 40_000_000 },
  quotas: [],
}
