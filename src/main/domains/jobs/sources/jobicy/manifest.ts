import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'jobicy',
  name: 'Jobicy',
  summary: 'A curated board of remote jobs; asked for those open to people in Europe.',
  coverage: 'Remote; Europe and worldwide',
  countries: null,
  homepage: 'https://jobicy.com',
  terms:
    'Free to read without a key, a few times a day; jobs appear some hours late. Its owner asks that every posting names Jobicy and links to its page there, unchanged, and that none is passed on to other job boards.',
  hosts: { main: 'https://jobicy.com' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 2000, cadenceHours: 6 },
  quotas: [{ requests: 8, per: 'day' }],
}
