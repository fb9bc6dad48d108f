import type { SourceId } from '#shared/ids.ts'
import { arbeitnow } from './arbeitnow/arbeitnow.source.ts'
import { greenhouse } from './greenhouse/greenhouse.source.ts'
import { rss } from './rss/rss.source.ts'
import { sample } from './sample/sample.source.ts'
import type { Source } from './source.ts'
import { theMuse } from './the-muse/the-muse.source.ts'

/** Every source there is, in the order in which they are listed. */
export const sources: readonly Source[] = [arbeitnow, theMuse, greenhouse, rss, sample]

export function findSource(id: SourceId): Source | undefined {
  return sources.find((source) => source.manifest.id === id)
}
