import type { SourceManifest } from '../source.ts'
import { COUNTRIES } from './endpoints.ts'

const helpUrl = 'https://developer.adzuna.com/signup'

export const manifest: SourceManifest = {
  id: 'adzuna',
  name: 'Adzuna',
  summary:
    'A search engine over many job boards and employers in 19 countries; descriptions are the beginning of the text.',
  coverage:
    'DE, NL, FR, ES, PL, BE, AT, IT, CH, the UK and nine countries overseas; none of SE, IE, PT, DK, NO, FI, CZ',
  countries: COUNTRIES,
  homepage: 'https://www.adzuna.com',
  terms:
    'Free with your own key: 25 requests a minute, 250 a day, 1,000 a week, 2,500 a month. Its owner asks for the credit "Jobs by Adzuna" with a link. Pay that Adzuna predicts is shown as predicted only.',
  hosts: { main: 'https://api.adzuna.com' },
  formats: ['json'],
  secrets: [
    { name: 'ADZUNA_APP_ID', label: 'Adzuna application id', isRequired: true, helpUrl },
    { name: 'ADZUNA_APP_KEY', label: 'Adzuna application key', isRequired: true, helpUrl },
  ],
  reads: null,
  // 25 a minute.
  pace: { minGapMs: 2500 },
  quotas: [
    { requests: 25, per: 'minute' },
    { requests: 250, per: 'day' },
    { requests: 1000, per: 'week' },
    { requests: 2500, per: 'month' },
  ],
}
