import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'hn-who-is-hiring',
  aliases: ['hn', 'hackernews', 'hacker news', 'who is hiring'],
  name: 'HN Who is hiring',
  summary: "The month's thread on Hacker News in which employers post their openings themselves.",
  coverage: 'Worldwide, many remote; some Europe',
  countries: null,
  homepage: 'https://news.ycombinator.com/submitted?id=whoishiring',
  terms:
    'Read through the public search of Hacker News by Algolia: free, no key, far more requests an hour than the two that a run makes. Postings link to the comment. The thread asks that only people who are interested in a job write to those who posted it.',
  hosts: { main: 'https://hn.algolia.com' },
  formats: ['json'],
  reads: null,
  pace: { minGapMs: 1000 },
  quotas: [],
}
