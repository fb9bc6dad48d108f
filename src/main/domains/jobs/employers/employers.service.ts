import type { BoardKind, BoardRef, Employer, RecognisedBoard } from '#shared/employers.ts'
import { AppError } from '#shared/errors.ts'
import type { Database } from '../../../infra/db/driver.ts'
import { HttpProblem } from '../../../infra/http/http.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { WatchedBoard } from '../sources/source.ts'
import { boardKey, boardPage } from './board-page.ts'
import { type BoardOutcome, createEmployersRepo, type EmployerRow } from './employers.repo.ts'
import type { ReadPage } from './page-reader.ts'
import type { ReadBoard } from './read-board.ts'
import { recogniseAddress } from './recognise-address.ts'
import { starterList, type StarterEmployer } from './starter-list.ts'

export type BoardName = Pick<BoardRef, 'kind' | 'slug'>
/** What a run saw of a board; 'same': what it saw the last time. */
export type SeenBoard = Omit<BoardOutcome, 'state'> & { readonly state: BoardOutcome['state'] | 'same' }

export interface EmployersService {
  /** The starter list and what the user added, by name. */
  readonly list: () => Employer[]
  /** Throws BOARD_NOT_RECOGNISED. */
  readonly recognise: (text: string) => Promise<RecognisedBoard[]>
  readonly add: (employer: BoardRef & { name: string; url: string }) => Employer
  /** All or none; throws NOT_FOUND. Returns the whole list, as does `remove`. */
  readonly setOn: (change: { boards: readonly BoardName[]; isOn: boolean }) => Employer[]
  readonly remove: (board: BoardName) => Employer[]
  /** The boards of a kind that are switched on. */
  readonly watched: (kind: BoardKind) => WatchedBoard[]
  /** What a run saw of a board; to be called within the transaction that stores it. A board that was taken off the list meanwhile is
   *  passed over. `mayHaveMoved`: it is gone and its employer has a careers page, so that `checkMoved` is worth a request. */
  readonly record: (seen: SeenBoard) => { mayHaveMoved: boolean }
  /** Whether the board had no postings when it was last read. */
  readonly wasEmpty: (board: BoardName) => boolean
  /** Looks where a board that is gone went: when its employer's careers page names another one, its state becomes 'moved' and its
   *  message says which. Does nothing for a board that is not gone, and for one whose careers page is not known or not to be had. */
  readonly checkMoved: (board: BoardName, signal: AbortSignal) => Promise<void>
}

export interface EmployersOptions {
  readonly database: Database
  readonly clock: Clock
  readonly readBoard: ReadBoard
  readonly readPage: ReadPage
  readonly onChange: () => void
}

