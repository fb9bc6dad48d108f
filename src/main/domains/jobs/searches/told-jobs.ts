import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../../../infra/db/driver.ts'
import type { SearchesRepo } from './searches.repo.ts'

/** Rows that are read or written in one turn of the event loop. */
const AT_ONCE = 2_000

/** The jobs that the alert of a search has told of; hands the event loop on between pieces. */
export async function readTold(repo: SearchesRepo, searchId: number): Promise<ReadonlySet<number>> {
  const told = new Set<number>()
  for (let jobId = 0; ;) {
    const page = repo.toldAfter(searchId, { jobId, limit: AT_ONCE })
    for (const id of page) told.add(id)
    if (page.length < AT_ONCE) return told
    jobId = page.at(-1) ?? jobId
    await nextTurn()
  }
}

/** Notes what is told, each piece in a transaction of its own, and hands the event loop on between them. Ends early once `isMeant`,
 *  which is asked within each of them, says no. Returns whether anything was noted. */
export async function writeTold(
  { database, repo }: { readonly database: Database; readonly repo: SearchesRepo },
  news: {
    readonly searchId: number
    readonly jobIds: readonly number[]
    readonly toldAt: number
    readonly isMeant: () => boolean
  },
): Promise<boolean> {
  const { searchId, jobIds, toldAt, isMeant } = news
  for (let start = 0; start < jobIds.length; start += AT_ONCE) {
    const isNoted = database.write(() => {
      if (!isMeant()) return false
      repo.tell({ searchId, toldAt, jobIds: jobIds.slice(start, start + AT_ONCE) })
      return true
    })
    if (!isNoted) return start > 0
    await nextTurn()
  }
  return jobIds.length > 0
}
