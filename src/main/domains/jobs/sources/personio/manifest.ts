import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'personio',
  name: 'Personio',
  summary: 'The boards of the employers that you watch, straight from the employer.',
  coverage: 'The employers you watch, most of them in Germany and around it',
  countries: null,
  homepage: 'https://www.personio.com',
  terms:
    'A feed that Personio publishes for each employer, without a key, to be shown elsewhere. Only the boards on your list are asked.',
  hosts: { main: 'https://{slug}.jobs.personio.de', com: 'https://{slug}.jobs.personio.com' },
  formats: ['xml'],
  reads: 'employers',
  pace: { minGapMs: 500 },
  quotas: [],
}
