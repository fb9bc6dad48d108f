const CHUNK_BITS = 15
const CHUNK = 1 << CHUNK_BITS
const REST = CHUNK - 1

/** A list of 32-bit integers that grows a chunk at a time: an array that doubles holds up to three times what is in it. */
export class IntList {
  readonly #chunks: Int32Array[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if ((this.#length & REST) === 0) this.#chunks.push(new Int32Array(CHUNK))
    this.#length += 1
    this.set(this.#length - 1, value)
  }

  /** 0 for what is not in the list. */
  at(index: number): number {
    return this.#chunks[index >>> CHUNK_BITS]?.[index & REST] ?? 0
  }

  set(index: number, value: number): void {
    const chunk = this.#chunks[index >>> CHUNK_BITS]
    if (chunk !== undefined) chunk[index & REST] = value
  }
}
