import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'arbeitnow',
  name: 'Arbeitnow',
  summary: 'An open job board with many English-speaking jobs in Germany.',
  coverage: 'Germany, some of Europe, remote',
  homepage: 'https://www.arbeitnow.com',
  terms: 'Free to read without a key. Its owner asks for a link back to each posting and for few requests.',
  baseUrl: 'https://www.arbeitnow.com',
  isOffline: false,
  needsKey: false,
  configuration: null,
  minGapMs: 1000,
  quota: null,
}
