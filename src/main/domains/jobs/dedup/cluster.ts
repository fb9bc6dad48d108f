import { jobIdSchema } from '#shared/ids.ts'
import type { ReadPosting } from '../posting.ts'
import { blockingKeys } from './blocking.ts'
import { candidateOf, incomingOf, type DedupCandidate, type DedupIncoming } from './candidate.ts'
import { decide } from './decide.ts'

export interface ClusterRow {
  readonly id: string
  readonly read: ReadPosting
}

/** `clusterId` is the id of the row that opened the cluster; `reason` says why the row is in it. */
export interface ClusteredRow {
  readonly id: string
  readonly clusterId: string
  readonly layer: 'first' | 'url' | 'fingerprint' | 'fuzzy'
  readonly reason: string
}

interface Cluster {
  readonly id: string
  candidate: DedupCandidate
}

/** Clusters that grow posting by posting, by the rules that a run stores them by. */
export interface Clusters {
  /** Puts a posting into the cluster of its opening, or opens one. */
  readonly add: (row: ClusterRow) => ClusteredRow
}

/** Groups postings in memory, in the order they come. Holds one signature (256 bytes) and the keys of every cluster, not the
 *  texts. `now` is the time of the whole set, UTC epoch milliseconds: it counts only for postings without a date. */
export function createClusters(now: number): Clusters {
  const index = new ClusterIndex()
  return {
    add: (row) => {
      const incoming = incomingOf(row.read)
      const candidates = index.find(incoming).map((cluster) => cluster.candidate)
      const decision = decide({ incoming, candidates, now, sourceName: (id) => id })
      if (decision.kind === 'new') {
        index.open(row.id, incoming, now)
        const reason = 'No posting before it is the same opening'
        return { id: row.id, clusterId: row.id, layer: 'first', reason }
      }
      const cluster = index.join(decision.jobId, incoming, now)
      return { id: row.id, clusterId: cluster.id, layer: decision.layer, reason: decision.reason }
    },
  }
}

/** The clusters so far, found by the keys that the store's lookups use. A company's jobs are split by title words, since
 *  two titles without a word in common are never the same. */
class ClusterIndex {
  readonly #clusters: Cluster[] = []
  readonly #byKey = new Map<string, number[]>()

  find(incoming: DedupIncoming): Cluster[] {
    const found = new Set(keysOfCluster(incoming).flatMap((key) => this.#byKey.get(key) ?? []))
    return [...found].flatMap((position) => this.#clusters[position] ?? [])
  }

  open(id: string, incoming: DedupIncoming, now: number): void {
    const jobId = jobIdSchema.parse(this.#clusters.length + 1)
    const candidate = candidateOf(incoming, { jobId, city: null, seenAt: incoming.postedAt ?? now })
    this.#clusters.push({ id, candidate })
    for (const key of keysOfCluster(incoming)) this.#keep(key, jobId - 1)
  }

  join(jobId: number, incoming: DedupIncoming, now: number): Cluster {
    const cluster = this.#clusters[jobId - 1]
    if (cluster === undefined) throw new Error(`No cluster ${jobId}`)
    const { candidate } = cluster
    const at = incoming.postedAt ?? now
    cluster.candidate = {
      ...candidate,
      firstSeenAt: Math.min(candidate.firstSeenAt, at),
      lastSeenAt: Math.max(candidate.lastSeenAt, at),
      closesAt: candidate.closesAt ?? incoming.closesAt,
      requisitionIds: withValue(candidate.requisitionIds, incoming.requisitionId),
      sourceIds: withValue(candidate.sourceIds, incoming.sourceId),
      canonicalUrls: withValue(candidate.canonicalUrls, incoming.canonicalUrl),
    }
    for (const key of keysOfCluster(incoming)) this.#keep(key, jobId - 1)
    return cluster
  }

  #keep(key: string, position: number): void {
    const positions = this.#byKey.get(key)
    if (positions === undefined) this.#byKey.set(key, [position])
    else if (!positions.includes(position)) positions.push(position)
  }
}

function keysOfCluster(incoming: DedupIncoming): string[] {
  const { canonicalUrl, fingerprint, companyKey, similarCompany } = blockingKeys(incoming)
  const keys = [`u ${canonicalUrl}`]
  if (fingerprint !== null) keys.push(`f ${fingerprint}`)
  if (companyKey !== null) for (const start of wordStarts(incoming.titleKey)) keys.push(`c ${companyKey} ${start}`)
  if (similarCompany !== null) keys.push(`s ${similarCompany.from} ${similarCompany.titleKey}`)
  return keys
}

/** The first letters suffice, so that a compound and its parts ("Softwareentwickler") meet. */
function wordStarts(titleKey: string): Set<string> {
  return new Set(titleKey.split(' ').map((word) => word.slice(0, 4)))
}

function withValue<T>(values: readonly T[], value: T | null): readonly T[] {
  return value === null || values.includes(value) ? values : [...values, value]
}
