import type { SourceManifest } from '../source.ts'

const helpUrl = 'https://francetravail.io/data/api/offres-emploi'

export const manifest: SourceManifest = {
  id: 'france-travail',
  aliases: ['pole-emploi', 'offres-emploi'],
  name: 'France Travail',
  summary: 'The job ads of the French public employment service and its partners.',
  coverage: 'France',
  countries: ['FR'],
  homepage: 'https://www.francetravail.fr',
  terms:
    'Source: France Travail, API Offres d’emploi. Free with your own application at francetravail.io that has subscribed to "Offres d’emploi v2"; ten requests a second. Its licence asks that the source and the date of the last reading are named, that ads are brought up to date at least once a day, and that candidates never pay for them.',
  hosts: { main: 'https://api.francetravail.io', auth: 'https://entreprise.francetravail.fr' },
  formats: ['json'],
  secrets: [
    { name: 'FRANCE_TRAVAIL_CLIENT_ID', label: 'France Travail client id', isRequired: true, helpUrl },
    { name: 'FRANCE_TRAVAIL_CLIENT_SECRET', label: 'France Travail client secret', isRequired: true, helpUrl },
  ],
  reads: null,
  pace: { minGapMs: 400 },
  quotas: [],
}
