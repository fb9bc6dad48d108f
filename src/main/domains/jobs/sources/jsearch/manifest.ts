import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'jsearch',
  aliases: ['rapidapi'],
  name: 'JSearch',
  summary: 'What Google for Jobs finds on LinkedIn, Indeed, StepStone and employers’ own pages, through RapidAPI.',
  coverage: 'Worldwide; next to nothing in Norway, Denmark and Sweden',
  countries: null,
  homepage: 'https://rapidapi.com/letscrape-6bRBa3QguO5/api/jsearch',
  terms:
    'Needs your own RapidAPI key with a subscription to JSearch; its free plan has 200 requests a month, so each run asks for one or two roles in one country each, in turn.',
  hosts: { main: 'https://jsearch.p.rapidapi.com' },
  formats: ['json'],
  secrets: [
    {
      name: 'RAPIDAPI_KEY',
      label: 'RapidAPI key',
      isRequired: true,
      helpUrl: 'https://rapidapi.com/letscrape-6bRBa3QguO5/api/jsearch/pricing',
    },
  ],
  reads: null,
  // It asks Google while one waits.
  pace: { minGapMs: 1500, timeoutMs: 60_000 },
  quotas: [{ requests: 200, per: 'month' }],
}
