import { DEFAULT_WEIGHTS, type MatchWeights, type WeightsView } from '#shared/recommendations.ts'
import type { Feedback, FeedbackRepo } from './learning/feedback.repo.ts'
import { type LearnedShift, learnedShifts } from './learning/learned-shifts.ts'
import { normalisedWeights, weightsFrom } from './score.ts'

export interface MatchSettings {
  /** The user's own; null: the product's. */
  readonly matchWeights: MatchWeights | null
  readonly isMatchLearningOn: boolean
  /** Acts until this instant (UTC ms) do not count. */
  readonly matchLearnsFrom: number
}

/** The weights that count, out of the user's own and what was learned. */
export interface Weights {
  readonly view: () => WeightsView
  readonly effective: () => MatchWeights
  /** Jobs that were hidden because of their employer. */
  readonly hiddenForCompany: () => readonly number[]
}

export function createWeights(feedback: FeedbackRepo, settings: () => MatchSettings): Weights {
  let kept: { readonly version: string; readonly rows: readonly Feedback[] } | null = null

  function rows(): readonly Feedback[] {
    const { matchLearnsFrom } = settings()
    const version = `${matchLearnsFrom} ${feedback.version()}`
    if (kept?.version !== version)
      kept = { version, rows: feedback.all().filter(({ happenedAt }) => happenedAt > matchLearnsFrom) }
    return kept.rows
  }

  function parts(): { own: MatchWeights; learned: LearnedShift[]; effective: MatchWeights } {
    const { matchWeights, isMatchLearningOn } = settings()
    const own = normalisedWeights(matchWeights ?? DEFAULT_WEIGHTS)
    const learned = learnedShifts(own, rows())
    if (!isMatchLearningOn) return { own, learned, effective: own }
    return { own, learned, effective: shifted(own, learned) }
  }

  return {
    effective: () => parts().effective,
    view: () => {
      const count = (kind: Feedback['kind']) => rows().filter((row) => row.kind === kind).length
      return {
        ...parts(),
        from: { saved: count('saved'), applied: count('applied'), hidden: count('hidden') },
        learnsFrom: settings().matchLearnsFrom,
        isLearningOn: settings().isMatchLearningOn,
        isDefault: settings().matchWeights === null,
      }
    },
    hiddenForCompany: () =>
      settings().isMatchLearningOn
        ? rows().flatMap(({ kind, reason, jobId }) => (kind === 'hidden' && reason === 'company' ? jobId : []))
        : [],
  }
}

/** Own weights moved by what was learned, as points of 100 again. Pure. */
export function shifted(own: MatchWeights, learned: readonly Pick<LearnedShift, 'factor' | 'shift'>[]): MatchWeights {
  const shifts = new Map(learned.map(({ factor, shift }) => [factor, shift]))
  return normalisedWeights(weightsFrom((factor) => Math.max(0, own[factor] + (shifts.get(factor) ?? 0))))
}
