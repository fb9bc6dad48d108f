import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'json-ld',
  aliases: ['schema-org', 'jobposting', 'pages'],
  name: 'Job pages (schema.org)',
  summary:
    'Single postings and careers pages whose address you have, read from the schema.org data that they carry for search engines.',
  coverage: 'The pages you add',
  countries: null,
  homepage: 'https://schema.org/JobPosting',
  terms:
    'Published by employers for search engines to read; each site has its own terms. Only the pages that you list are asked, and of a list of openings up to 25 new ones a run.',
  hosts: null,
  formats: ['html'],
  reads: 'pages',
  pace: { minGapMs: 1000, maxBytes: 5_000_000 },
  quotas: [],
}
