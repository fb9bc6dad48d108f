import { IntList } from './int-list.ts'

const BUCKETS = 1 << 20
const NONE = -1

/** Which numbers are filed under a text: chains in one table, 12 bytes an entry, for millions of them. Texts are told apart by 52 bits
 *  of hash. */
export class KeyIndex {
  readonly #head = new Int32Array(BUCKETS).fill(NONE)
  readonly #check = new IntList()
  readonly #value = new IntList()
  readonly #next = new IntList()

  /** Files a number; one that is filed under this text already is not filed twice. */
  add(text: string, value: number): void {
    const { bucket, check } = hashOf(text)
    const head = this.#head[bucket] ?? NONE
    for (let at = head; at !== NONE; at = this.#next.at(at)) {
      if (this.#value.at(at) === value && this.#check.at(at) === check) return
    }
    this.#head[bucket] = this.#value.length
    this.#check.push(check)
    this.#value.push(value)
    this.#next.push(head)
  }

  /** Adds what is filed under a text to a set. */
  collect(text: string, into: Set<number>): void {
    const { bucket, check } = hashOf(text)
    for (let at = this.#head[bucket] ?? NONE; at !== NONE; at = this.#next.at(at)) {
      if (this.#check.at(at) === check) into.add(this.#value.at(at))
    }
  }
}

/** Two hashes, mixed as MurmurHash3 ends. */
function hashOf(text: string): { bucket: number; check: number } {
  let low = 0x9e3779b9 | 0
  let high = 0x85ebca6b | 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0xcc9e2d51)
    high = Math.imul(high ^ code, 0x1b873593)
  }
  return { bucket: mixed(low ^ (high >>> 16)) & (BUCKETS - 1), check: mixed(high ^ (low >>> 13)) }
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
