import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'sample',
  name: 'Sample feed',
  summary: 'Invented postings of invented companies that come with the app, to try everything without the internet.',
  coverage: 'Germany and its neighbours, invented',
  countries: null,
  homepage: 'https://example.com',
  terms: 'Part of the app. Nothing is requested from anywhere.',
  hosts: null,
  formats: ['json'],
  isOffline: true,
  reads: null,
  pace: { minGapMs: 0 },
  quotas: [],
}
