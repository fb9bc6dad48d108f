import { jobIdSchema } from '#shared/ids.ts'
import { blockingKeys } from '../blocking.ts'
import type { DedupCandidate, DedupIncoming } from '../candidate.ts'
import { namesCity } from '../compare-places.ts'
import { compareTitles } from '../compare-titles.ts'
import { ClusterTable } from './cluster-table.ts'
import { KeyIndex } from './key-index.ts'
import { SignaturePool } from './signature-pool.ts'

/** So many clusters keep all that a signature has; what comes later keeps less of it, so that memory lasts for half a million. */
const WHOLE_SIGNATURES = 40_000
const ALL = 256
const FEW = 64
const END_LENGTH = 3
const MUCH_LONGER = 1.5
const NONE: readonly string[] = []

/** The clusters so far, found by the keys that the store's lookups use. A company's jobs are split by title words, since two titles
 *  without a word in common are never the same. A candidate's jobId is the number of its cluster, from 1. */
export class ClusterIndex {
  readonly #clusters = new ClusterTable()
  readonly #keys = new KeyIndex()
  readonly #signatures = new SignaturePool()

  find(incoming: DedupIncoming): DedupCandidate[] {
    const byUrl = new Set<number>()
    this.#keys.collect(urlKey(incoming), byUrl)
    const found = new Set(byUrl)
    for (const key of otherKeys(incoming)) this.#keys.collect(key, found)
    return [...found].flatMap((number) => this.#candidate(number, { incoming, hasUrl: byUrl.has(number) }))
  }

  open(id: string, incoming: DedupIncoming, now: number): void {
    const signature = this.#signatures.put(incoming.signature, this.#most())
    this.#clusters.push(id, { incoming, seenAt: incoming.postedAt ?? now, signature })
    this.#file(this.#clusters.length, incoming)
  }

  /** Returns the id of the row that opened the cluster. */
  join(number: number, incoming: DedupIncoming, now: number): string {
    const cluster = this.#clusters.get(number - 1)
    if (cluster === null) throw new Error(`No cluster ${number}`)
    this.#clusters.see(number - 1, { incoming, seenAt: incoming.postedAt ?? now })
    this.#learn(number, cluster, incoming)
    this.#file(number, incoming)
    return cluster.id
  }

  /** A city says more than a country, and a whole text more than an excerpt: what comes next is compared with that. */
  #learn(
    number: number,
    known: { readonly placeKey: string; readonly shingles: number },
    { placeKey, signature }: DedupIncoming,
  ): void {
    if (!namesCity(known.placeKey) && namesCity(placeKey)) this.#clusters.setPlace(number - 1, placeKey)
    const shingles = signature[0] ?? 0
    if (shingles < known.shingles * MUCH_LONGER) return
    this.#clusters.setText(number - 1, { signature: this.#signatures.put(signature, this.#most()), shingles })
  }

  #candidate(number: number, found: { incoming: DedupIncoming; hasUrl: boolean }): DedupCandidate[] {
    const { incoming, hasUrl } = found
    // Most of a company's openings are none of this title, and need not be looked at any further.
    const isOtherTitle = compareTitles(incoming.titleKey, this.#clusters.titleKeyOf(number - 1)).verdict === 'different'
    const cluster = isOtherTitle && !hasUrl ? null : this.#clusters.get(number - 1)
    if (cluster === null) return []
    const { titleKey, companyKey, placeKey } = cluster
    const isAlike =
      titleKey === incoming.titleKey && companyKey === incoming.companyKey && placeKey === incoming.placeKey
    return [
      {
        ...cluster,
        jobId: jobIdSchema.parse(number),
        fingerprint: isAlike ? incoming.fingerprint : '',
        city: null,
        closedAt: null,
        signature: this.#signatures.get(cluster.signature),
        canonicalUrls: hasUrl ? [incoming.canonicalUrl] : NONE,
      },
    ]
  }

  #file(number: number, incoming: DedupIncoming): void {
    this.#keys.add(urlKey(incoming), number)
    for (const key of otherKeys(incoming)) this.#keys.add(key, number)
  }

  #most(): number {
    return this.#clusters.length < WHOLE_SIGNATURES ? ALL : FEW
  }
}

function urlKey({ canonicalUrl }: DedupIncoming): string {
  return `u ${canonicalUrl}`
}

/** A company that is spelled otherwise is found by either end of its name: a typing error is rarely at both. */
function otherKeys(incoming: DedupIncoming): string[] {
  const { companyKey, titleAndPlace } = blockingKeys(incoming)
  const keys = companyKey === null ? [] : wordStarts(incoming.titleKey).map((start) => `c ${companyKey} ${start}`)
  if (companyKey === null || titleAndPlace === null) return keys
  const titles = titleAndPlace.titleKeys.toSorted().join('/')
  return [...keys, `s ${companyKey.slice(0, END_LENGTH)} ${titles}`, `e ${companyKey.slice(-END_LENGTH)} ${titles}`]
}

/** The first letters suffice, so that a compound and its parts ("Softwareentwickler") meet. */
function wordStarts(titleKey: string): string[] {
  return [...new Set(titleKey.split(' ').map((word) => word.slice(0, 4)))]
}
