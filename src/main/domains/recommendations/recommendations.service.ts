import { AppError } from '#shared/errors.ts'
import type { ProfileView } from '#shared/profile.ts'
import type {
  ExplainInput,
  MatchExplanation,
  MatchWeights,
  RecommendationList,
  RecommendationsInput,
  WeightsView,
} from '#shared/recommendations.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { TaskHandler, TaskRunner } from '../../infra/tasks/task.ts'
import type { Clock } from '../../infra/time/clock.ts'
import type { MatchingService } from '../jobs/match/matching.service.ts'
import { createAnswers, type SkillGaps } from './answers.ts'
import { createBasis, scoredBy } from './basis.ts'
import { lossesOf } from './explain.ts'
import { createKeptShortlist, type Kept, type Standing } from './kept-shortlist.ts'
import { createFeedbackRepo } from './learning/feedback.repo.ts'
import { createNoting } from './learning/noting.ts'
import { recommendedJob } from './recommended-job.ts'
import { normalisedWeights } from './score.ts'
import {
  createScoreJobsTask,
  enqueueScoring,
  SCORE_JOBS_TASK,
  type ScoreBasis,
  scoredBasis,
  standingScores,
} from './scores/score-jobs.task.ts'
import { createScoresRepo } from './scores/scores.repo.ts'
import { candidateOf, createRanking, readingFor } from './shortlist.ts'
import { createWeights, type MatchSettings } from './weights.ts'

export interface RecommendationsService {
  /** In turns: none holds the event loop for longer than some ten milliseconds. */
  readonly list: (input: RecommendationsInput) => Promise<RecommendationList>
  readonly preview: (input: RecommendationsInput & { weights: MatchWeights }) => Promise<RecommendationList>
  /** Throws NOT_FOUND. */
  readonly explain: (ask: ExplainInput) => MatchExplanation
  readonly weights: () => WeightsView
  readonly setWeights: (weights: MatchWeights | null) => WeightsView
  readonly setLearning: (isOn: boolean) => WeightsView
  /** What was noted stays for a day, so that it can be restored. */
  readonly forgetLearned: () => WeightsView
  /** Acts from after this instant (UTC ms) count again. */
  readonly restoreLearned: (learnsFrom: number) => WeightsView
  readonly skillGaps: (ask: { limit: number }) => Promise<SkillGaps>
  /** Notes what was saved and hidden since the last time. Called when something about the jobs changed. */
  readonly noteMarks: () => void
  /** Has the best jobs scored in the background; while that waits to begin it is not asked for twice. */
  readonly scoreJobs: () => void
  /** Called by the process that leads, every now and then: scores the jobs if what is there was reckoned otherwise. Quick. */
  readonly tick: (now: number) => void
  /** For a process that stays: until the columns are read, a list may be of the scores of the last time. */
  readonly prepare: () => void
  /** What is being made is given up; settles when all that was asked is answered. */
  readonly stop: () => Promise<void>
}

/** The task that scores, which has to exist before its runner does. */
export interface RecommendationParts {
  readonly handler: TaskHandler
  readonly service: RecommendationsService
}

export interface RecommendationsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly matching: MatchingService
  readonly profile: () => ProfileView
  readonly settings: () => MatchSettings
  readonly updateSettings: (change: Partial<MatchSettings>) => void
  readonly tasks: () => TaskRunner
  /** While a run brings jobs, they are not scored again and again. */
  readonly isRunActive: () => boolean
  /** Scores or weights are others now. */
  readonly onChange: () => void
  /** The weights that an experiment gives to the lists of this moment, and what it calls them; null: none is going on. */
  readonly variantNow?: () => { readonly listId: string; readonly weights: MatchWeights } | null
}

const LOOK_EVERY_MS = 20_000

