import type { JobListItem } from '#shared/jobs.ts'
import type { SavedSearch } from '#shared/searches.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface SearchesFlags extends GlobalFlags {
  readonly json?: boolean
}

export function listSearchesCommand(flags: SearchesFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const searches = await core.client.searches.list()
    if (flags.json === true) {
      printJson(searches)
      return EXIT.ok
    }
    if (searches.length > 0) printTable([['number', 'new', 'jobs', 'alert', 'looked at', 'name'], ...searches.map(row)])
    printLine(searches.length === 0 ? 'No search is saved.' : `\n${searches.length} saved.`)
    return EXIT.ok
  })
}

/** Prints what is new since the last look, the newest first, of one search or of all that have something new. */
export function newInSearchesCommand(
  id: number | null,
  flags: SearchesFlags & { limit: number; look?: boolean },
): Promise<number> {
  return withCore(flags, async (core) => {
    const all = await core.client.searches.list()
    const asked = all.filter((search) => (id === null ? search.fresh > 0 : search.id === id))
    if (id !== null && asked.length === 0) throw new CliFailure(`There is no search called "${id}".`, EXIT.usage)
    const found: { search: SavedSearch; total: number; jobs: JobListItem[] }[] = []
    for (const search of asked) {
      const { filter, lookedAt: since } = search
      const news = await core.client.searches.newSince({ filter, since, limit: flags.limit })
      found.push({ search, ...news })
      if (flags.look === true) await core.client.searches.look({ id: search.id })
    }
    if (flags.json === true) printJson(found)
    else for (const news of found) printNews(news)
    if (flags.json !== true && found.length === 0) printLine('Nothing new.')
    return EXIT.ok
  })
}

function printNews({
  search,
  total,
  jobs,
}: {
  search: SavedSearch
  total: number
  jobs: readonly JobListItem[]
}): void {
  printLine(`${search.name}: ${total} new since ${isoMinute(search.lookedAt)}`)
  printTable(jobs.map((job) => ['', isoMinute(job.firstSeenAt), job.title, job.company]))
}

function row({ id, name, fresh, total, alert, lookedAt, misfits }: SavedSearch): string[] {
  const rule = alert === null ? 'off' : `from ${alert.least}`
  const isWhole = misfits.length === 0 ? '' : ` (left out: ${misfits.join(', ')})`
  return [String(id), String(fresh), String(total), rule, isoMinute(lookedAt), `${name}${isWhole}`]
}

function isoMinute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`
}
