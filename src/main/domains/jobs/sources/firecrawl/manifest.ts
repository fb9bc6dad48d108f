import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'firecrawl',
  name: 'Firecrawl',
  summary:
    'Careers pages without a board of a known kind, read by Firecrawl and its model; only what the page really shows is taken.',
  coverage: 'The careers pages you list',
  countries: null,
  homepage: 'https://www.firecrawl.dev',
  terms:
    'Needs your own key. A careers page costs five credits; the free plan has 1,000 a month, that is 200 pages, and ten requests a minute. The address of each page is sent to Firecrawl.',
  hosts: { main: 'https://api.firecrawl.dev' },
  formats: ['json'],
  secrets: [
    {
      name: 'FIRECRAWL_API_KEY',
      label: 'Firecrawl API key',
      isRequired: true,
      helpUrl: 'https://www.firecrawl.dev/app/api-keys',
    },
  ],
  reads: 'firecrawlPages',
  // A page is opened in a browser there and then read by a model.
  pace: { minGapMs: 6000, timeoutMs: 90_000, cadenceHours: 24 },
  quotas: [
    { requests: 10, per: 'minute' },
    { requests: 200, per: 'month' },
  ],
}
