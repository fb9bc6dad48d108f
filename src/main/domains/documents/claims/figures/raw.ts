import type { Unit } from './units.ts'

/** A number by its tokens; `unit` where it is part of it, "doubled" or "achtköpfig". */
export interface Raw {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly isVague?: boolean
  readonly unit?: Unit
  /** By how much it was multiplied ("22 million"). */
  readonly scale?: number
  /** "achtköpfig": a group with the one who writes. */
  readonly isGroup?: boolean
}
