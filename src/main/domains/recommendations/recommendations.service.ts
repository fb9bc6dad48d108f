import { createHash } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import type { JobId } from '#shared/ids.ts'
import type { JobListItem } from '#shared/jobs.ts'
import type { Profile, ProfileView } from '#shared/profile.ts'
import {
  MATCH_FACTORS,
  type MatchExplanation,
  type MatchWeights,
  type RecommendationList,
  type RecommendationsInput,
  type SkillGap,
  type WeightsView,
} from '#shared/recommendations.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { TaskHandler, TaskRunner } from '../../infra/tasks/task.ts'
import type { Clock } from '../../infra/time/clock.ts'
import type { MatchingService } from '../jobs/match/matching.service.ts'
import { CONCERN_RULE } from './concerns.ts'
import { lossesOf } from './explain.ts'
import { RULES_VERSION } from './factors/factors.ts'
import { createFeedbackRepo } from './learning/feedback.repo.ts'
import { createFeedbackNoter } from './learning/note-feedback.ts'
import { placed, type Placed } from './placing.ts'
import { recommendedJob } from './recommended-job.ts'
import { normalisedWeights } from './score.ts'
import { createScoreJobsTask, SCORE_JOBS_TASK, type ScoreBasis, scoredBasis } from './scores/score-jobs.task.ts'
import { createScoresRepo } from './scores/scores.repo.ts'
import { type Seeker, seekerOf } from './seeker.ts'
import { candidateOf, type Comparing, makeShortlist, readingFor, type Shortlist } from './shortlist.ts'
import { GOOD_SCORE, skillGapsOf } from './skill-gaps.ts'
import { createWeights, type MatchSettings } from './weights.ts'

