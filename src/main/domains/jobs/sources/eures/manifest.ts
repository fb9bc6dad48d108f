import type { SourceManifest } from '../source.ts'

/** The member states, Iceland, Liechtenstein, Norway and Switzerland; not the United Kingdom. */
const COUNTRIES = 'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
  ' ',
)

export const manifest: SourceManifest = {
  id: 'eures',
  name: 'EURES',
  summary: 'Vacancies of the public employment services of 31 European countries.',
  coverage: 'EU, Iceland, Liechtenstein, Norway, Switzerland; not the United Kingdom',
  countries: COUNTRIES,
  homepage: 'https://europa.eu/eures',
  terms:
    'Source: EURES, European Labour Authority. The search behind its portal, without a key and not announced to others: the portal keeps bulk extraction to its partners, so a run asks six times at most, ten seconds apart as europa.eu wishes. Postings link back to EURES. Only the country is known, not the city.',
  hosts: { main: 'https://europa.eu/eures/api/jv-searchengine/public' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 10_000 },
  quotas: [{ requests: 24, per: 'day' }],
}
