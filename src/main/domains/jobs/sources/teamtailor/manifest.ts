import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'teamtailor',
  name: 'Teamtailor',
  summary: 'The boards of the employers that you watch, straight from the employer.',
  coverage: 'The employers you watch, many of them in Sweden and the rest of Europe',
  countries: null,
  homepage: 'https://www.teamtailor.com',
  terms: 'A feed that every Teamtailor career site publishes, without a key. Only the boards on your list are asked.',
  hosts: { main: 'https://{slug}.teamtailor.com' },
  formats: ['xml'],
  reads: 'employers',
  pace: { minGapMs: 500 },
  quotas: [],
}
