import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'remotive',
  name: 'Remotive',
  summary: 'A small, hand-picked board of remote jobs.',
  coverage: 'Remote; worldwide, many in Europe',
  countries: null,
  homepage: 'https://remotive.com',
  terms:
    'Free to read without a key, at most four times a day; jobs appear a day late. Its owner asks that every posting links back to Remotive and names it as the source, that nobody has to sign up to see one, and that none is passed on to other job boards.',
  hosts: { main: 'https://remotive.com' },
  formats: ['json'],
  reads: null,
  // Its owner blocks whoever asks more than twice a minute.
  pace: { minGapMs: 30_000, cadenceHours: 6 },
  quotas: [{ requests: 4, per: 'day' }],
}
