import type { Database } from './driver.ts'

/** Tells one state of the data from another: what it returns changes with every commit of this process or another one, and with every write
 *  of a transaction that is open. Takes some microseconds. */
export function createDataVersion({ raw }: Database): () => string {
  const ofOthers = raw.prepare<[], number>('pragma data_version').pluck()
  const own = raw.prepare<[], number>('select total_changes()').pluck()
  return () => `${ofOthers.get()}/${own.get()}`
}
