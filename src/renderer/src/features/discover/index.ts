// What other features and the frame may use of discovery.
export { RunBanner } from './run-banner.tsx'
export { useRunControl } from './run-control.ts'
export { RunIndicator } from './run-indicator.tsx'
export { PROBLEM_ADVICE } from './run-words.ts'
export { ScheduleLine } from './schedule-line.tsx'
export { SourceStateBadge } from './source-state-badge.tsx'
export { useSources } from './use-sources.ts'
