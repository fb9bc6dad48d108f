import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'recruitee',
  aliases: ['tellent'],
  name: 'Recruitee',
  summary: 'The boards of the employers that you watch, straight from the employer.',
  coverage: 'The employers you watch, many of them in the Netherlands and Germany',
  countries: null,
  homepage: 'https://recruitee.com',
  terms:
    'An interface that Recruitee documents for careers sites, without a key. Only the boards on your list are asked.',
  hosts: { main: 'https://{slug}.recruitee.com' },
  formats: ['json'],
  reads: 'employers',
  pace: { minGapMs: 500 },
  quotas: [],
}
