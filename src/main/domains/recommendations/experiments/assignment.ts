import { createHash } from 'node:crypto'
import type { Variant } from '#shared/experiments.ts'

/** A recommendation list of an experiment. All lists of one day (UTC) are the same: rows do not change places between two looks, and a
 *  job is shown once. */
export interface ExperimentList {
  readonly experimentId: number
  readonly variant: Variant
  /** '2026-11-29' */
  readonly day: string
}

/** The list of an instant (UTC ms). The variant is drawn from experiment and day, so it is the same in every process, after every start,
 *  and `share` of all days get B. Pure. */
export function listAt(experiment: { readonly id: number; readonly share: number }, instant: number): ExperimentList {
  const day = new Date(instant).toISOString().slice(0, 10)
  return { experimentId: experiment.id, day, variant: variantOf(experiment, day) }
}

/** Pure. */
export function variantOf({ id, share }: { readonly id: number; readonly share: number }, day: string): Variant {
  const drawn = createHash('sha256').update(`experiment ${id} ${day}`).digest().readUInt32BE(0) / 2 ** 32
  return drawn < share ? 'b' : 'a'
}

/** 'experiment-3-b-2026-11-29' */
export function listIdOf({ experimentId, variant, day }: ExperimentList): string {
  return `experiment-${experimentId}-${variant}-${day}`
}

const LIST_ID = /^experiment-(?<id>[1-9]\d{0,14})-(?<variant>[ab])-(?<day>\d{4}-\d{2}-\d{2})$/

/** Null for a list of no experiment. Pure. */
export function readListId(listId: string): ExperimentList | null {
  const { id, variant, day } = LIST_ID.exec(listId)?.groups ?? {}
  if (id === undefined || day === undefined) return null
  return { experimentId: Number(id), variant: variant === 'b' ? 'b' : 'a', day }
}
