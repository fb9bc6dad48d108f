import type { SourceManifest } from '../source.ts'

export const manifest: SourceManifest = {
  id: 'greenhouse',
  name: 'Greenhouse boards',
  summary: 'The job boards of employers that you name, straight from the employer.',
  coverage: 'The employers you add',
  homepage: 'https://www.greenhouse.com',
  terms: 'Published by the employers for reading; no key. Only the boards that you list are asked.',
  baseUrl: 'https://boards-api.greenhouse.io',
  isOffline: false,
  needsKey: false,
  configuration: 'greenhouseBoards',
  minGapMs: 250,
  quota: null,
}
