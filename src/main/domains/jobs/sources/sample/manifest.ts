import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'sample',
  name: 'Sample feed',
  summary: 'Invented postings of invented companies that come with the app, to try everything without the internet.',
  coverage: 'Germany and its neighbours, invented',
  homepage: 'https://example.com',
  terms: 'Part of the app. Nothing is requested from anywhere.',
  baseUrl: null,
  isOffline: true,
  needsKey: false,
  configuration: null,
  minGapMs: 0,
  quota: null,
}
