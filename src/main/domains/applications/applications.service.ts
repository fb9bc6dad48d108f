import type { Settings } from '#shared/settings.ts'
import type {
  ApplicationCard,
  ApplicationChange,
  ApplicationDetail,
  ApplicationFilter,
  BoardColumn,
  CalendarEntry,
  PostingSnapshot,
  Twice,
} from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'
import type { ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import type { OpeningsService } from '../jobs/openings/openings.service.ts'
import { type ApplicationContextOptions, createApplicationContext } from './application-context.ts'
import { noApplication } from './application-rows.ts'
import { type Columns, createColumns } from './board/columns.ts'
import { createMoves, type MoveDone, type MoveWish, type Refusal } from './board/moves.ts'
import { createUndoMoves } from './board/undo-moves.ts'
import { createCalendar } from './cards/calendar.ts'
import { createCards, type ListInput } from './cards/cards.ts'
import { createAddApplication, type NewWish } from './detail/add-application.ts'
import { createChanges } from './detail/changes.ts'
import { createDetailReader } from './detail/read-detail.ts'
import { createTwice } from './detail/twice.ts'
import { createSavedJobs, type SavedJobs } from './jobs/saved-jobs.ts'
import { createPartReader } from './parts/parts.service.ts'
import { createPurge } from './purge.ts'
import { createRemoval } from './removal.ts'

export { REMOVED_KEPT_MS } from './purge.ts'

export interface Moved {
  readonly card: ApplicationCard
  readonly eventId: number
  readonly twice: Twice[]
}

/** Everything the user applies for. What throws, and with what, is in the contract. */
export interface ApplicationsService {
  readonly board: (filter: ApplicationFilter) => { columns: BoardColumn[]; cards: ApplicationCard[]; total: number }
  readonly list: (input: ListInput) => { total: number; rows: ApplicationCard[] }
  readonly calendar: (span: { from: number; until: number }) => CalendarEntry[]
  readonly get: (id: number) => ApplicationDetail
  readonly ofJob: (jobId: number) => ApplicationCard | null
  readonly twice: (asked: { jobId: number | null; company: string; title: string }) => Twice[]
  readonly add: (wish: NewWish) => { card: ApplicationCard; isNew: boolean; twice: Twice[] }
  readonly update: (wish: { id: number; version: number | null; change: ApplicationChange }) => ApplicationCard
  readonly saveNotes: (wish: { id: number; notes: string; notesVersion: number }) => { notesVersion: number }
  readonly move: (wish: MoveWish) => Moved
  readonly moveMany: (wish: { ids: readonly number[]; to: Stage; columnId: number | null }) => {
    moved: Moved[]
    refused: Refusal[]
  }
  readonly undoMoves: (eventIds: readonly number[]) => ApplicationCard[]
  readonly remove: (ids: readonly number[]) => { removed: number[] }
  readonly restore: (ids: readonly number[]) => { restored: number[] }
  readonly takeSnapshot: (id: number) => PostingSnapshot
  readonly columns: Pick<Columns, 'all' | 'add' | 'update' | 'remove' | 'restore'>
}

export interface Applications {
  readonly service: ApplicationsService
  readonly savedJobs: SavedJobs
  /** Lets go for good of what was removed long ago. */
  readonly purge: (now: number) => void
}

export interface ApplicationsOptions extends ApplicationContextOptions {
  readonly settings: () => Pick<Settings, 'ghostedAfterDays' | 'followUpAfterDays'>
  readonly zone: () => string
  readonly rates: () => ExchangeRates
  /** After a commit that changed applications. */
  readonly onChange: () => void
  /** The same when jobs are saved or applied for otherwise than before. */
  readonly onMarks: () => void
}

export function createApplications(options: ApplicationsOptions): Applications {
  const { database, clock, zone, settings, onChange, onMarks } = options
  let isMarked = false
  const openings: OpeningsService = {
    ...options.openings,
    markSaved: (jobId, savedAt) => {
      isMarked = true
      options.openings.markSaved(jobId, savedAt)
    },
    markApplied: (jobId, appliedAt) => {
      isMarked = true
      options.openings.markApplied(jobId, appliedAt)
    },
  }
  const context = createApplicationContext({ ...options, openings })
  const { rows, timeline } = context
  const cards = createCards({ database, clock, zone, ghostedAfterDays: () => settings().ghostedAfterDays })
  const columns = createColumns(context)
  const moves = createMoves(context, columns)
  const undo = createUndoMoves(context, columns)
  const adding = createAddApplication(context)
  const changes = createChanges(context)
  const removal = createRemoval(context)
  const twiceOf = createTwice(database, openings)
  const readDetail = createDetailReader({
    database,
    clock,
    cards,
    zone,
    twiceOf,
    timelineOf: timeline.of,
    parts: createPartReader(database, options.rates),
    followUpAfterDays: () => settings().followUpAfterDays,
  })

  function changed<T>(done: T): T {
    if (isMarked) onMarks()
    isMarked = false
    onChange()
    return done
  }

  function cardOf(id: number): ApplicationCard {
    const card = cards.find(id)
    if (card === null) throw noApplication(id)
    return card
  }

  function twiceOfCard({ id, jobId, company, title }: ApplicationCard): Twice[] {
    return twiceOf({ id, jobId, company, title })
  }

  function movedOf(done: readonly MoveDone[]): Moved[] {
    const byId = new Map(cards.of(done.map(({ id }) => id)).map((card) => [card.id, card]))
    return done.flatMap(({ id, eventId, isFirst }) => {
      const card = byId.get(id)
      return card === undefined ? [] : [{ card, eventId, twice: isFirst ? twiceOfCard(card) : [] }]
    })
  }

  function each(ids: readonly number[], work: (id: number) => boolean): number[] {
    const done = database.write(() => [...new Set(ids)].filter(work))
    return done.length === 0 ? done : changed(done)
  }

  return {
    savedJobs: createSavedJobs(context, { addOfJob: adding.addOfJob, removal }),
    purge: createPurge(database),
    service: {
      board: (filter) => ({ columns: columns.all(), cards: cards.matching(filter), total: cards.total() }),
      list: cards.list,
      calendar: createCalendar(database),
      get: readDetail,
      ofJob: (jobId) => {
        const row = rows.liveOfJob(jobId)
        return row === null ? null : cards.find(row.id)
      },
      twice: (asked) => twiceOf({ ...asked, id: null }),
      add: (wish) => {
        const { id, isNew } = adding.add(wish)
        if (isNew) changed(id)
        const card = cardOf(id)
        return { card, isNew, twice: twiceOfCard(card) }
      },
      update: (wish) => {
        if (changes.update(wish)) changed(wish.id)
        return cardOf(wish.id)
      },
      saveNotes: (wish) => changed({ notesVersion: changes.saveNotes(wish) }),
      move: (wish) => {
        const [moved] = movedOf([changed(moves.move(wish))])
        if (moved === undefined) throw noApplication(wish.id)
        return moved
      },
      moveMany: (wish) => {
        const { moved, refused } = moves.moveMany(wish)
        return { moved: movedOf(moved.length === 0 ? moved : changed(moved)), refused }
      },
      undoMoves: (eventIds) => cards.of(changed(undo(eventIds))),
      remove: (ids) => ({ removed: each(ids, removal.remove) }),
      restore: (ids) => ({ restored: each(ids, removal.restore) }),
      takeSnapshot: (id) => changed(changes.takeSnapshot(id)),
      columns: {
        all: columns.all,
        add: (wish) => changed(columns.add(wish)),
        update: (wish) => changed(columns.update(wish)),
        remove: (id) => changed(columns.remove(id)),
        restore: (wish) => changed(columns.restore(wish)),
      },
    },
  }
}
