import type { RawPosting } from '../../posting.ts'
import { eachPlaceOnce } from '../parts/place-lines.ts'
import type { ParsedItem } from '../source.ts'

/** The postings of an account, each once: an opening in several places comes as a row for each. The places are gathered in the first
 *  row; an opening that is remote in one of them is remote. Pure. */
export function oncePerPosting(rows: readonly ParsedItem[]): readonly ParsedItem[] {
  const byId = new Map<string, RawPosting>()
  for (const row of rows) {
    if (!row.ok) continue
    const { sourcePostingId } = row.posting
    const earlier = byId.get(sourcePostingId)
    byId.set(sourcePostingId, earlier === undefined ? row.posting : inBothPlaces(earlier, row.posting))
  }
  const taken = new Set<string>()
  return rows.flatMap((row): readonly ParsedItem[] => {
    const gathered = row.ok ? byId.get(row.posting.sourcePostingId) : undefined
    if (gathered === undefined) return [row]
    if (taken.has(gathered.sourcePostingId)) return []
    taken.add(gathered.sourcePostingId)
    return [{ ok: true, posting: gathered }]
  })
}

function inBothPlaces(first: RawPosting, second: RawPosting): RawPosting {
  const isRemote = first.workplace === 'remote' || second.workplace === 'remote'
  return {
    ...first,
    locations: eachPlaceOnce([...first.locations, ...second.locations]),
    workplace: isRemote ? 'remote' : (first.workplace ?? second.workplace),
  }
}
