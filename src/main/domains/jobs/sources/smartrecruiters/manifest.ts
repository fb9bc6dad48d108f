import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'smartrecruiters',
  name: 'SmartRecruiters',
  summary:
    'The boards of the employers that you watch, straight from the employer: the postings for your roles and countries.',
  coverage: 'The employers you watch',
  countries: null,
  homepage: 'https://www.smartrecruiters.com',
  terms:
    'Published by the employers for reading; no key. Only the boards on your list are asked, and a posting’s page only once.',
  hosts: { main: 'https://api.smartrecruiters.com' },
  formats: ['json'],
  reads: 'employers',
  pace: { minGapMs: 250 },
  quotas: [],
}
