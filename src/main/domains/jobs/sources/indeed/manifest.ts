import type { SourceManifest } from '../source.ts'
import { COUNTRIES, HOSTS } from './sites.ts'

export const manifest: SourceManifest = {
  id: 'indeed',
  name: 'Indeed',
  summary: 'The newest results of Indeed in your countries, read in the browser on this computer.',
  coverage: 'DE, NL, FR, SE, IE, ES, PL, BE, AT, DK, FI, PT, CZ, IT, CH, NO, the UK and the US',
  countries: COUNTRIES,
  homepage: 'https://www.indeed.com',
  terms:
    "Indeed's terms forbid automated access to its sites, and it often answers with a check of the visitor; reading ends there. It is read only when you ask for it, never by the schedule: at most four pages of results and six postings a run, 20 a day, in a browser on this computer that has none of your profile and no account. Most postings come with the beginning of their text only. No key of Indeed's own apps is used.",
  hosts: HOSTS,
  formats: ['html', 'json'],
  isOptIn: true,
  isManualOnly: true,
  reads: null,
  pace: { minGapMs: 4000, gapSpreadMs: 4000 },
  quotas: [{ requests: 20, per: 'day' }],
}
