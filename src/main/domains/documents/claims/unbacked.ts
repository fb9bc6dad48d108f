import type { FindingKind } from '#shared/claims.ts'

/** What a sentence says and nothing backs. */
export interface Unbacked {
  readonly kind: FindingKind
  readonly words: string
}
