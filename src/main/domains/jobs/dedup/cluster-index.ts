import { jobIdSchema } from '#shared/ids.ts'
import { blockingKeys } from './blocking.ts'
import type { DedupCandidate, DedupIncoming } from './candidate.ts'
import { namesCity } from './compare-places.ts'
import { KeyIndex } from './key-index.ts'
import { SignaturePool } from './signature-pool.ts'

const MINUTE_MS = 60_000
const NEVER = -1
/** So many clusters keep all that a signature has; what comes later keeps less of it, so that memory lasts for half a million. */
const WHOLE_SIGNATURES = 100_000
const ALL = 256
const FEW = 96
const END_LENGTH = 3
const MUCH_LONGER = 1.5
const NONE: readonly string[] = []

/** A cluster in as few bytes as it can be: words that come back are one string, instants are whole minutes. */
interface Cluster extends Pick<
  DedupIncoming,
  'titleKey' | 'companyKey' | 'countryCode' | 'language' | 'seniority' | 'workplace'
> {
  readonly id: string
  placeKey: string
  signature: number
  shingles: number
  posted: number
  closes: number
  firstSeen: number
  lastSeen: number
  sourceIds: readonly string[]
  requisitionIds: readonly string[]
}

/** The clusters so far, found by the keys that the store's lookups use. A company's jobs are split by title words, since two titles
 *  without a word in common are never the same. A candidate's jobId is the number of its cluster, from 1. */
export class ClusterIndex {
  readonly #clusters: Cluster[] = []
  readonly #keys = new KeyIndex()
  readonly #signatures = new SignaturePool()
  readonly #words = new Map<string, string>()
  readonly #lists = new Map<string, readonly string[]>()

  find(incoming: DedupIncoming): DedupCandidate[] {
    const byUrl = new Set<number>()
    this.#keys.collect(urlKey(incoming), byUrl)
    const found = new Set(byUrl)
    for (const key of otherKeys(incoming)) this.#keys.collect(key, found)
    return [...found].flatMap((number) => this.#candidate(number, { incoming, hasUrl: byUrl.has(number) }))
  }

  open(id: string, incoming: DedupIncoming, now: number): void {
    const { titleKey, companyKey, placeKey, countryCode, language, seniority, workplace } = incoming
    const seen = minute(incoming.postedAt ?? now)
    this.#clusters.push({
      id,
      titleKey: this.#once(titleKey),
      companyKey: this.#once(companyKey),
      placeKey: this.#once(placeKey),
      countryCode: countryCode === null ? null : this.#once(countryCode),
      language: language === null ? null : this.#once(language),
      seniority,
      workplace,
      posted: minute(incoming.postedAt),
      closes: minute(incoming.closesAt),
      firstSeen: seen,
      lastSeen: seen,
      signature: this.#signatures.put(incoming.signature, this.#most()),
      shingles: incoming.signature[0] ?? 0,
      sourceIds: this.#list([incoming.sourceId]),
      requisitionIds: incoming.requisitionId === null ? NONE : [incoming.requisitionId],
    })
    this.#file(this.#clusters.length, incoming)
  }

  /** Returns the id of the row that opened the cluster. */
  join(number: number, incoming: DedupIncoming, now: number): string {
    const cluster = this.#clusters[number - 1]
    if (cluster === undefined) throw new Error(`No cluster ${number}`)
    const seen = minute(incoming.postedAt ?? now)
    cluster.firstSeen = Math.min(cluster.firstSeen, seen)
    cluster.lastSeen = Math.max(cluster.lastSeen, seen)
    if (cluster.closes === NEVER) cluster.closes = minute(incoming.closesAt)
    cluster.sourceIds = this.#list(withValue(cluster.sourceIds, incoming.sourceId))
    if (incoming.requisitionId !== null)
      cluster.requisitionIds = withValue(cluster.requisitionIds, incoming.requisitionId)
    this.#learn(cluster, incoming)
    this.#file(number, incoming)
    return cluster.id
  }

  /** A city says more than a country, and a whole text more than an excerpt: what comes next is compared with that. */
  #learn(cluster: Cluster, { placeKey, signature }: DedupIncoming): void {
    if (!namesCity(cluster.placeKey) && namesCity(placeKey)) cluster.placeKey = this.#once(placeKey)
    const shingles = signature[0] ?? 0
    if (shingles < cluster.shingles * MUCH_LONGER) return
    cluster.signature = this.#signatures.put(signature, this.#most())
    cluster.shingles = shingles
  }

  #candidate(number: number, found: { incoming: DedupIncoming; hasUrl: boolean }): DedupCandidate[] {
    const cluster = this.#clusters[number - 1]
    if (cluster === undefined) return []
    const { incoming, hasUrl } = found
    const { titleKey, companyKey, placeKey } = cluster
    const isAlike =
      titleKey === incoming.titleKey && companyKey === incoming.companyKey && placeKey === incoming.placeKey
    return [
      {
        ...cluster,
        jobId: jobIdSchema.parse(number),
        fingerprint: isAlike ? incoming.fingerprint : '',
        city: null,
        postedAt: instant(cluster.posted),
        closesAt: instant(cluster.closes),
        closedAt: null,
        firstSeenAt: cluster.firstSeen * MINUTE_MS,
        lastSeenAt: cluster.lastSeen * MINUTE_MS,
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

  #once(word: string): string {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    this.#words.set(word, word)
    return word
  }

  #list(values: readonly string[]): readonly string[] {
    const key = values.join('\n')
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    this.#lists.set(key, values)
    return values
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

function withValue<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values : [...values, value]
}

function minute(at: number | null): number {
  return at === null ? NEVER : Math.floor(at / MINUTE_MS)
}

function instant(at: number): number | null {
  return at === NEVER ? null : at * MINUTE_MS
}
