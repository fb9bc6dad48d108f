import type { SourceId } from '#shared/ids.ts'
import { arbeitnow } from './arbeitnow/arbeitnow.source.ts'
import type { Source } from './source.ts'

/** Every source there is, in the order in which they are listed. */
export const sources: readonly Source[] = [arbeitnow]

export function findSource(id: SourceId): Source | undefined {
  return sources.find((source) => source.manifest.id === id)
}
