import { moveKind, STAGES, type Stage } from '#shared/stages.ts'

const DAY_MS = 86_400_000

/** Stages in which an employer may fall silent. */
export const SILENT_STAGES: readonly Stage[] = STAGES.filter((stage) => moveKind(stage, 'ghosted') !== null)

/** How long nothing may have happened: what is quiet since then or before looks ghosted. Pure. */
export function ghostedBefore(now: number, ghostedAfterDays: number): number {
  return now - ghostedAfterDays * DAY_MS
}

/** `quietSince`: the last thing that happened, or the last interview; one that is planned lies ahead. Pure. */
export function looksGhosted(
  application: { readonly stage: Stage; readonly quietSince: number },
  asked: { readonly now: number; readonly ghostedAfterDays: number },
): boolean {
  return (
    SILENT_STAGES.includes(application.stage) &&
    application.quietSince <= ghostedBefore(asked.now, asked.ghostedAfterDays)
  )
}
