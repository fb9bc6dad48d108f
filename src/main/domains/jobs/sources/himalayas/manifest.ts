import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'himalayas',
  name: 'Himalayas',
  summary: 'A very large board of remote jobs; the newest are read.',
  coverage: 'Remote; worldwide',
  countries: null,
  homepage: 'https://himalayas.app',
  terms:
    'Free to read without a key, twenty jobs a request. Its owner asks that every posting links back to Himalayas and names it as the source, and that none is passed on to other job boards.',
  hosts: { main: 'https://himalayas.app' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 1000 },
  quotas: [],
}
