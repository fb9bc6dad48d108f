import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'the-muse',
  aliases: ['muse'],
  name: 'The Muse',
  summary: 'Jobs with company profiles; mostly the United States, also offices in Europe.',
  coverage: 'Worldwide, large employers in Europe',
  countries: null,
  homepage: 'https://www.themuse.com',
  terms: 'Free to read without a key, up to 500 requests an hour; 3,600 with one. Postings link back to The Muse.',
  hosts: { main: 'https://www.themuse.com' },
  formats: ['json'],
  secrets: [
    {
      name: 'THE_MUSE_API_KEY',
      label: 'The Muse API key',
      isRequired: false,
      helpUrl: 'https://www.themuse.com/developers/api/v2',
    },
  ],
  reads: null,
  pace: { minGapMs: 1000 },
  quotas: [{ requests: 500, per: 'hour' }],
}
