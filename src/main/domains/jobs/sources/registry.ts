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

/** A source by its id, name or alias, however it is spelt ("HN", "the muse", "theMuse"); for people who type. */
export function findSourceNamed(typed: string): Source | undefined {
  const wanted = lettersOf(typed)
  return sources.find(({ manifest }) =>
    [manifest.id, manifest.name, ...(manifest.aliases ?? [])].some((name) => lettersOf(name) === wanted),
  )
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
