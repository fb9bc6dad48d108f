import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'greenhouse',
  name: 'Greenhouse',
  summary: 'The boards of the employers that you watch, straight from the employer.',
  coverage: 'The employers you watch',
  countries: null,
  homepage: 'https://www.greenhouse.com',
  terms: 'Published by the employers for reading; no key. Only the boards on your list are asked.',
  hosts: { main: 'https://boards-api.greenhouse.io' },
  formats: ['json'],
  reads: 'employers',
  pace: { minGapMs: 250 },
  quotas: [],
}
