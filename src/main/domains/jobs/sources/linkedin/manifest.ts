import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'linkedin',
  name: 'LinkedIn',
  summary: 'The public job search of LinkedIn, a few pages at a time.',
  coverage: 'Worldwide',
  countries: null,
  homepage: 'https://www.linkedin.com/jobs',
  terms:
    "LinkedIn's user agreement forbids automated access, whatever the tool, and LinkedIn may restrict an account or block an address for it. It is read only when you ask for it, never by the schedule: at most four pages of results and ten postings a run, 40 requests a day, three to seven seconds apart. Only what everybody can see is read; nothing of your account is used. When LinkedIn refuses a plain request, the same public page is opened once in the browser on this computer, without your profile; when it asks for fewer requests or for a sign-in, reading ends.",
  hosts: { main: 'https://www.linkedin.com' },
  formats: ['html'],
  isOptIn: true,
  isManualOnly: true,
  reads: null,
  pace: { minGapMs: 3000, gapSpreadMs: 4000, maxBytes: 3_000_000 },
  quotas: [{ requests: 40, per: 'day' }],
}
