// What other features may use of recommendations.
export { ForYouColumn } from './for-you-head.tsx'
export { MatchCard } from './match-card.tsx'
export { FACTOR_WORDS, formatPoints, formatShift } from './points.ts'
export { ScoreBadge } from './score-badge.tsx'
export { useWeights } from './use-weights.ts'
export { hasAnyWeight, isSameWeights, readWeight, sharesOf } from './weights-draft.ts'
