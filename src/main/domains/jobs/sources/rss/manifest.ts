import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'rss',
  aliases: ['atom', 'feed', 'feeds'],
  name: 'RSS and Atom feeds',
  summary: 'Any job feed whose address you have: a board, an employer, a saved search.',
  coverage: 'The feeds you add',
  countries: null,
  homepage: 'https://www.rssboard.org/rss-specification',
  terms: 'Feeds are published to be read by programs; each has its own terms. Only the feeds that you list are asked.',
  hosts: null,
  formats: ['xml'],
  reads: 'feeds',
  pace: { minGapMs: 1000 },
  quotas: [],
}
