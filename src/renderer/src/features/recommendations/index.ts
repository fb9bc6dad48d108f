// What other features may use of recommendations.
export { ForYouTabs } from './for-you-tabs.tsx'
export { MatchCard } from './match-card.tsx'
export { FACTOR_WORDS, formatPoints } from './points.ts'
export { useWeights } from './use-weights.ts'
export { hasAnyWeight, isSameWeights, readWeight, sharesOf } from './weights-draft.ts'
