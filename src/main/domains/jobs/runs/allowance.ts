import type { SourceId } from '#shared/ids.ts'

/** How many new postings each source of a run may still bring. Every source has its fair share; what one leaves unused is
 *  there for the others. */
export interface Allowance {
  readonly left: (sourceId: SourceId) => number
  readonly use: (sourceId: SourceId, postings: number) => void
  readonly finish: (sourceId: SourceId) => void
}

export function createAllowance(total: number, sourceIds: readonly SourceId[]): Allowance {
  const share = Math.floor(total / Math.max(sourceIds.length, 1))
  const shares = new Map(sourceIds.map((id) => [id, share]))
  let pool = total - share * sourceIds.length

  return {
    left: (sourceId) => (shares.get(sourceId) ?? 0) + pool,
    use: (sourceId, postings) => {
      const own = shares.get(sourceId) ?? 0
      const fromOwn = Math.min(own, postings)
      shares.set(sourceId, own - fromOwn)
      pool = Math.max(0, pool - (postings - fromOwn))
    },
    finish: (sourceId) => {
      pool += shares.get(sourceId) ?? 0
      shares.set(sourceId, 0)
    },
  }
}
