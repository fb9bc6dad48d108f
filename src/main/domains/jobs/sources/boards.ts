import { setImmediate as nextTurn } from 'node:timers/promises'
import { HttpProblem } from '#main/infra/http/http.ts'
import { problemOf } from './plan/part-problem.ts'
import { withinPlan } from './plan/plan-filter.ts'
import type { ParsedItem, Source, SourceContext, SourceManifest, SourcePage, WatchedBoard } from './source.ts'

/** One page of an employer's board. */
export interface BoardPage {
  readonly items: readonly ParsedItem[]
  /** Ids of postings that are stored and were not read again. */
  readonly stored?: readonly string[]
  /** Where the board goes on, in the source's own words without a blank; null after its last page. */
  readonly next: string | null
  /** The server says that nothing changed since the board was stored. */
  readonly isUnchanged?: boolean
  /** How many postings the board says it has. */
  readonly total?: number | null
}

export interface BoardRequest {
  readonly board: WatchedBoard
  /** Null for the board's first page. */
  readonly cursor: string | null
}

export interface BoardSourceOptions {
  readonly manifest: SourceManifest
  readonly parse: Source['parse']
  readonly readPage: (context: SourceContext, request: BoardRequest) => Promise<BoardPage>
}

/** What is wrong with one board and says nothing about the next one on the same host. */
const OF_ONE_BOARD = ['unreadable', 'too_large', 'unauthorised', 'redirect', 'timeout', 'server_error'] as const
/** What is moreover the board's own matter when each board has a host to itself. */
const OF_ONE_HOST = [
  ...OF_ONE_BOARD,
  'network',
  'rate_limited',
  'challenge',
  'breaker_open',
  'address_refused',
] as const

/** Postings held against the plan at a time: a large board takes a tenth of a second, and other work waits meanwhile. */
const JUDGED_AT_ONCE = 40

/** A source made of employers' boards, read one after the other. A board has openings of every trade in every country: those outside
 *  the plan are left out, unless they are stored already. What is no longer on a board is closed. A board that is gone or broken is
 *  told; the others are read. */
export function boardSource(options: BoardSourceOptions): Source {
  const { manifest } = options
  const hasOwnHosts = isHostPerBoard(manifest)
  return {
    manifest,
    parse: options.parse,
    fetchPage: async (context, cursor) => {
      const at = boardAt(context.plan.employers, cursor)
      if (at === null) return { items: [], nextCursor: null, problem: null }
      const { board, inner, following } = at
      const nextBoard = following === null ? null : following.slug
      try {
        const page = await options.readPage(context, { board, cursor: inner })
        return pageOfBoard({ ...page, items: await wantedOf(page.items, context) }, { board, nextBoard })
      } catch (error) {
        return { items: [], nextCursor: nextBoard, ...failureOf(error, { board, manifest, hasOwnHosts }) }
      }
    },
  }
}

/** What is stored and still stands on its board stays up to date, whatever is wished for by now. */
async function wantedOf(items: readonly ParsedItem[], { plan, isStored }: SourceContext): Promise<ParsedItem[]> {
  const judged: ParsedItem[] = []
  for (let start = 0; start < items.length; start += JUDGED_AT_ONCE) {
    await nextTurn()
    const part = items.slice(start, start + JUDGED_AT_ONCE)
    for (const [index, outcome] of withinPlan(part, plan).entries()) {
      const own = part[index]
      const isKept = !outcome.ok && own?.ok === true && isStored(own.posting.sourcePostingId)
      judged.push(isKept ? own : outcome)
    }
  }
  return judged
}

function pageOfBoard(page: BoardPage, at: { board: WatchedBoard; nextBoard: string | null }): SourcePage {
  const { slug } = at.board
  const isUnchanged = page.isUnchanged === true
  const postings = page.total ?? page.items.length + (page.stored?.length ?? 0)
  return {
    items: page.items,
    stored: page.stored ?? [],
    nextCursor: page.next === null ? at.nextBoard : `${slug} ${page.next}`,
    fullList: { scope: slug, isComplete: page.next === null, isUnchanged },
    problem: null,
    ...(page.next === null ? { board: { slug, ...stateOf(isUnchanged, postings) } } : {}),
  }
}

function stateOf(isUnchanged: boolean, postings: number): Pick<NonNullable<SourcePage['board']>, 'state' | 'postings'> {
  if (isUnchanged) return { state: 'same', postings: null }
  return { state: postings > 0 ? 'ok' : 'empty', postings }
}

function failureOf(
  error: unknown,
  at: { board: WatchedBoard; manifest: SourceManifest; hasOwnHosts: boolean },
): Pick<SourcePage, 'problem' | 'board'> {
  const { board, manifest, hasOwnHosts } = at
  if (error instanceof HttpProblem && error.code === 'not_found') {
    return {
      problem: { code: 'not_found', message: `${manifest.name}: there is no board called "${board.slug}" (any more)` },
      board: { slug: board.slug, state: 'gone', postings: null },
    }
  }
  const goesOnAfter = hasOwnHosts ? OF_ONE_HOST : OF_ONE_BOARD
  return {
    problem: problemOf(error, { part: `Board "${board.slug}"`, goesOnAfter }),
    board: { slug: board.slug, state: 'failing', postings: null },
  }
}

/** The board of a cursor and what follows it. The cursor names the board and not its place in the list: the list may have changed
 *  when an interrupted run goes on; then it starts over. */
function boardAt(
  boards: readonly WatchedBoard[],
  cursor: string | null,
): { board: WatchedBoard; inner: string | null; following: WatchedBoard | null } | null {
  const [slug, inner = null] = cursor?.split(' ') ?? []
  const found = slug === undefined ? 0 : boards.findIndex((board) => board.slug === slug)
  const index = Math.max(found, 0)
  const board = boards[index]
  if (board === undefined) return null
  return { board, inner: found < 0 ? null : inner, following: boards[index + 1] ?? null }
}

function isHostPerBoard(manifest: SourceManifest): boolean {
  return /^https?:\/\/[^/]*\{slug\}/.test(manifest.hosts?.main ?? '')
}

/** A board's address from the source's base: `{slug}` replaced where the base has it, else as the first part of the path. Pure. */
export function boardBase(base: string, slug: string): string {
  const written = encodeURIComponent(slug)
  return base.includes('{slug}') ? base.replaceAll('{slug}', written) : `${base}/${written}`
}
