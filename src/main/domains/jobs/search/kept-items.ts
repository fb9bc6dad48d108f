import type { JobListItem } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { readListItems } from './list-items.ts'

/** Some ten pages of the largest size; an item takes about a kilobyte. */
const ITEMS_KEPT = 2_000

export interface KeptItems {
  readonly itemsOf: (ids: readonly number[]) => JobListItem[]
  readonly forget: () => void
}

/** Rows of the list in the order of the ids, as `readListItems` gives them: read once, as long as neither this nor another process
 *  changes anything. Not for a transaction that may be rolled back. */
export function createKeptItems(db: Database): KeptItems {
  const ownChanges = db.raw.prepare<[], number>('select total_changes()').pluck()
  const kept = new Map<number, JobListItem>()
  let keptAt = ''
  return {
    forget: () => {
      kept.clear()
    },
    itemsOf: (ids) => {
      const version = `${String(db.raw.pragma('data_version', { simple: true }))}/${ownChanges.get()}`
      if (version !== keptAt || kept.size > ITEMS_KEPT) kept.clear()
      keptAt = version
      const unknown = ids.filter((id) => !kept.has(id))
      for (const item of readListItems(db, unknown)) kept.set(item.id, item)
      return ids.flatMap((id) => kept.get(id) ?? [])
    },
  }
}
