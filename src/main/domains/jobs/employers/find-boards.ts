import { getDomainWithoutSuffix } from 'tldts'
import type { BoardKind, BoardRef, RecognisedBoard } from '#shared/employers.ts'
import { AppError } from '#shared/errors.ts'
import { HttpProblem } from '../../../infra/http/http.ts'
import { BOARD_NAMES, boardInWords, boardKey, boardPage } from './board-page.ts'
import { careersLinks } from './careers-links.ts'
import type { CareersPage, ReadPage } from './page-reader.ts'
import type { BoardReading, ReadBoard } from './read-board.ts'
import { recogniseAddress, webAddressIn } from './recognise-address.ts'
import { recognisePage } from './recognise-page.ts'
import { guessBoards, isSameEmployer, MAX_GUESSES } from './slug-guesses.ts'

/** Somebody waits for the answer. */
const TIMEOUT_MS = 30_000
/** Of the boards that a page names, the ones that are asked for their postings. */
const BOARDS_ASKED = 3
/** Sites that show other people's jobs: their name is nobody's board. */
const OTHERS_SITES = new Set(
  `myworkdayjobs workday bamboohr breezy join softgarden successfactors icims jobvite rippling pinpointhq linkedin indeed stepstone xing
   glassdoor welcometothejungle wellfound google github notion facebook otta infojobs monster europa arbeitsagentur`.split(
    /\s+/,
  ),
)

export interface KnownEmployer {
  readonly name: string
  readonly url: string
  readonly postings: number | null
  readonly board: BoardRef
}

export interface FindDeps {
  readonly readBoard: ReadBoard
  readonly readPage: ReadPage
  /** The board as it is on the list already. */
  readonly known: (board: BoardRef) => KnownEmployer | null
}

/** What is found on the way, and what was tried in vain. */
interface Search {
  readonly deps: FindDeps
  readonly signal: AbortSignal
  readonly tried: string[]
  /** Boards that were asked for. */
  readonly asked: Map<string, Answer>
}

type Answer = Promise<BoardReading | null | undefined>

/** The boards that an address, a careers page or a name leads to, the surest first; at most 12 boards and three pages are asked. Throws
 *  BOARD_NOT_RECOGNISED with what was tried. */
export async function findBoards(text: string, deps: FindDeps): Promise<RecognisedBoard[]> {
  const board = recogniseAddress(text)
  if (board !== null) return [toRecognised(board, { how: 'address', deps })]
  const search: Search = { deps, signal: AbortSignal.timeout(TIMEOUT_MS), tried: [], asked: new Map() }
  const address = /\s/.test(text.trim()) && !/https?:\/\//i.test(text) ? null : webAddressIn(text)
  const found = address === null ? await findByName(text, search) : await findByPage(address, search)
  if (found.length === 0) throw new AppError('BOARD_NOT_RECOGNISED', { text, tried: search.tried })
  return found
}

async function findByPage(address: URL, search: Search): Promise<RecognisedBoard[]> {
  const pages: CareersPage[] = []
  const unnamed = new Set<BoardKind>()
  const onPage = await visit(address.href, { search, pages, unnamed })
  if (onPage.length > 0) return onPage
  const [first] = pages
  for (const url of first === undefined ? [] : careersLinks(first)) {
    const found = await visit(url, { search, pages, unnamed })
    if (found.length > 0) return found
  }
  const name = getDomainWithoutSuffix(address.href)
  if (name === null || name === '' || OTHERS_SITES.has(name)) return []
  const boards = guessBoards(name, unnamed.size === 0 ? undefined : [...unnamed])
  const readings = await ask(boards, search)
  return readings
    .filter(({ reading }) => reading.postings !== 0 && isNamed(reading, name) !== false)
    .map(({ board, reading }) =>
      toRecognised(board, { how: 'name', deps: search.deps, reading, url: first?.url ?? address.href }),
    )
}

interface Visit {
  readonly search: Search
  readonly pages: CareersPage[]
  readonly unnamed: Set<BoardKind>
}

/** The boards that one page names and that are there. A board that cannot be asked now counts: the page names it. */
async function visit(url: string, { search, pages, unnamed }: Visit): Promise<RecognisedBoard[]> {
  const page = await readPage(url, search)
  if (page === null) return []
  pages.push(page)
  const own = recogniseAddress(page.url)
  const read = recognisePage(page.html)
  const boards = own === null ? read.boards : [own]
  for (const kind of read.unnamed) unnamed.add(kind)
  if (boards.length === 0) search.tried.push(noBoardIn(page.url, read.unnamed))
  const found: RecognisedBoard[] = []
  for (const [index, board] of boards.entries()) {
    const reading = index < BOARDS_ASKED ? await askOne(board, search) : undefined
    if (reading === null) continue
    found.push(
      toRecognised(board, {
        how: 'page',
        deps: search.deps,
        url: page.url,
        ...(reading === undefined ? {} : { reading }),
      }),
    )
  }
  return found
}

