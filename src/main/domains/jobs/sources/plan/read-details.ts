import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'
import { over, rejected } from '../parts/item.ts'
import type { ParsedItem, SourceContext } from '../source.ts'

/** Postings that one page of a run reads one by one, so that it shows how it goes on. */
export const DETAILS_PER_PAGE = 25
/** A host that has none of so many postings of its own list refuses all of them. */
const ALL_GONE_MIN = 5

export interface DetailWork<Entry> {
  readonly wanted: readonly Entry[]
  readonly idOf: (entry: Entry) => string
  readonly read: (entry: Entry) => Promise<ParsedItem>
  /** What the host answers for a posting that it no longer has. */
  readonly gone: readonly HttpProblemCode[]
}

/** The postings behind the entries of a list, one after the other, as far as the requests of the run go; `left` are those that were
 *  not begun. A posting that is gone or cannot be read is rejected and the next one is read. Throws HttpProblem for what is wrong
 *  with the host, also when it says of every posting that it is gone, and 'quota_used' when there is no request left to begin with. */
export async function readDetails<Entry>(
  context: SourceContext,
  work: DetailWork<Entry>,
): Promise<{ readonly items: readonly ParsedItem[]; readonly left: readonly Entry[] }> {
  const items: ParsedItem[] = []
  const gone: HttpProblem[] = []
  for (const [index, entry] of work.wanted.entries()) {
    if (index > 0 && context.requestsLeft() < 1) return { items, left: work.wanted.slice(index) }
    try {
      items.push(await work.read(entry))
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      items.push(rejectionOf(error, { id: work.idOf(entry), gone: work.gone }))
      if (work.gone.includes(error.code)) gone.push(error)
    }
  }
  const [first] = gone
  if (first !== undefined && gone.length >= ALL_GONE_MIN && gone.length === items.length) throw first
  return { items, left: [] }
}

function rejectionOf(problem: HttpProblem, at: { id: string; gone: readonly HttpProblemCode[] }): ParsedItem {
  if (at.gone.includes(problem.code)) return over(at.id, `${at.id} is no longer there: ${problem.message}`)
  if (problem.code === 'unreadable') return rejected('bad_shape', `${at.id}: ${problem.message}`)
  if (problem.code === 'too_large') return rejected('too_large', `${at.id}: ${problem.message}`)
  throw problem
}
