import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'workable',
  name: 'Workable',
  summary: 'The boards of the employers that you watch, straight from the employer.',
  coverage: 'The employers you watch',
  countries: null,
  homepage: 'https://www.workable.com',
  terms:
    'Published by the employers for reading; no key. Only the boards on your list are asked, slowly and one after the other: its guard against robots refuses who hurries.',
  hosts: { main: 'https://apply.workable.com' },
  formats: ['json'],
  reads: 'employers',
  pace: { minGapMs: 2000, maxBytes: 40_000_000 },
  quotas: [],
}
