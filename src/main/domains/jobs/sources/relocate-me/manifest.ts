import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'relocate-me',
  aliases: ['relocateme'],
  name: 'Relocate.me',
  summary: 'A small board of tech jobs abroad with help to move.',
  coverage: 'Worldwide, a few dozen postings; few in Germany',
  countries: null,
  homepage: 'https://relocate.me',
  terms:
    'It has no API: its sitemap says which postings there are, and each new one is read from its public page, once. Few requests; postings link back to Relocate.me.',
  hosts: { main: 'https://relocate.me' },
  formats: ['html', 'xml'],
  reads: null,
  pace: { minGapMs: 2000, maxBytes: 5_000_000, cadenceHours: 12 },
  quotas: [],
}
