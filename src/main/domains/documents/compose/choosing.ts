import type { TailoringOptions } from '#shared/tailoring.ts'
import type { Relevance } from './relevance.ts'

/** What every choice is made with. `tell` says why a part stands where it does. */
export interface Choosing {
  readonly relevance: Relevance
  readonly options: TailoringOptions
  readonly tell: (at: string, message: string) => void
}
