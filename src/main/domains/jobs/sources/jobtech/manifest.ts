import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'jobtech',
  aliases: ['arbetsformedlingen', 'platsbanken', 'jobsearch-se'],
  name: 'JobTech (Platsbanken)',
  summary: 'Every ad of Platsbanken, the job board of the Swedish Public Employment Service.',
  coverage: 'Sweden',
  countries: ['SE'],
  homepage: 'https://jobtechdev.se',
  terms:
    'Source: Arbetsförmedlingen, JobTech Development. Open data under CC0, without a key or a stated limit; who wants all ads is asked to take its stream instead of searching for them, so a run asks only for your roles and for what is new.',
  hosts: { main: 'https://jobsearch.api.jobtechdev.se' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 500 },
  quotas: [],
}
