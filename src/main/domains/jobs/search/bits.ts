/** A set of ordinals, a bit each, lowest first. */
export type Bits = Uint32Array

export const noBits = (count: number): Bits => new Uint32Array((count + 31) >>> 5)

export function allBits(count: number): Bits {
  const bits = noBits(count).fill(0xffff_ffff)
  if (count % 32 !== 0) bits[bits.length - 1] = 2 ** (count % 32) - 1
  return bits
}

export function isNone(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word += 1) if (bits[word] !== 0) return false
  return true
}

export const hasBit = (bits: Bits, at: number): boolean => (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1

export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
}

export function clearBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) & ~(1 << (at & 31))
}

/** Takes everything below `at` out. */
export function clearBelow(bits: Bits, at: number): void {
  bits.fill(0, 0, at >>> 5)
  if (at >>> 5 < bits.length) bits[at >>> 5] = (bits[at >>> 5] ?? 0) & (0xffff_ffff << (at & 31))
}

/** Keeps in `into` what is in `other` too. */
export function keepCommon(into: Bits, other: Bits): void {
  for (let word = 0; word < into.length; word += 1) into[word] = (into[word] ?? 0) & (other[word] ?? 0)
}

export function addAll(into: Bits, other: Bits): void {
  for (let word = 0; word < into.length; word += 1) into[word] = (into[word] ?? 0) | (other[word] ?? 0)
}

export function takeOut(from: Bits, other: Bits): void {
  for (let word = 0; word < from.length; word += 1) from[word] = (from[word] ?? 0) & ~(other[word] ?? 0)
}

export function countBits(bits: Bits): number {
  let count = 0
  for (let word = 0; word < bits.length; word += 1) count += onesIn(bits[word] ?? 0)
  return count
}

export function countCommon(a: Bits, b: Bits): number {
  let count = 0
  for (let word = 0; word < a.length; word += 1) count += onesIn((a[word] ?? 0) & (b[word] ?? 0))
  return count
}

/** Number of ones in 32 bits (Warren, Hacker's Delight, 5-1). */
export function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}
