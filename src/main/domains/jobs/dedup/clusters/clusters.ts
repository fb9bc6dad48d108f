import type { DEDUP_LAYERS } from '#shared/jobs.ts'
import { type ComparedPosting, incomingOf } from '../candidate.ts'
import { ClusterIndex } from './cluster-index.ts'
import { decide } from '../decide.ts'

export interface ClusterRow {
  readonly id: string
  readonly read: ComparedPosting
}

/** `clusterId` is the id of the row that opened the cluster; `reason` says why the row is in it. */
export interface ClusteredRow {
  readonly id: string
  readonly clusterId: string
  readonly layer: (typeof DEDUP_LAYERS)[number]
  readonly reason: string
}

/** Clusters that grow posting by posting, by the rules that a run stores them by. */
export interface Clusters {
  /** Puts a posting into the cluster of its opening, or opens one. */
  readonly add: (row: ClusterRow) => ClusteredRow
}

/** Groups postings in memory, in the order they come. Holds a signature and the keys of every cluster (some 500 bytes), not the texts.
 *  `now` is the time of the whole set, UTC epoch milliseconds: it counts only for postings without a date. */
export function createClusters(now: number): Clusters {
  const index = new ClusterIndex()
  return {
    add: ({ id, read }) => {
      const incoming = incomingOf(read)
      const decision = decide({ incoming, candidates: index.find(incoming), now, sourceName: (source) => source })
      if (decision.kind === 'merge') {
        const clusterId = index.join(decision.jobId, incoming, now)
        return { id, clusterId, layer: decision.layer, reason: decision.reason }
      }
      index.open(id, incoming, now)
      const reason = decision.kind === 'repost' ? decision.reason : 'No posting before it is the same opening'
      return { id, clusterId: id, layer: 'first', reason }
    },
  }
}