export function createEmployersService(options: EmployersOptions): EmployersService {
  const { database, clock, onChange } = options
  const repo = createEmployersRepo(database)

  /** By board. What came with the app goes with the app: a stored row of it alone puts nobody on the list. */
  function everybody(): Map<string, Employer> {
    const rows = new Map<string, EmployerRow>()
    for (const row of repo.all()) if (!rows.has(boardKey(row))) rows.set(boardKey(row), row)
    const employers = new Map<string, Employer>()
    for (const [key, starter] of starterList()) employers.set(key, withRow(starter, rows.get(key)))
    for (const [key, row] of rows) {
      if (row.origin === 'user' && !employers.has(key)) employers.set(key, fromRow(row))
    }
    return employers
  }

  const list = (): Employer[] =>
    [...everybody().values()].toSorted((left, right) => left.name.localeCompare(right.name, 'en'))

  function find(board: BoardName): Employer | null {
    const row = repo.find(board)
    const starter = starterList().get(boardKey(board))
    if (starter !== undefined) return withRow(starter, row ?? undefined)
    return row?.origin === 'user' ? fromRow(row) : null
  }

  function existing(board: BoardName): Employer {
    const employer = find(board)
    if (employer === null) throw new AppError('NOT_FOUND', { entity: 'employer', id: `${board.kind}/${board.slug}` })
    return employer
  }

  function store(employer: Employer): void {
    repo.insert({ ...employer, now: clock.now() })
  }

  function change(boards: readonly BoardName[], write: (employer: Employer) => void): Employer[] {
    database.write(() => {
      for (const board of boards) write(existing(board))
    })
    if (boards.length > 0) onChange()
    return list()
  }

  return {
    list,
    recognise: async (text) => {
      const employers = everybody()
      const { findBoards } = await loadFinder()
      return findBoards(text, {
        ...options,
        known: (board) => {
          const employer = employers.get(boardKey(board))
          if (employer === undefined) return null
          const { kind, slug, variant, name, url, postings } = employer
          return { name, url, postings, board: { kind, slug, variant } }
        },
      })
    },
    add: ({ kind, slug, variant, name, url }) => {
      database.write(() => {
        const known = find({ kind, slug })
        if (known === null) {
          // What is left of an employer that once came with the app.
          const leftover = repo.find({ kind, slug })
          if (leftover !== null) repo.remove(leftover)
          const address = url === '' ? boardPage({ kind, slug, variant }) : url
          store({ ...UNREAD, kind, slug, variant, name, url: address, origin: 'user' })
          return
        }
        store(known)
        repo.setOn(known, true)
        if (known.origin === 'user') repo.describe({ kind, slug: known.slug, variant, name, url })
      })
      onChange()
      return existing({ kind, slug })
    },
    setOn: ({ boards, isOn }) =>
      change(boards, (employer) => {
        store(employer)
        repo.setOn(employer, isOn)
      }),
    remove: (board) =>
      change([board], (employer) => {
        if (employer.origin === 'user') return repo.remove(employer)
        store(employer)
        repo.setOn(employer, false)
      }),
    watched: (kind) =>
      list()
        .filter((employer) => employer.kind === kind && employer.isOn)
        .map(({ slug, variant, name }) => ({ kind, slug, variant, name })),
    record: (outcome) => {
      const before = find(outcome)
      if (before === null) return { mayHaveMoved: false }
      store(before)
      repo.setOutcome({ ...outcome, ...stateAfter(outcome, before), slug: before.slug })
      return { mayHaveMoved: outcome.state === 'gone' && before.state !== 'moved' && hasCareersPage(before) }
    },
    wasEmpty: (board) => find(board)?.state === 'empty',
    checkMoved: async (board, signal) => {
      const employer = find(board)
      if (employer === null || employer.state !== 'gone' || !hasCareersPage(employer)) return
      const message = await moveOf(employer, { readPage: options.readPage, signal })
      if (message === null) return
      database.write(() => repo.setMoved(employer, message))
      onChange()
    },
  }
}

/** An answer that is the same as the last one leaves an empty board empty; any other one is well again. */
function stateAfter({ state, postings }: SeenBoard, before: Employer): Pick<BoardOutcome, 'state' | 'postings'> {
  if (state !== 'same') return { state, postings }
  return { state: before.state === 'empty' ? 'empty' : 'ok', postings: before.postings }
}

/** Brings a list of all public domains along: not at start-up. */
function loadFinder() {
  return import('./find-boards.ts')
}

const UNREAD = {
  countryCode: null,
  isOn: true,
  state: 'unread',
  message: null,
  postings: null,
  checkedAt: null,
} as const

function fromRow(row: EmployerRow): Employer {
  return { ...row, isOn: row.isOn === 1 }
}

function withRow(
  { kind, slug, variant, name, countryCode, url }: StarterEmployer,
  row: EmployerRow | undefined,
): Employer {
  const starter = { ...UNREAD, kind, slug, variant, name, countryCode, url, origin: 'starter' } as const
  if (row === undefined) return starter
  const { isOn, state, message, postings, checkedAt } = row
  return { ...starter, slug: row.slug, isOn: isOn === 1, state, message, postings, checkedAt }
}

/** A board's own page is as gone as the board. */
function hasCareersPage({ url }: Employer): boolean {
  return url !== '' && recogniseAddress(url) === null
}

/** A careers page that is not to be had says nothing of where the board went: it is asked again when the board is next looked for. */
async function moveOf(employer: Employer, how: { readPage: ReadPage; signal: AbortSignal }): Promise<string | null> {
  try {
    const page = await how.readPage(employer.url, how.signal)
    return (await loadFinder()).moveMessage(employer, page)
  } catch (error) {
    if (error instanceof HttpProblem) return null
    throw error
  }
}
