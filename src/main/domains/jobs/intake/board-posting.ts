import { HttpProblem } from '../../../infra/http/http.ts'
import type { JobAddress } from '../employers/recognise-address.ts'
import type { RawPosting } from '../posting.ts'
import { openSession, situationOf, type SourceAccess } from '../runs/source-access.ts'
import type { Source } from '../sources/source.ts'

export type BoardPosting = (address: JobAddress) => Promise<RawPosting | null>

const TIME_MS = 40_000
/** A board of more pages than this is not searched for one posting. */
const PAGES_MAX = 5

/** Reads a board through its own source until the posting is found. Null when it is not there; throws HttpProblem. */
export function createBoardPosting(deps: {
  readonly access: SourceAccess
  readonly findSource: (id: string) => Source | null
}): BoardPosting {
  return async ({ board, postingId }) => {
    const source = deps.findSource(board.kind)
    if (source === null) return null
    const { plan } = situationOf(source, deps.access)
    const employers = [{ ...board, name: board.slug }]
    const session = await openSession(source, deps.access, {
      // Somebody asked for this one: it need not fit what is wished for.
      plan: { ...plan, roles: [], countries: [], employers },
      validators: { read: () => null, write: () => undefined },
      isStored: (id) => !isThat(id, postingId),
      signal: AbortSignal.timeout(TIME_MS),
      since: null,
      turn: 0,
      plannedRequests: null,
    })
    let cursor: string | null = null
    for (let pages = 0; pages < PAGES_MAX; pages += 1) {
      const page = await source.fetchPage(session.context, cursor)
      if (page.problem !== null) throw new HttpProblem('not_found', page.problem.message)
      const found = page.items.find((item) => item.ok && isThat(item.posting.sourcePostingId, postingId))
      if (found?.ok === true) return found.posting
      cursor = page.nextCursor
      if (cursor === null) return null
    }
    return null
  }
}

/** A source's id of a posting may have the board in front of the system's own. */
function isThat(sourcePostingId: string, postingId: string): boolean {
  return sourcePostingId === postingId || sourcePostingId.endsWith(`/${postingId}`)
}
