import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'nav',
  aliases: ['arbeidsplassen', 'pam-stilling-feed'],
  name: 'NAV (Arbeidsplassen)',
  summary: 'Every ad of arbeidsplassen.nav.no, the job board of the Norwegian Labour and Welfare Administration.',
  coverage: 'Norway',
  countries: ['NO'],
  homepage: 'https://arbeidsplassen.nav.no',
  terms:
    'Source: NAV, arbeidsplassen.nav.no. Free to use under its terms for the feed of ads (arbeidsplassen.nav.no/vilkar-api): ads that are no longer active are to be taken away and changed ones updated. Read with the public token that NAV gives to everybody for trying it out; it changes from time to time.',
  hosts: { main: 'https://pam-stilling-feed.nav.no' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 300 },
  // Our own limit; NAV names none.
  quotas: [{ requests: 1600, per: 'day' }],
}
