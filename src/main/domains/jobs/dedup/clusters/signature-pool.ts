import { HEADER, type Signature } from '../signature.ts'

const CHUNK = 1 << 20

/** Signatures one behind the other in large arrays, each with its length before it: an object of its own would take as much again. */
export class SignaturePool {
  readonly #chunks: Uint16Array[] = []
  #free = CHUNK

  /** Keeps a signature, or of its hashes the `most` smallest: it then speaks for the text as that of a longer one does. Returns where
   *  it is. */
  put(signature: Signature, most: number): number {
    const kept = signature.subarray(0, HEADER + most)
    if (this.#free + kept.length + 1 > CHUNK) {
      this.#chunks.push(new Uint16Array(CHUNK))
      this.#free = 0
    }
    const chunk = this.#chunks.length - 1
    const at = this.#free
    this.#chunks[chunk]?.set([kept.length], at)
    this.#chunks[chunk]?.set(kept, at + 1)
    this.#free = at + 1 + kept.length
    return chunk * CHUNK + at
  }

  get(place: number): Signature {
    const chunk = this.#chunks[Math.floor(place / CHUNK)] ?? new Uint16Array(1)
    const at = place % CHUNK
    return chunk.subarray(at + 1, at + 1 + (chunk[at] ?? 0))
  }
}
