import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'bundesagentur',
  aliases: ['arbeitsagentur', 'ba-jobsuche'],
  name: 'Bundesagentur für Arbeit',
  summary: 'The job search of the German Federal Employment Agency.',
  coverage: 'Germany, a few jobs abroad',
  countries: ['DE'],
  homepage: 'https://www.arbeitsagentur.de/jobsuche',
  terms:
    'Source: Jobsuche of the Bundesagentur für Arbeit. It is the search behind its pages, with the public client id of its app: there is no interface that is announced for others, and its terms object to automatic collection in bulk. So it is read slowly, only for your roles, and each posting once. Postings link to the agency or to where it found them.',
  hosts: { main: 'https://rest.arbeitsagentur.de/jobboerse/jobsuche-service' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 600 },
  // Our own limit; the agency names none.
  quotas: [{ requests: 1000, per: 'day' }],
}
