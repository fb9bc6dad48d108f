import { STAGES, type Stage } from '#shared/stages.ts'

/** Before one has applied, or without ever having done so. */
const NOT_APPLIED: ReadonlySet<Stage> = new Set(['saved', 'withdrawn'])

/** The stages that nobody reaches without having applied. */
export const APPLIED_STAGES: readonly Stage[] = STAGES.filter((stage) => !NOT_APPLIED.has(stage))

/** Pure. */
export function hasApplied(stage: Stage): boolean {
  return APPLIED_STAGES.includes(stage)
}

/** The day of applying once an application has moved: `now` when that is how it was applied for, none when it is only saved again, else
 *  what it was, also when nobody knows it. Pure. */
export function appliedAfter(
  { from, to }: { readonly from: Stage; readonly to: Stage },
  { appliedAt, now }: { readonly appliedAt: number | null; readonly now: number },
): number | null {
  if (to === 'saved' && from !== 'saved') return null
  return hasApplied(to) && !hasApplied(from) ? (appliedAt ?? now) : appliedAt
}
