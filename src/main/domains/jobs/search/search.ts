import type { JobFacets, JobFilter, JobSearchInput, JobSearchResult } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { openColumnHits } from './column-hits.ts'
import { createFacetCounter } from './facets.ts'
import type { ThresholdsThatHold } from './filter-rules.ts'
import type { Hits } from './hits.ts'
import { openIndexHits } from './index-hits.ts'
import { createKeptColumns, type JobColumns, jobColumnsOf } from './kept-columns.ts'
import { createKeptItems, type KeptPage } from './kept-items.ts'
import { createKeptTexts } from './kept-texts.ts'
import { readListItems } from './list-items.ts'
import { pageOf, RANKED_NEWEST_MAX } from './page.ts'
import { meantOf, type Question, readQuestion } from './question.ts'
import { Statements } from './statements.ts'

/** Words have to be looked for anew in every job that has changed; with more than these the whole index is asked. */
const CHANGED_WITH_WORDS_MAX = 200

export interface JobSearch {
  /** One page with the exact total. A page beyond the end is empty and still carries the total. */
  readonly search: (input: JobSearchInput) => JobSearchResult
  /** Exact counts of each value over everything that matches, largest first; values that do not occur are left out. Waits for the
   *  columns, which are read once after the start. */
  readonly facets: (filter: JobFilter) => Promise<JobFacets>
  /** Which of some stored jobs the filter finds, and how many it finds in all; both exact, of one state of the data. */
  readonly among: (filter: JobFilter, ids: readonly number[]) => FoundAmong
  /** Every job and its filter tokens; the first call begins to read them in the background. */
  readonly columns: () => JobColumns
  /** Settles when the columns are there, or the database was closed. */
  readonly ready: () => Promise<void>
  /** Settles when nothing more is done in the background, and drops what is kept of earlier questions: for measuring. */
  readonly prepared: () => Promise<void>
  readonly forget: () => void
}

export interface FoundAmong {
  readonly ids: readonly number[]
  readonly total: number
}

/** What a filter means for this user, and who hears of work in the background that failed. */
export interface SearchRules {
  readonly thresholds: () => ThresholdsThatHold
  readonly onProblem?: (error: unknown) => void
}

const NO_THRESHOLDS: ThresholdsThatHold = { always: [], inIt: [] }
const NO_RULES: SearchRules = { thresholds: () => NO_THRESHOLDS }

/** The search engine over one database. Reads only; sees every committed change at once. */
export function createJobSearch(db: Database, clock: Clock, rules: SearchRules = NO_RULES): JobSearch {
  const statements = new Statements(db)
  const texts = createKeptTexts(db, statements)
  const kept = createKeptColumns(db, { prepare: texts.prepare, onProblem: rules.onProblem ?? (() => undefined) })
  const items = createKeptItems(db)
  const countFacets = createFacetCounter(db)
  const transaction = db.raw.transaction((read: () => unknown) => read())
  // Several statements answer one question: they must see one state of the data, also while another process writes.
  const inOneView = <T>(read: () => T): T => (db.raw.inTransaction ? read() : (transaction.deferred(read) as T))
  const questionOf = (filter: JobFilter): Question =>
    readQuestion(filter, {
      nowMs: clock.now(),
      thresholds: filter.reachesPermit ? rules.thresholds() : NO_THRESHOLDS,
    })

  /** `isInside`: a transaction of the caller, which may be rolled back, and must leave no trace in what is kept. */
  function openHits(question: Question, isInside: boolean): Hits {
    const view = isInside ? null : kept.view()
    const isFast = view !== null && (!question.isAboutWords || view.changed.size <= CHANGED_WITH_WORDS_MAX)
    const hits = isFast ? openColumnHits({ ...view, texts, statements }, question) : openIndexHits(statements, question)
    return meantOf(statements, hits, question)
  }

  return {
    columns: () => jobColumnsOf(db.raw.inTransaction ? null : kept.view()),
    ready: kept.ready,
    prepared: kept.prepared,
    forget: () => {
      texts.forget()
      items.forget()
    },
    search: (input) => {
      const startedMs = performance.now()
      const isInside = db.raw.inTransaction
      return inOneView(() => {
        const { sort, page, perPage } = input
        const question = questionOf(input)
        const slice = { sort, offset: (page - 1) * perPage, limit: perPage, text: question.text }
        const find = (): KeptPage => {
          const hits = openHits(question, isInside)
          return { total: hits.total, ids: pageOf(statements, hits, slice) }
        }
        const { total, ids } = isInside ? find() : items.pageOf(JSON.stringify([question, sort, page, perPage]), find)
        const jobs = isInside ? readListItems(db, ids) : items.itemsOf(ids)
        const hints = [...question.hints]
        if (sort === 'relevance' && question.text !== null && total > RANKED_NEWEST_MAX) {
          hints.push(`The newest ${RANKED_NEWEST_MAX.toLocaleString('en')} hits are ranked; older ones follow by date.`)
        }
        return { total, page, perPage, jobs, hints, tookMs: performance.now() - startedMs }
      })
    },
    facets: async (filter) => {
      const question = questionOf(filter)
      for (;;) {
        await kept.ready()
        const counts = inOneView(() => {
          const view = kept.view()
          if (view === null) return null
          return countFacets(meantOf(statements, openColumnHits({ ...view, texts, statements }, question), question))
        })
        if (counts !== null) return counts
      }
    },
    among: (filter, ids) => {
      const isInside = db.raw.inTransaction
      return inOneView(() => {
        const hits = openHits(questionOf(filter), isInside)
        return { total: hits.total, ids: hits.among(ids) }
      })
    },
  }
}
