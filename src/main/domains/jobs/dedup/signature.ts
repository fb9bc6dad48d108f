import { foldForKey } from '#main/infra/text/fold.ts'
import { speaksOfClient } from './client-words.ts'

/** What is kept of a text: how many different word triples it has (at most 65,535), 1 if it speaks of a client of the one who
 *  posts it and else 0, then the smallest of the triples' 16-bit hashes in ascending order, all of them if there are few. Broder
 *  1997, "On the resemblance and containment of documents", as a bottom-k sketch: texts up to 256 triples are compared exactly,
 *  longer ones with a standard error of at most 3 %. A text without words gives [0, 0]. */
export type Signature = Uint16Array

/** What stands before the hashes. */
export const HEADER = 2
const KEPT_HASHES = 256
const SHINGLE_WORDS = 3
/** Enough for a 30 kB text; what follows is boilerplate and would only cost time. */
const MAX_WORDS = 5000
const HASHES = 0x10000
const FNV_OFFSET = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
/** "and" and "&" are swapped freely by boards. */
const SKIPPED = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'i', 'och', 'og'].map(hashOf))
/** The last bytes of their hashes: a look at a byte spares most words the look into the set, which takes ten times as long. */
const SKIPPED_BYTES = new Uint8Array(256)
for (const hash of SKIPPED) SKIPPED_BYTES[hash & 255] = 1
/** One bit a hash, and the words' hashes; used within one call only, since making them anew takes longer than filling them. */
const SCRATCH = new Uint32Array(HASHES / 32)
const WORDS = new Int32Array(MAX_WORDS)
const NOTHING = Uint16Array.of(0, 0)

/** The signature of a text's words (lower case, no diacritics, no punctuation). Pure. */
export function signatureOf(text: string): Signature {
  const folded = foldForKey(text)
  const hashes = wordHashes(folded)
  if (hashes.length === 0) return NOTHING
  const seen = SCRATCH.fill(0)
  const last = Math.max(1, hashes.length - SHINGLE_WORDS + 1)
  for (let at = 0; at < last; at += 1) {
    const hash = shingleHash(hashes[at] ?? 0, hashes[at + 1] ?? 0, hashes[at + 2] ?? 0)
    const word = hash >>> 5
    seen[word] = (seen[word] ?? 0) | (1 << (hash & 31))
  }
  return smallest(seen, speaksOfClient(folded))
}

function shingleHash(first: number, second: number, third: number): number {
  let hash = Math.imul(Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) + second, 0xc2b2ae35) + third
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 16
}

function smallest(seen: Uint32Array, isForClient: boolean): Signature {
  const kept: number[] = []
  let count = 0
  for (let word = 0; word < seen.length; word += 1) {
    for (let bits = seen[word] ?? 0; bits !== 0; bits &= bits - 1) {
      count += 1
      if (kept.length < KEPT_HASHES) kept.push(word * 32 + 31 - Math.clz32(bits & -bits))
    }
  }
  return Uint16Array.of(Math.min(count, HASHES - 1), isForClient ? 1 : 0, ...kept)
}

/** What two signatures say about their texts. */
export interface TextAgreement {
  /** How much of the text with fewer triples stands in the other one, 0–1. */
  readonly shorter: number
  /** The other way round. */
  readonly longer: number
  /** Of the shorter text. */
  readonly shingles: number
}

/** Compares two texts by their signatures; null when one of them has no words. Pure, symmetric. */
export function compareTexts(a: Signature, b: Signature): TextAgreement | null {
  const [sizeA = 0, sizeB = 0] = [a[0], b[0]]
  if (sizeA === 0 || sizeB === 0) return null
  const limit = Math.min(reach(a), reach(b))
  let [inA, inB, shared] = [0, 0, 0]
  let [x, y] = [HEADER, HEADER]
  while (x < a.length || y < b.length) {
    const hashA = x < a.length ? (a[x] ?? HASHES) : HASHES
    const hashB = y < b.length ? (b[y] ?? HASHES) : HASHES
    if (Math.min(hashA, hashB) > limit) break
    if (hashA <= hashB) [inA, x] = [inA + 1, x + 1]
    if (hashB <= hashA) [inB, y] = [inB + 1, y + 1]
    if (hashA === hashB) shared += 1
  }
  const ofA = shared / Math.max(1, inA)
  const ofB = shared / Math.max(1, inB)
  const isAShorter = sizeA < sizeB || (sizeA === sizeB && ofA >= ofB)
  return { shorter: isAShorter ? ofA : ofB, longer: isAShorter ? ofB : ofA, shingles: Math.min(sizeA, sizeB) }
}

/** The hash up to which a signature has all that the text has. */
function reach(signature: Signature): number {
  const isComplete = signature[0] === signature.length - HEADER
  return isComplete ? HASHES : (signature[signature.length - 1] ?? 0)
}

/** Whether the text speaks of a client for whom it is posted. Pure. */
export function isForClient(signature: Signature): boolean {
  return signature[1] === 1
}

/** Little endian, for the column job_text.signature. */
export function signatureToBuffer(signature: Signature): Buffer {
  const buffer = Buffer.alloc(signature.length * 2)
  signature.forEach((value, index) => buffer.writeUInt16LE(value, index * 2))
  return buffer
}

/** The inverse; a blob of another make counts as a text without words. */
export function signatureFromBuffer(bytes: Uint8Array): Signature {
  if (bytes.byteLength < 2 * HEADER || bytes.byteLength % 2 !== 0) return NOTHING
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = Uint16Array.from({ length: bytes.byteLength / 2 }, (_, index) => view.getUint16(index * 2, true))
  return isSignature(signature) ? signature : NOTHING
}

function isSignature(values: Uint16Array): boolean {
  const [count = 0, mark = 0] = values
  if (values.length - HEADER !== Math.min(count, KEPT_HASHES) || mark > 1) return false
  return values.every((value, index) => index <= HEADER || value > (values[index - 1] ?? HASHES))
}

/** FNV-1a of each word. A loop over characters: it is four times as fast as a regular expression. */
function wordHashes(folded: string): Int32Array {
  const hashes = WORDS
  let count = 0
  let hash = FNV_OFFSET
  for (let at = 0; at <= folded.length && count < hashes.length; at += 1) {
    const code = at < folded.length ? folded.charCodeAt(at) : 0
    if (isWordCharacter(code)) {
      hash = Math.imul(hash ^ code, FNV_PRIME)
    } else if (hash !== FNV_OFFSET) {
      if (SKIPPED_BYTES[hash & 255] === 0 || !SKIPPED.has(hash)) {
        hashes[count] = hash
        count += 1
      }
      hash = FNV_OFFSET
    }
  }
  return hashes.subarray(0, count)
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
