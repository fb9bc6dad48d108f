import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'arbeitnow',
  name: 'Arbeitnow',
  summary: 'An open job board with many English-speaking jobs in Germany.',
  coverage: 'Germany, some of Europe, remote',
  countries: null,
  homepage: 'https://www.arbeitnow.com',
  terms: 'Free to read without a key. Its owner asks for a link back to each posting and for few requests.',
  hosts: { main: 'https://www.arbeitnow.com' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 1000 },
  quotas: [],
}
