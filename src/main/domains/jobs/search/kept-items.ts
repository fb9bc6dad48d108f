import type { JobListItem } from '#shared/jobs.ts'
import { createDataVersion } from '#main/infra/db/data-version.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { readListItems } from './list-items.ts'

/** Some ten pages of the largest size; an item takes about a kilobyte. */
const ITEMS_KEPT = 2_000
const PAGES_KEPT = 128

/** One page of a question: what is on it and how many there are. */
export interface KeptPage {
  readonly total: number
  readonly ids: readonly number[]
}

/** What was read last, as long as neither this nor another process changes anything. Not for a transaction that may be rolled back. */
export interface KeptItems {
  /** Rows of the list in the order of the ids, as `readListItems` gives them. */
  readonly itemsOf: (ids: readonly number[]) => JobListItem[]
  /** The page under a key that says all that it depends on. */
  readonly pageOf: (key: string, find: () => KeptPage) => KeptPage
  readonly forget: () => void
}

export function createKeptItems(db: Database): KeptItems {
  const dataVersion = createDataVersion(db)
  const items = new Map<number, JobListItem>()
  const pages = new Map<string, KeptPage>()
  let keptAt = ''

  function forget(): void {
    items.clear()
    pages.clear()
  }

  function meet(): void {
    const version = dataVersion()
    if (version !== keptAt || items.size > ITEMS_KEPT) forget()
    keptAt = version
  }

  return {
    forget,
    itemsOf: (ids) => {
      meet()
      const unknown = ids.filter((id) => !items.has(id))
      for (const item of readListItems(db, unknown)) items.set(item.id, item)
      return ids.flatMap((id) => items.get(id) ?? [])
    },
    pageOf: (key, find) => {
      meet()
      const before = pages.get(key)
      if (before !== undefined) return before
      const page = find()
      if (pages.size === PAGES_KEPT) pages.clear()
      pages.set(key, page)
      return page
    },
  }
}