function noBoardIn(url: string, unnamed: readonly BoardKind[]): string {
  if (unnamed.length === 0) return `${url}: the page names no board`
  return `${url}: the page uses ${unnamed.map((kind) => BOARD_NAMES[kind]).join(' and ')}, but does not say under which name`
}

async function findByName(text: string, search: Search): Promise<RecognisedBoard[]> {
  const name = text.trim()
  const guesses = guessBoards(name)
  if (guesses.length === 0) search.tried.push('The name has no letters that a board could be named by')
  const rank = ({ postings, name: called }: BoardReading): number => {
    const isOthers = isNamed({ postings, name: called }, name) === false
    return (isOthers ? 4 : 0) + (postings === 0 ? 2 : 0) + (called === null ? 1 : 0)
  }
  return (await ask(guesses, search))
    .toSorted((left, right) => rank(left.reading) - rank(right.reading))
    .map(({ board, reading }) => toRecognised(board, { how: 'name', deps: search.deps, reading }))
}

/** Whether the board says that it is this employer's; null when it does not say whose it is. */
function isNamed(reading: BoardReading, name: string): boolean | null {
  return reading.name === null ? null : isSameEmployer(reading.name, name)
}

/** All at once: they are on many hosts, and each host is asked one thing at a time anyway. Of two boards of one name on a system's
 *  two hosts, the first is told. */
async function ask(boards: readonly BoardRef[], search: Search): Promise<{ board: BoardRef; reading: BoardReading }[]> {
  const readings = await Promise.all(boards.map((board) => askOne(board, search)))
  const found = new Map<string, { board: BoardRef; reading: BoardReading }>()
  for (const [index, board] of boards.entries()) {
    const reading = readings[index]
    if (reading !== undefined && reading !== null && !found.has(boardKey(board)))
      found.set(boardKey(board), { board, reading })
  }
  return [...found.values()]
}

/** Null when there is no such board, undefined when that could not be found out or enough was asked. */
function askOne(board: BoardRef, search: Search): Answer {
  const { asked } = search
  const name = `${boardKey(board)} ${board.variant ?? ''}`
  const known = asked.get(name)
  if (known !== undefined) return known
  if (asked.size >= MAX_GUESSES) return Promise.resolve(undefined)
  const answer = readBoard(board, search)
  asked.set(name, answer)
  return answer
}

async function readBoard(board: BoardRef, { deps, signal, tried }: Search): Answer {
  try {
    const reading = await deps.readBoard(board, signal)
    if (reading === null) tried.push(`${board.kind}/${board.slug}: no board answers to this name`)
    return reading
  } catch (error) {
    tried.push(`${board.kind}/${board.slug}: ${reasonOf(error, signal)}`)
    return undefined
  }
}

async function readPage(url: string, { deps, signal, tried }: Search): Promise<CareersPage | null> {
  try {
    return await deps.readPage(url, signal)
  } catch (error) {
    tried.push(`${url}: ${reasonOf(error, signal)}`)
    return null
  }
}

/** A fault of the other side in words; any other error is ours and goes on. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return `no answer within ${TIMEOUT_MS / 1000} s`
  if (error instanceof HttpProblem) return error.message
  throw error
}

interface Recognition {
  readonly how: RecognisedBoard['how']
  readonly deps: FindDeps
  readonly reading?: BoardReading
  /** The careers page that led to it. */
  readonly url?: string
}

function toRecognised(board: BoardRef, { how, deps, reading, url }: Recognition): RecognisedBoard {
  const known = deps.known(board)
  return {
    ...board,
    ...(known === null ? {} : { slug: known.board.slug, variant: board.variant ?? known.board.variant }),
    name: known?.name ?? reading?.name ?? nameOfSlug(board.slug),
    url: known?.url ?? url ?? boardPage(board),
    how,
    postings: reading?.postings ?? known?.postings ?? null,
    isKnown: known !== null,
  }
}

/** "acme-robotics" → "Acme Robotics": all that the address says of a name. Pure. */
function nameOfSlug(slug: string): string {
  const words = slug.split(/[-_.]+/).filter((word) => word !== '')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}

/** What is told of a board that left: the surest other board that its employer's careers page names. Null when it names none. Pure. */
export function moveMessage(board: Pick<BoardRef, 'kind' | 'slug'>, page: CareersPage): string | null {
  const own = recogniseAddress(page.url)
  const named = own === null ? recognisePage(page.html).boards : [own]
  const other = named.find(({ kind, slug }) => kind !== board.kind || slug.toLowerCase() !== board.slug.toLowerCase())
  return other === undefined ? null : `Its careers page now names ${boardInWords(other)}.`
}
