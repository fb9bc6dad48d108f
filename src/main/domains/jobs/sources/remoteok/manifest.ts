import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'remoteok',
  name: 'Remote OK',
  summary: 'A large board of remote jobs, mostly in tech.',
  coverage: 'Remote; worldwide, many in the United States',
  countries: null,
  homepage: 'https://remoteok.com',
  terms:
    'Free to read without a key. Its owner asks that every posting links back to Remote OK with a link that search engines may follow, and names it as the source; else it closes the access.',
  hosts: { main: 'https://remoteok.com' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 2000 },
  quotas: [],
}