export function createRecommendations(options: RecommendationsOptions): RecommendationParts {
  const { database, clock, matching, settings, profile } = options
  const feedback = createFeedbackRepo(database)
  const scores = createScoresRepo(database)
  const weights = createWeights(feedback, settings)
  const basis = createBasis({ clock, matching, profile, weights })
  const noting = createNoting({
    database,
    matching,
    feedback,
    settings,
    profile,
    comparing: basis.comparing,
    onNews: scoreJobs,
  })
  const ranking = createRanking({ matching, scores })
  let nextLookAt = 0
  let isStaying = false
  let isStopped = false
  const isClosing = () => isStopped || !database.raw.open
  const asked = new Set<Promise<unknown>>()
  const current = createKeptShortlist({
    clock,
    matching,
    ranking,
    isClosing,
    basis: basis.whole,
    profileBasis: basis.profileBasis,
    standing: standingFor,
  })
  const answers = createAnswers({ clock, matching, profile, current, isFresh, isClosing })

  /** Who is gone before there is a better list gets one of kept scores only when they are of these jobs. */
  function standingFor(now: ScoreBasis): Standing | null {
    const found = standingScores(options.tasks())
    if (found?.profileBasis !== now.profileBasis) return null
    const isOfNow = scoredBasis(options.tasks()) === now.basis
    return isOfNow || isStaying ? { scores: found, isOfNow } : null
  }

  function isFresh({ profileBasis, jobsVersion, isStandIn }: Kept): boolean {
    if (isStandIn || jobsVersion !== matching.version()) return false
    return scoredBasis(options.tasks()) === scoredBy(profileBasis, jobsVersion)
  }

  /** The user's own with what was learned, or those of an experiment. */
  function weightsNow(): MatchWeights {
    return options.variantNow?.()?.weights ?? weights.effective()
  }

  async function listNow(input: RecommendationsInput): Promise<RecommendationList> {
    noting.noteMarks()
    const list = await answers.list(input, weightsNow)
    return { ...list, listId: options.variantNow?.()?.listId ?? list.listId }
  }

  async function answered<T>(answer: Promise<T>): Promise<T> {
    asked.add(answer)
    try {
      return await answer
    } finally {
      asked.delete(answer)
    }
  }

  function explain({ jobId, asListed }: ExplainInput): MatchExplanation {
    const comparing = basis.comparing()
    const { seeker } = comparing
    const [job] = matching.read([jobId], readingFor(seeker))
    const [item] = matching.items([jobId])
    if (job === undefined || item === undefined) throw new AppError('NOT_FOUND', { entity: 'job', id: String(jobId) })
    const candidate = candidateOf(job, comparing)
    const used = normalisedWeights(asListed ? weightsNow() : weights.effective())
    const shown = recommendedJob(candidate, { item, seeker, weights: used })
    return { ...shown, losses: lossesOf(candidate, { parts: shown.parts, weights: used, comparing }) }
  }

  function scoreJobs(): void {
    enqueueScoring(options.tasks())
  }

  /** After a change of the weights. */
  function changed(): WeightsView {
    scoreJobs()
    options.onChange()
    return weights.view()
  }

  const service: RecommendationsService = {
    list: (input) => answered(listNow(input)),
    preview: ({ weights: tried, ...input }) => answered(answers.list(input, () => tried)),
    explain,
    weights: () => {
      noting.noteMarks()
      return weights.view()
    },
    setWeights: (matchWeights) => {
      options.updateSettings({ matchWeights })
      return changed()
    },
    setLearning: (isMatchLearningOn) => {
      options.updateSettings({ isMatchLearningOn })
      noting.noteMarks()
      return changed()
    },
    forgetLearned: () => {
      options.updateSettings({ matchLearnsFrom: clock.now() })
      return changed()
    },
    restoreLearned: (learnsFrom) => {
      if (learnsFrom < settings().matchLearnsFrom) options.updateSettings({ matchLearnsFrom: learnsFrom })
      noting.noteMarks()
      return changed()
    },
    skillGaps: ({ limit }) => answered(answers.skillGaps(limit, weights.effective)),
    noteMarks: noting.noteMarks,
    scoreJobs,
    tick: (now) => {
      if (now < nextLookAt || options.isRunActive()) return
      nextLookAt = now + LOOK_EVERY_MS
      noting.dropForgotten(now)
      // What failed is tried again when there is something new, and not without end.
      if (options.tasks().findLast(SCORE_JOBS_TASK)?.state === 'failed') return
      if ((basis.whole()?.basis ?? '') !== scoredBasis(options.tasks())) scoreJobs()
    },
    prepare: () => {
      isStaying = true
    },
    stop: async () => {
      isStopped = true
      await Promise.allSettled(asked)
    },
  }
  const handler = createScoreJobsTask({
    database,
    matching,
    ranking,
    scores,
    basis: basis.whole,
    profileBasis: basis.profileBasis,
    onDone: options.onChange,
  })
  return { handler, service }
}
