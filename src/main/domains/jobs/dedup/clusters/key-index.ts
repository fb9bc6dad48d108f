import { IntList } from './int-list.ts'

const FIRST_CAPACITY = 1024
const FULL = 0.6
const NONE = -1

/** Which numbers are filed under a text: a hash table over plain arrays, some 30 bytes an entry, for millions of them. Texts are told
 *  apart by 64 bits of hash. */
export class KeyIndex {
  #keyLow = new Int32Array(FIRST_CAPACITY)
  #keyHigh = new Int32Array(FIRST_CAPACITY)
  #head = new Int32Array(FIRST_CAPACITY).fill(NONE)
  #keys = 0
  readonly #value = new IntList()
  readonly #next = new IntList()

  /** Files a number; one that is filed under this text already is not filed twice. */
  add(text: string, value: number): void {
    if (this.#keys >= this.#head.length * FULL) this.#growTable()
    const [low, high] = hashesOf(text)
    const slot = this.#slotOf(low, high)
    const head = this.#head[slot] ?? NONE
    for (let at = head; at !== NONE; at = this.#next.at(at)) if (this.#value.at(at) === value) return
    if (head === NONE) {
      this.#keyLow[slot] = low
      this.#keyHigh[slot] = high
      this.#keys += 1
    }
    this.#head[slot] = this.#value.length
    this.#value.push(value)
    this.#next.push(head)
  }

  /** Adds what is filed under a text to a set. */
  collect(text: string, into: Set<number>): void {
    const [low, high] = hashesOf(text)
    let at = this.#head[this.#slotOf(low, high)] ?? NONE
    for (; at !== NONE; at = this.#next.at(at)) into.add(this.#value.at(at))
  }

  /** The slot of a key, or the free one where it would be. */
  #slotOf(low: number, high: number): number {
    const mask = this.#head.length - 1
    let slot = (low ^ (high >>> 7)) & mask
    while (this.#head[slot] !== NONE && (this.#keyLow[slot] !== low || this.#keyHigh[slot] !== high)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #growTable(): void {
    const [keyLow, keyHigh, head] = [this.#keyLow, this.#keyHigh, this.#head]
    this.#keyLow = new Int32Array(head.length * 2)
    this.#keyHigh = new Int32Array(head.length * 2)
    this.#head = new Int32Array(head.length * 2).fill(NONE)
    for (let old = 0; old < head.length; old += 1) {
      const first = head[old] ?? NONE
      if (first === NONE) continue
      const [low, high] = [keyLow[old] ?? 0, keyHigh[old] ?? 0]
      const slot = this.#slotOf(low, high)
      this.#keyLow[slot] = low
      this.#keyHigh[slot] = high
      this.#head[slot] = first
    }
  }
}

/** Two 32-bit hashes, mixed as MurmurHash3 ends. */
function hashesOf(text: string): [low: number, high: number] {
  let low = 0x9e3779b9 | 0
  let high = 0x85ebca6b | 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0xcc9e2d51)
    high = Math.imul(high ^ code, 0x1b873593)
  }
  return [mixed(low ^ (high >>> 16)), mixed(high ^ (low >>> 13))]
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
