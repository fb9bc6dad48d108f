import { AppError } from '#shared/errors.ts'
import { DWELL_LEAST_MS, type Experiment, type Variant, type VariantFigures } from '#shared/experiments.ts'
import type { JobId } from '#shared/ids.ts'
import type { MatchWeights } from '#shared/recommendations.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { JobMark } from '../../jobs/match/matching.service.ts'
import { listAt, listIdOf, readListId, variantOf } from './assignment.ts'
import { comparisonOf } from './comparison.ts'
import { createExperimentsRepo, type ExperimentRow, type VariantCounts } from './experiments.repo.ts'
import { wilsonInterval } from './statistics.ts'

/** What a client saw of a list. */
export interface SeenOfList {
  readonly listId: string
  readonly shown: readonly { readonly jobId: JobId; readonly position: number }[]
  readonly opened: { readonly jobId: JobId; readonly dwellMs: number } | null
}

export interface ExperimentsService {
  /** Newest first. */
  readonly list: () => Experiment[]
  /** Throws EXPERIMENT_ACTIVE. */
  readonly start: (wish: {
    readonly name: string
    readonly a: MatchWeights
    readonly b: MatchWeights
    readonly share: number
  }) => Experiment
  /** Throws NOT_FOUND. One that is stopped already stays as it is. */
  readonly stop: (id: number) => Experiment
  /** Throws NOT_FOUND, or EXPERIMENT_ACTIVE when another one is going on. */
  readonly resume: (id: number) => Experiment
  /** Counts rows of a list of the experiment that is going on, each once, and what was opened of them long enough; of any other list
   *  nothing. */
  readonly record: (seen: SeenOfList) => void
  /** The user applied for a job (UTC ms), or null: did not after all. Counts for the list it was opened from last. */
  readonly noteApplied: (jobId: JobId, appliedAt: number | null) => void
  /** Name and weights of the lists of this moment; null when no experiment is going on. */
  readonly variantNow: () => { readonly listId: string; readonly weights: MatchWeights } | null
}

export interface ExperimentsOptions {
  readonly database: Database
  readonly clock: Clock
  /** What is saved, and since when. */
  readonly marks: () => readonly JobMark[]
  /** After the commit, when lists have other weights now. */
  readonly onChange: () => void
}

/** Experiments with the weights: lists by turns under two sets of them, and what was opened and applied for of each. */
export function createExperimentsService(options: ExperimentsOptions): ExperimentsService {
  const { database, clock, onChange } = options
  const repo = createExperimentsRepo(database)

  function existing(id: number): ExperimentRow {
    const row = repo.find(id)
    if (row === null) throw new AppError('NOT_FOUND', { entity: 'experiment', id: String(id) })
    return row
  }

  function refuseASecond(): void {
    const active = repo.active()
    if (active !== null) throw new AppError('EXPERIMENT_ACTIVE', { id: active.id, name: active.name })
  }

  function wasSavedSince(jobId: JobId, since: number | null): boolean {
    const savedAt = options.marks().find((mark) => mark.jobId === jobId)?.savedAt ?? null
    return since !== null && savedAt !== null && savedAt >= since
  }

  function view(row: ExperimentRow): Experiment {
    return viewOf(row, repo.counts())
  }

  function changed(write: () => ExperimentRow): Experiment {
    const row = database.write(write)
    onChange()
    return view(row)
  }

  return {
    list: () => {
      const counts = repo.counts()
      return repo.all().map((row) => viewOf(row, counts))
    },
    start: ({ name, a, b, share }) =>
      changed(() => {
        refuseASecond()
        return existing(repo.insert({ name, weightsA: a, weightsB: b, share, startedAt: clock.now() }))
      }),
    stop: (id) => {
      const row = existing(id)
      if (row.stoppedAt !== null) return view(row)
      return changed(() => {
        repo.setStopped(id, clock.now())
        return existing(id)
      })
    },
    resume: (id) => {
      const row = existing(id)
      if (row.stoppedAt === null) return view(row)
      return changed(() => {
        refuseASecond()
        repo.setStopped(id, null)
        return existing(id)
      })
    },
    record: ({ listId, shown, opened }) => {
      const list = readListId(listId)
      if (list === null || (shown.length === 0 && opened === null)) return
      const active = repo.active()
      if (active?.id !== list.experimentId || variantOf(active, list.day) !== list.variant) return
      const { experimentId, variant } = list
      const now = clock.now()
      database.write(() => {
        for (const { jobId, position } of shown) {
          repo.show({ experimentId, listId, jobId, variant, position, shownAt: now })
        }
        if (opened === null) return
        const key = { experimentId, listId, jobId: opened.jobId }
        if (opened.dwellMs >= DWELL_LEAST_MS || wasSavedSince(opened.jobId, repo.shownAt(key))) repo.click(key, now)
      })
    },
    noteApplied: (jobId, appliedAt) => {
      const active = repo.active()
      if (active === null) return
      database.write(() => {
        if (appliedAt === null) {
          repo.unapply(jobId, active.id)
          return
        }
        const row = repo.latestOf(jobId, { experimentId: active.id, before: appliedAt })
        if (row !== null) repo.apply(row, appliedAt)
      })
    },
    variantNow: () => {
      const active = repo.active()
      if (active === null) return null
      const list = listAt(active, clock.now())
      return { listId: listIdOf(list), weights: list.variant === 'b' ? active.weightsB : active.weightsA }
    },
  }
}

/** Pure. */
function viewOf(row: ExperimentRow, counts: readonly VariantCounts[]): Experiment {
  const { id, name, startedAt, stoppedAt, share } = row
  const countsOf = (variant: Variant): Omit<VariantCounts, 'experimentId' | 'variant'> =>
    counts.find((count) => count.experimentId === id && count.variant === variant) ?? NO_COUNTS
  const a = figuresOf(row.weightsA, countsOf('a'))
  const b = figuresOf(row.weightsB, countsOf('b'))
  return {
    id,
    name,
    startedAt,
    stoppedAt,
    share,
    a,
    b,
    comparisons: [
      comparisonOf('clicks', { a: counted(a, 'clicked'), b: counted(b, 'clicked'), share }),
      comparisonOf('applications', { a: counted(a, 'applied'), b: counted(b, 'applied'), share }),
    ],
  }
}

const NO_COUNTS = { lists: 0, shown: 0, clicked: 0, applied: 0 }

function figuresOf(weights: MatchWeights, counts: typeof NO_COUNTS): VariantFigures {
  const { lists, shown, clicked, applied } = counts
  const rate = (hits: number) => (shown === 0 ? null : hits / shown)
  return {
    weights,
    lists,
    shown,
    clicked,
    applied,
    clickRate: rate(clicked),
    clickInterval: wilsonInterval({ shown, hits: clicked }),
    applyRate: rate(applied),
    applyInterval: wilsonInterval({ shown, hits: applied }),
  }
}

function counted({ shown, clicked, applied }: VariantFigures, by: 'clicked' | 'applied') {
  return { shown, hits: by === 'clicked' ? clicked : applied }
}
