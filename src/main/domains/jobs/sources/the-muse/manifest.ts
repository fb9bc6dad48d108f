import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'the-muse',
  name: 'The Muse',
  summary: 'Jobs with company profiles; mostly the United States, also offices in Europe.',
  coverage: 'Worldwide, large employers in Europe',
  homepage: 'https://www.themuse.com',
  terms: 'Free to read without a key, up to 500 requests an hour. Postings link back to The Muse.',
  baseUrl: 'https://www.themuse.com',
  isOffline: false,
  needsKey: false,
  configuration: null,
  minGapMs: 1000,
  quota: null,
}
