import { createDataVersion } from './data-version.ts'
import type { Database } from './driver.ts'

/** During a run the data changes ten times a second: no more than this share of the time goes into counting it again. */
const SHARE_OF_TIME = 0.05

/** Something that is counted from the data and takes a while: kept until the data changes, and then for some moments more. Whoever asks
 *  while it is being counted waits for that count. */
export function createCounted<T>(database: Database, count: () => Promise<T>): () => Promise<T> {
  const versionOfData = createDataVersion(database)
  let kept: { readonly version: string; readonly counted: T; readonly freshUntilMs: number } | null = null
  let counting: Promise<T> | null = null

  async function countAgain(version: string): Promise<T> {
    const startedMs = performance.now()
    const counted = await count()
    const endedMs = performance.now()
    kept = { version, counted, freshUntilMs: endedMs + (endedMs - startedMs) / SHARE_OF_TIME }
    return counted
  }

  return () => {
    const version = versionOfData()
    const isGood = kept !== null && (kept.version === version || performance.now() < kept.freshUntilMs)
    if (kept !== null && isGood) return Promise.resolve(kept.counted)
    counting ??= countAgain(version).finally(() => {
      counting = null
    })
    return counting
  }
}
