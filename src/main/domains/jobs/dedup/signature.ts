import { foldForKey } from '#main/infra/text/fold.ts'

/** Number of hash functions. The standard error of an estimated similarity is at most 0.5 / √64 ≈ 0.06. */
const SIGNATURE_LENGTH = 64
const SHINGLE_WORDS = 3
/** Enough for a 30 kB text; what follows is boilerplate and would only cost time. */
const MAX_WORDS = 5000
const FNV_OFFSET = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
/** "and" and "&" are swapped freely by boards. */
const SKIPPED = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'i', 'och', 'og'].map(hashOf))
const EMPTY = 0xffffffff
/** Odd multipliers and offsets of the hash family, from a fixed xorshift sequence: a stored signature stays comparable. */
const SEEDS = seeds(SIGNATURE_LENGTH)

/** MinHash of the word triples of a text (lower case, no diacritics, no punctuation). A text without words gives 64 ×
 *  0xffffffff, which agrees with nothing. Broder 1997, "On the resemblance and containment of documents". Pure. */
export function signatureOf(text: string): Uint32Array {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(EMPTY)
  const hashes = wordHashes(text)
  const last = Math.max(1, hashes.length - SHINGLE_WORDS + 1)
  for (let at = 0; at < last && hashes.length > 0; at += 1) {
    const first = hashes[at] ?? 0
    const second = hashes[at + 1] ?? 0
    const third = hashes[at + 2] ?? 0
    addShingle(signature, Math.imul(Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) + second, 0xc2b2ae35) + third)
  }
  return signature
}

function addShingle(signature: Uint32Array, shingle: number): void {
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) {
    let hash = Math.imul(shingle ^ (SEEDS[index] ?? 0), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash = (hash ^ (hash >>> 16)) >>> 0
    if (hash < (signature[index] ?? 0)) signature[index] = hash
  }
}

/** What two signatures say about their texts; `shingles` is an estimate (± 13 %). */
export interface TextAgreement {
  /** |A ∩ B| / |A ∪ B| */
  readonly resemblance: number
  /** |A ∩ B| / min(|A|, |B|) */
  readonly containment: number
  /** Of the shorter text. */
  readonly shingles: number
}

/** Compares two texts by their signatures; null when one of them has no words. Pure. */
export function compareTexts(a: Uint32Array, b: Uint32Array): TextAgreement | null {
  const sizeA = sizeOf(a)
  const sizeB = sizeOf(b)
  if (sizeA === 0 || sizeB === 0) return null
  const resemblance = similarity(a, b)
  const shared = (resemblance * (sizeA + sizeB)) / (1 + resemblance)
  const shorter = Math.min(sizeA, sizeB)
  return { resemblance, containment: resemblance === 1 ? 1 : Math.min(1, shared / shorter), shingles: shorter }
}

/** Estimated Jaccard similarity of the texts' word triples, 0–1; 0 when one has no words. Pure. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let equal = 0
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) {
    if (a[index] === b[index] && a[index] !== EMPTY) equal += 1
  }
  return equal / SIGNATURE_LENGTH
}

/** 256 bytes, little endian, for the column job_text.signature. */
export function signatureToBuffer(signature: Uint32Array): Buffer {
  const buffer = Buffer.alloc(SIGNATURE_LENGTH * 4)
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) buffer.writeUInt32LE(signature[index] ?? EMPTY, index * 4)
  return buffer
}

/** The inverse; a blob of another length counts as a text without words. */
export function signatureFromBuffer(bytes: Uint8Array): Uint32Array {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(EMPTY)
  if (bytes.byteLength !== SIGNATURE_LENGTH * 4) return signature
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) signature[index] = view.getUint32(index * 4, true)
  return signature
}

/** How many distinct shingles a signature was made of: n hashes uniform in [0, 1) have an expected minimum of 1 / (n + 1). */
function sizeOf(signature: Uint32Array): number {
  let sum = 0
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) sum += signature[index] ?? EMPTY
  const mean = sum / SIGNATURE_LENGTH / EMPTY
  return mean >= 1 ? 0 : Math.max(1, 1 / mean - 1)
}

/** FNV-1a of each word. A loop over characters: it is four times as fast as a regular expression. */
function wordHashes(text: string): number[] {
  const folded = foldForKey(text)
  const hashes: number[] = []
  let hash = FNV_OFFSET
  for (let at = 0; at <= folded.length && hashes.length < MAX_WORDS; at += 1) {
    const code = at < folded.length ? folded.charCodeAt(at) : 0
    if (isWordCharacter(code)) {
      hash = Math.imul(hash ^ code, FNV_PRIME)
    } else if (hash !== FNV_OFFSET) {
      if (!SKIPPED.has(hash)) hashes.push(hash)
      hash = FNV_OFFSET
    }
  }
  return hashes
}

/** Digits and lower-case letters of ASCII; beyond it all but signs, spaces and punctuation. */
function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f)
  )
}

function hashOf(word: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME)
  return hash
}

function seeds(count: number): Uint32Array {
  const made = new Uint32Array(count)
  let state = 0x2545f491
  for (let index = 0; index < count; index += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    made[index] = state >>> 0
  }
  return made
}