export interface RecommendationsService {
  readonly list: (input: RecommendationsInput) => RecommendationList
  readonly preview: (input: RecommendationsInput & { weights: MatchWeights }) => RecommendationList
  /** Throws NOT_FOUND. */
  readonly explain: (jobId: JobId) => MatchExplanation
  readonly weights: () => WeightsView
  readonly setWeights: (weights: MatchWeights | null) => WeightsView
  readonly setLearning: (isOn: boolean) => WeightsView
  readonly forgetLearned: () => WeightsView
  readonly skillGaps: (ask: { limit: number }) => { gaps: SkillGap[]; goodMatches: number; hints: string[] }
  /** Notes what was saved and hidden since the last time. Called when something about the jobs changed. */
  readonly noteMarks: () => void
  /** Has the best jobs scored in the background; while that waits to begin it is not asked for twice. */
  readonly scoreJobs: () => void
  /** Called by the process that leads, every now and then: scores the jobs if what is there was reckoned otherwise. Quick. */
  readonly tick: (now: number) => void
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

/** A shortlist is as good as new for so long, by the original specification. */
const KEPT_MS = 15 * 60_000
/** While jobs come in, a list is not made anew for each of them. */
const BEHIND_MS = 5_000
const LOOK_EVERY_MS = 20_000

interface Kept {
  readonly basis: string
  readonly jobsVersion: string
  readonly shortlist: Shortlist
  readonly comparing: Comparing
}

function scoredBy(profileBasis: string, jobsVersion: string): string {
  return `${profileBasis} ${jobsVersion}`
}

export function createRecommendations(options: RecommendationsOptions): RecommendationParts {
  const { database, clock, matching, settings } = options
  const feedback = createFeedbackRepo(database)
  const scores = createScoresRepo(database)
  const weights = createWeights(feedback, settings)
  const note = createFeedbackNoter({ database, matching, feedback })
  let seekerKept: { readonly profile: Profile; readonly seeker: Seeker } | null = null
  let kept: Kept | null = null
  let items: { readonly version: string; readonly byId: Map<number, JobListItem> } | null = null
  let notedMarks: string | null = null
  let nextLookAt = 0

  function comparing(profile: Profile): Comparing {
    if (seekerKept?.profile !== profile) seekerKept = { profile, seeker: seekerOf(profile) }
    const unwelcomeCompanies = new Set(matching.companyKeys(weights.hiddenForCompany()))
    return { seeker: seekerKept.seeker, context: { nowMs: clock.now(), unwelcomeCompanies } }
  }

  /** Everything but the jobs that a list or a score depends on. */
  function basisOf(version: number, effective: MatchWeights): string {
    const parts = [version, RULES_VERSION, MATCH_FACTORS.map((factor) => effective[factor]), weights.hiddenForCompany()]
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
  }

  function current(): Kept | null {
    const { profile, version, isEmpty } = options.profile()
    if (isEmpty) return null
    const effective = weights.effective()
    const basis = basisOf(version, effective)
    const jobsVersion = matching.version()
    const now = clock.now()
    if (kept !== null && kept.basis === basis) {
      const ageMs = now - kept.shortlist.computedAt
      const isSameJobs = kept.jobsVersion === jobsVersion
      if (ageMs >= 0 && ageMs < (isSameJobs ? KEPT_MS : BEHIND_MS)) return kept
    }
    const compared = comparing(profile)
    kept = {
      basis,
      jobsVersion,
      comparing: compared,
      shortlist: makeShortlist(matching, { ...compared, weights: effective }),
    }
    return kept
  }

  function listWith(input: RecommendationsInput, chosen: MatchWeights): RecommendationList {
    const found = current()
    if (found === null) return emptyList(chosen)
    const { shortlist } = found
    const used = normalisedWeights(chosen)
    const hidden = new Set(matching.hiddenIds())
    const visible = shortlist.candidates.filter(({ job }) => !hidden.has(job.id))
    const all = placed(visible, used, input)
    return {
      jobs: shown(all.slice(0, input.limit), { used, seeker: found.comparing.seeker }),
      total: all.length,
      considered: shortlist.considered,
      computedAt: shortlist.computedAt,
      isFresh: isFresh(found),
      listId: shortlist.id,
      weights: used,
      hints: hintsOf(all, { shortlist, input }),
    }
  }

  function shown(rows: readonly Placed[], { used, seeker }: { used: MatchWeights; seeker: Seeker }) {
    const items = itemsOf(rows.map(({ candidate }) => candidate.job.id))
    return rows.flatMap(({ candidate }) => {
      const item = items.get(candidate.job.id)
      return item === undefined ? [] : recommendedJob(candidate, { item, seeker, weights: used })
    })
  }

  /** Rows of the list, read once until a job or a mark is another. */
  function itemsOf(ids: readonly number[]): ReadonlyMap<number, JobListItem> {
    const version = `${matching.version()} ${matching.marksVersion()}`
    if (items?.version !== version) items = { version, byId: new Map() }
    const { byId } = items
    for (const item of matching.items(ids.filter((id) => !byId.has(id)))) byId.set(item.id, item)
    return byId
  }

  function emptyList(used: MatchWeights): RecommendationList {
    const hints = ['Your profile says nothing yet that jobs could be compared with.', ...profileMessages()]
    const base = { jobs: [], total: 0, considered: 0, computedAt: clock.now(), isFresh: true, listId: 'empty' }
    return { ...base, weights: normalisedWeights(used), hints }
  }

  function profileMessages(): string[] {
    return options.profile().hints.map(({ message }) => message)
  }

  function hintsOf(all: readonly Placed[], made: { shortlist: Shortlist; input: RecommendationsInput }): string[] {
    const { shortlist, input } = made
    const hints: string[] = []
    if (shortlist.considered === 0) hints.push('There are no open jobs yet: run discovery first.')
    else if (all.length === 0)
      hints.push(`No job reaches ${input.minScore} points. Lower the least score, or say more in your profile.`)
    if (shortlist.candidates.some(({ concerns }) => concerns.length > 0)) hints.push(CONCERN_RULE)
    if (all.length < input.limit) hints.push(...profileMessages().slice(0, 1))
    return hints
  }

  function isFresh({ basis, jobsVersion }: Kept): boolean {
    return jobsVersion === matching.version() && scoredBasis(options.tasks()) === scoredBy(basis, jobsVersion)
  }

  function scoreBasis(): ScoreBasis | null {
    const { profile, version, isEmpty } = options.profile()
    if (isEmpty) return null
    const effective = weights.effective()
    const profileBasis = basisOf(version, effective)
    const basis = scoredBy(profileBasis, matching.version())
    return { ...comparing(profile), weights: effective, profileBasis, basis }
  }

  function scoreJobs(): void {
    options.tasks().enqueue({ kind: SCORE_JOBS_TASK, key: SCORE_JOBS_TASK, payload: {} })
  }

  /** After a change of the weights. */
  function changed(): WeightsView {
    scoreJobs()
    options.onChange()
    return weights.view()
  }

  function noteMarks(): void {
    const { isMatchLearningOn, matchLearnsFrom } = settings()
    const { profile, isEmpty } = options.profile()
    if (!isMatchLearningOn || isEmpty) return
    const marks = `${matchLearnsFrom} ${matching.marksVersion()}`
    if (marks === notedMarks) return
    const isChanged = note({ since: matchLearnsFrom, comparing: comparing(profile) })
    notedMarks = marks
    if (!isChanged) return
    scoreJobs()
  }

  const service: RecommendationsService = {
    list: (input) => {
      noteMarks()
      const variant = options.variantNow?.() ?? null
      if (variant === null) return listWith(input, weights.effective())
      return { ...listWith(input, variant.weights), listId: variant.listId }
    },
    preview: ({ weights: tried, ...input }) => listWith(input, tried),
    explain: (jobId) => {
      const compared = comparing(options.profile().profile)
      const [job] = matching.read([jobId], readingFor(compared.seeker))
      const [item] = matching.items([jobId])
      if (job === undefined || item === undefined) throw new AppError('NOT_FOUND', { entity: 'job', id: String(jobId) })
      const candidate = candidateOf(job, compared)
      const used = normalisedWeights(options.variantNow?.()?.weights ?? weights.effective())
      const shownJob = recommendedJob(candidate, { item, seeker: compared.seeker, weights: used })
      const losses = lossesOf(candidate, { parts: shownJob.parts, weights: used, comparing: compared })
      return { ...shownJob, losses }
    },
    weights: () => {
      noteMarks()
      return weights.view()
    },
    setWeights: (matchWeights) => {
      options.updateSettings({ matchWeights })
      return changed()
    },
    setLearning: (isMatchLearningOn) => {
      options.updateSettings({ isMatchLearningOn })
      noteMarks()
      return changed()
    },
    forgetLearned: () => {
      options.updateSettings({ matchLearnsFrom: clock.now() })
      database.write(() => feedback.clear())
      return changed()
    },
    skillGaps: ({ limit }) => {
      const found = current()
      if (found === null) return { gaps: [], goodMatches: 0, hints: emptyList(weights.effective()).hints }
      const ask = { ...found.comparing, weights: weights.effective(), limit }
      const { gaps, goodMatches } = skillGapsOf(found.shortlist.candidates, ask)
      const hints =
        goodMatches > 0 ? [] : [`No job scores ${GOOD_SCORE} or more yet.`, ...profileMessages().slice(0, 2)]
      return { gaps, goodMatches, hints }
    },
    noteMarks,
    scoreJobs,
    tick: (now) => {
      if (now < nextLookAt || options.isRunActive()) return
      nextLookAt = now + LOOK_EVERY_MS
      // What failed is tried again when there is something new, and not without end.
      if (options.tasks().findLast(SCORE_JOBS_TASK)?.state === 'failed') return
      if ((scoreBasis()?.basis ?? '') !== scoredBasis(options.tasks())) scoreJobs()
    },
  }
  const handler = createScoreJobsTask({ database, matching, scores, basis: scoreBasis, onDone: options.onChange })
  return { handler, service }
}
