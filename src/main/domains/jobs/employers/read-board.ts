import type { BoardKind, BoardRef } from '#shared/employers.ts'
import { HttpProblem } from '../../../infra/http/http.ts'
import { openSession, type SourceAccess } from '../runs/source-access.ts'
import type { Source, SourceAnswer, SourceContext, SourcePage } from '../sources/source.ts'

export interface BoardReading {
  /** Null when there are more than it shows at once. */
  readonly postings: number | null
  /** What the board calls the employer; null when it does not say. */
  readonly name: string | null
}

/** Asks a board once. Null when there is none of this name. Throws HttpProblem when that cannot be told. */
export type ReadBoard = (board: BoardRef, signal: AbortSignal) => Promise<BoardReading | null>

export interface BoardReaderOptions {
  readonly findSource: (kind: BoardKind) => Source | null
  readonly access: SourceAccess
}

/** SmartRecruiters answers for a company that it does not know as for one without postings. */
const EMPTY_SAYS_NOTHING: ReadonlySet<BoardKind> = new Set(['smartrecruiters'])
/** How a system answers for a name that it does not know: a 404, or a page of its own in place of the board's data. */
const NOT_THERE: ReadonlySet<string> = new Set(['not_found', 'redirect', 'unreadable'])

/** Reads boards with the sources' own clients and parsers: one request a board, no details, nothing stored. */
export function createBoardReader({ findSource, access }: BoardReaderOptions): ReadBoard {
  return async (board, signal) => {
    const source = findSource(board.kind)
    if (source === null) throw new HttpProblem('not_found', `There is no source that reads ${board.kind} boards`)
    const { context } = await openSession(source, access, {
      plan: { ...NO_WISHES, employers: [{ ...board, name: board.slug }] },
      validators: { read: () => null, write: () => undefined },
      // As if every posting were stored: then their details are not asked for.
      isStored: () => true,
      signal,
      since: null,
      turn: 0,
      plannedRequests: 1,
    })
    const page = await pageOf(source, oneRequest(context))
    return page === null ? null : readingOf(page, board)
  }
}

async function pageOf(source: Source, context: SourceContext): Promise<SourcePage | null> {
  try {
    return await source.fetchPage(context, null)
  } catch (error) {
    if (error instanceof HttpProblem && NOT_THERE.has(error.code)) return null
    throw error
  }
}

const NO_WISHES = { roles: [], countries: [], feeds: [], pages: [], firecrawlPages: [] }

/** A source that would go on to a system's other host after a refusal gets the same refusal again: each host is a guess of its own. */
function oneRequest(context: SourceContext): SourceContext {
  let answer: Promise<SourceAnswer> | null = null
  return { ...context, get: (request) => (answer ??= context.get({ ...request, isConditional: false, maxRetries: 0 })) }
}

function readingOf(page: SourcePage, board: BoardRef): BoardReading | null {
  const { problem } = page
  if (page.board?.state === 'gone') return null
  if (problem !== null) {
    if (NOT_THERE.has(problem.code)) return null
    throw new HttpProblem('unreadable', problem.message)
  }
  const shown = page.items.length + (page.stored?.length ?? 0)
  const postings = page.nextCursor === null ? (page.board?.postings ?? shown) : null
  if (postings === 0 && EMPTY_SAYS_NOTHING.has(board.kind)) return null
  const companies = page.items.flatMap((item) => (item.ok ? (item.posting.company ?? []) : []))
  return { postings, name: companies.find((company) => company !== board.slug) ?? null }
}
