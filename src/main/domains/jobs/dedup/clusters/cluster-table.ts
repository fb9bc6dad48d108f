import { SENIORITIES, type Seniority, WORKPLACES, type Workplace } from '#shared/facts.ts'
import type { DedupIncoming } from '../candidate.ts'
import { IntList } from './int-list.ts'

const MINUTE_MS = 60_000
const NEVER = -1
const NONE: readonly string[] = []

/** What is kept of a cluster, as its row is read. Instants are UTC epoch milliseconds. */
export interface ClusterRecord {
  readonly id: string
  readonly titleKey: string
  readonly companyKey: string
  readonly placeKey: string
  readonly countryCode: string | null
  readonly language: string | null
  readonly seniority: Seniority
  readonly workplace: Workplace
  readonly postedAt: number | null
  readonly closesAt: number | null
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /** Where its signature is, and how many word triples its text has. */
  readonly signature: number
  readonly shingles: number
  readonly sourceIds: readonly string[]
  readonly requisitionIds: readonly string[]
}

/** The clusters in as few bytes as they can be, some 90 each: columns of numbers, words that come back stored once, instants in whole
 *  minutes. A cluster's number is its place, from 0. */
export class ClusterTable {
  readonly #ids: string[] = []
  readonly #words = new Words()
  readonly #sources: (readonly string[])[] = []
  readonly #sourceNumbers = new Map<string, number>()
  readonly #requisitions = new Map<number, readonly string[]>()
  readonly #title = new IntList()
  readonly #company = new IntList()
  readonly #place = new IntList()
  readonly #country = new IntList()
  readonly #language = new IntList()
  /** Level and workplace in one number. */
  readonly #kinds = new IntList()
  readonly #posted = new IntList()
  readonly #closes = new IntList()
  readonly #firstSeen = new IntList()
  readonly #lastSeen = new IntList()
  readonly #signature = new IntList()
  readonly #shingles = new IntList()
  readonly #sourceList = new IntList()

  get length(): number {
    return this.#ids.length
  }

  push(id: string, opened: { incoming: DedupIncoming; seenAt: number; signature: number }): void {
    const { incoming, seenAt, signature } = opened
    this.#ids.push(id)
    this.#title.push(this.#words.numberOf(incoming.titleKey))
    this.#company.push(this.#words.numberOf(incoming.companyKey))
    this.#place.push(this.#words.numberOf(incoming.placeKey))
    this.#country.push(this.#words.numberOf(incoming.countryCode ?? ''))
    this.#language.push(this.#words.numberOf(incoming.language ?? ''))
    this.#kinds.push(
      SENIORITIES.indexOf(incoming.seniority) * WORKPLACES.length + WORKPLACES.indexOf(incoming.workplace),
    )
    this.#posted.push(minute(incoming.postedAt))
    this.#closes.push(minute(incoming.closesAt))
    this.#firstSeen.push(minute(seenAt))
    this.#lastSeen.push(minute(seenAt))
    this.#signature.push(signature)
    this.#shingles.push(incoming.signature[0] ?? 0)
    this.#sourceList.push(this.#sourceNumber([incoming.sourceId]))
    if (incoming.requisitionId !== null) this.#requisitions.set(this.#ids.length - 1, [incoming.requisitionId])
  }

  /** Empty when there is no such cluster. */
  titleKeyOf(number: number): string {
    return number < this.#title.length ? this.#words.at(this.#title.at(number)) : ''
  }

  /** Null when there is no such cluster. */
  get(number: number): ClusterRecord | null {
    const id = this.#ids[number]
    if (id === undefined) return null
    const kinds = this.#kinds.at(number)
    return {
      id,
      titleKey: this.#words.at(this.#title.at(number)),
      companyKey: this.#words.at(this.#company.at(number)),
      placeKey: this.#words.at(this.#place.at(number)),
      countryCode: this.#words.at(this.#country.at(number)) || null,
      language: this.#words.at(this.#language.at(number)) || null,
      seniority: SENIORITIES[Math.floor(kinds / WORKPLACES.length)] ?? 'unknown',
      workplace: WORKPLACES[kinds % WORKPLACES.length] ?? 'unknown',
      postedAt: instant(this.#posted.at(number)),
      closesAt: instant(this.#closes.at(number)),
      firstSeenAt: this.#firstSeen.at(number) * MINUTE_MS,
      lastSeenAt: this.#lastSeen.at(number) * MINUTE_MS,
      signature: this.#signature.at(number),
      shingles: this.#shingles.at(number),
      sourceIds: this.#sources[this.#sourceList.at(number)] ?? NONE,
      requisitionIds: this.#requisitions.get(number) ?? NONE,
    }
  }

  /** A posting of it came. */
  see(number: number, { incoming, seenAt }: { incoming: DedupIncoming; seenAt: number }): void {
    const seen = minute(seenAt)
    this.#firstSeen.set(number, Math.min(this.#firstSeen.at(number), seen))
    this.#lastSeen.set(number, Math.max(this.#lastSeen.at(number), seen))
    if (this.#closes.at(number) === NEVER) this.#closes.set(number, minute(incoming.closesAt))
    const sources = this.#sources[this.#sourceList.at(number)] ?? NONE
    this.#sourceList.set(number, this.#sourceNumber(withValue(sources, incoming.sourceId)))
    const { requisitionId } = incoming
    if (requisitionId === null) return
    this.#requisitions.set(number, withValue(this.#requisitions.get(number) ?? NONE, requisitionId))
  }

  setPlace(number: number, placeKey: string): void {
    this.#place.set(number, this.#words.numberOf(placeKey))
  }

  setText(number: number, text: { signature: number; shingles: number }): void {
    this.#signature.set(number, text.signature)
    this.#shingles.set(number, text.shingles)
  }

  #sourceNumber(sourceIds: readonly string[]): number {
    const key = sourceIds.join('\n')
    const known = this.#sourceNumbers.get(key)
    if (known !== undefined) return known
    this.#sourceNumbers.set(key, this.#sources.length)
    this.#sources.push(sourceIds)
    return this.#sources.length - 1
  }
}

/** Texts by number, each stored once. */
class Words {
  readonly #texts: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#texts.length)
    this.#texts.push(text)
    return this.#texts.length - 1
  }

  at(number: number): string {
    return this.#texts[number] ?? ''
  }
}

function withValue(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values : [...values, value]
}

function minute(at: number | null): number {
  return at === null ? NEVER : Math.floor(at / MINUTE_MS)
}

function instant(at: number): number | null {
  return at === NEVER ? null : at * MINUTE_MS
}
