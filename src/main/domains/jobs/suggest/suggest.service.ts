import type { Suggestions } from '#shared/jobs.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { JobsService } from '../jobs.service.ts'
import { inTurns } from '../../../infra/time/turns.ts'
import { correctText } from './correct-text.ts'
import { createEditCounter } from './edits.ts'
import { findSuggestions } from './find-suggestions.ts'
import { readNames, type ShownTitles } from './read-names.ts'
import { cityEntries, skillEntries } from './read-values.ts'
import { typedPart } from './typed-part.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

/** While jobs come in, no more than this share of the time goes into reading the vocabulary again, and once it takes a while to read,
 *  it is read once a minute. */
const SHARE_OF_TIME = 0.05
const SLOW_MS = 500
const MINUTE_MS = 60_000

export interface SuggestService {
  /** What the text may be meant to become, of what is stored. The first question waits until the vocabulary is there. */
  readonly suggest: (asked: { text: string; limit: number }) => Promise<Suggestions>
  /** Begins to read the vocabulary in the background, when jobs have changed since it was read. */
  readonly prepare: () => void
}

export interface SuggestServiceOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly jobs: Pick<JobsService, 'columns' | 'columnsReady'>
}

interface Kept {
  readonly vocabulary: Vocabulary
  /** Of the data that it was read from. */
  readonly version: number
  readonly goodUntil: number
}

/** Suggestions for the search field, from a vocabulary that is kept in memory and read in turns of a few milliseconds. */
export function createSuggestService({ database, clock, log, jobs }: SuggestServiceOptions): SuggestService {
  const countEdits = createEditCounter()
  const shown: ShownTitles = new Map()
  const lastChange = database.raw.prepare<[], number | null>('select max(seq) from job_index_change').pluck()
  const versionOfData = (): number => lastChange.get() ?? 0
  let kept: Kept | null = null
  let reading: Promise<void> | null = null

  function* readAll(): Generator<undefined, Vocabulary> {
    const names = yield* readNames(database, shown)
    const columns = jobs.columns()
    const skills = yield* skillEntries(columns)
    const cities = yield* cityEntries(database, columns, names.cities)
    return yield* buildVocabulary([...skills, ...cities, ...names.titles, ...names.companies])
  }

  async function read(): Promise<void> {
    await jobs.columnsReady()
    if (!database.raw.open) return
    const version = versionOfData()
    const startedAt = clock.now()
    const vocabulary = await inTurns(readAll(), () => database.raw.open)
    if (vocabulary === null) return
    const tookMs = clock.now() - startedAt
    const restMs = tookMs > SLOW_MS ? MINUTE_MS : tookMs / SHARE_OF_TIME
    kept = { vocabulary, version, goodUntil: clock.now() + restMs }
  }

  function begin(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null
    })
    return reading
  }

  function prepare(): void {
    if (kept?.version === versionOfData()) return
    // Nothing is worth no rest: the first jobs are just arriving.
    if (kept !== null && kept.vocabulary.entries.length > 0 && clock.now() < kept.goodUntil) return
    begin().catch((error: unknown) => log.error({ err: error }, 'reading the words for suggestions failed'))
  }

  return {
    prepare,
    suggest: async ({ text, limit }) => {
      prepare()
      if (reading !== null && (kept === null || kept.vocabulary.entries.length === 0)) await reading
      if (kept === null) return { text, suggestions: [], correction: null }
      const { vocabulary } = kept
      const part = typedPart(text)
      return {
        text,
        suggestions: part === null ? [] : findSuggestions(vocabulary, part, { limit, countEdits }),
        correction: correctText(text, vocabulary, countEdits),
      }
    },
  }
}
