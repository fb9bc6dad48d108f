import { addAll, allBits, type Bits, clearBit, countBits, countCommon, hasBit, noBits, setBit } from './bits.ts'

/** The jobs that carry one token: a bit each where they are many, else their ordinals, ascending. */
export type Carriers =
  | { readonly kind: 'bits'; readonly bits: Bits; readonly count: number }
  | { readonly kind: 'ordinals'; readonly ordinals: Uint32Array }

/** Which jobs carry which filter token. `jobIds` ascending; a job's place in it is its ordinal. Never changed once it is made. */
export interface Columns {
  readonly jobIds: Float64Array
  readonly carriers: ReadonlyMap<string, Carriers>
}

export const NO_COLUMNS: Columns = { jobIds: new Float64Array(0), carriers: new Map() }

/** In the form that takes less memory: an ordinal costs 32 bits. `ordinals` in any order, each once. */
export function carriersOf(ordinals: Uint32Array, jobCount: number): Carriers {
  if (ordinals.length * 32 <= jobCount) return { kind: 'ordinals', ordinals: ordinals.slice().sort() }
  const bits = noBits(jobCount)
  for (const ordinal of ordinals) setBit(bits, ordinal)
  return { kind: 'bits', bits, count: ordinals.length }
}

export function ordinalsOf(carriers: Carriers | undefined): Uint32Array {
  if (carriers === undefined) return new Uint32Array(0)
  if (carriers.kind === 'ordinals') return carriers.ordinals
  const ordinals = new Uint32Array(carriers.count)
  let found = 0
  for (let word = 0; word < carriers.bits.length; word += 1) {
    let left = carriers.bits[word] ?? 0
    while (left !== 0) {
      ordinals[found] = word * 32 + 31 - Math.clz32(left & -left)
      found += 1
      left &= left - 1
    }
  }
  return ordinals
}

export function bitsOf(columns: Columns, token: string): Bits {
  return bitsOfCarriers(columns.carriers.get(token), columns.jobIds.length)
}

/** The carriers as bits of its own. */
export function bitsOfCarriers(carriers: Carriers | undefined, jobCount: number): Bits {
  if (carriers?.kind === 'bits') return carriers.bits.slice()
  const bits = noBits(jobCount)
  for (const ordinal of carriers?.ordinals ?? []) setBit(bits, ordinal)
  return bits
}

export function addCarriers(into: Bits, carriers: Carriers | undefined): void {
  if (carriers?.kind === 'bits') addAll(into, carriers.bits)
  else for (const ordinal of carriers?.ordinals ?? []) setBit(into, ordinal)
}

/** How many of the carriers are among `bits`. */
export function countAmong(carriers: Carriers, bits: Bits): number {
  if (carriers.kind === 'bits') return countCommon(carriers.bits, bits)
  let count = 0
  for (const ordinal of carriers.ordinals) count += ((bits[ordinal >>> 5] ?? 0) >>> (ordinal & 31)) & 1
  return count
}

/** The first ordinal among them that is wanted; -1 when none is. */
export function firstOf(carriers: Carriers, isWanted: (ordinal: number) => boolean): number {
  if (carriers.kind === 'ordinals') return carriers.ordinals.find(isWanted) ?? -1
  for (let word = 0; word < carriers.bits.length; word++) {
    for (let left = carriers.bits[word] ?? 0; left !== 0; left &= left - 1) {
      const ordinal = word * 32 + 31 - Math.clz32(left & -left)
      if (isWanted(ordinal)) return ordinal
    }
  }
  return -1
}

/** The first ordinal whose job has this id or a higher one. */
export function ordinalFrom(jobIds: Float64Array, id: number): number {
  let low = 0
  let high = jobIds.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((jobIds[middle] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return low
}

/** The ordinal of a job; -1 when the columns do not know it. */
export function ordinalOf(jobIds: Float64Array, id: number): number {
  const ordinal = ordinalFrom(jobIds, id)
  return jobIds[ordinal] === id ? ordinal : -1
}

/** Where ids stand, as bits; ids that are not among the columns' are left out. `ids` descending. */
export function bitsOfIds(jobIds: Float64Array, ids: readonly number[]): Bits {
  const bits = noBits(jobIds.length)
  const isFew = ids.length * 20 < jobIds.length
  let at = jobIds.length - 1
  for (const id of ids) {
    if (isFew) at = ordinalFrom(jobIds, id)
    else while (at > 0 && (jobIds[at] ?? 0) > id) at -= 1
    if (jobIds[at] === id) setBit(bits, at)
  }
  return bits
}

/** New columns out of old ones and the jobs that changed since (null: gone). Takes a turn of its own for each token: the caller
 *  may pause between them. */
export function* foldedColumns(
  old: Columns,
  changed: ReadonlyMap<number, ReadonlySet<string> | null>,
): Generator<undefined, Columns> {
  const { jobIds, ordinalAfter } = mergedIds(old.jobIds, changed)
  yield
  const added = new Map<string, number[]>()
  for (const [id, tokens] of changed) {
    for (const token of tokens ?? []) {
      const ordinals = added.get(token)
      if (ordinals === undefined) added.set(token, [ordinalOf(jobIds, id)])
      else ordinals.push(ordinalOf(jobIds, id))
    }
  }
  const carriers = new Map<string, Carriers>()
  for (const token of new Set([...old.carriers.keys(), ...added.keys()])) {
    yield
    const before = ordinalsOf(old.carriers.get(token))
    const more = added.get(token) ?? []
    const ordinals = new Uint32Array(before.length + more.length)
    let found = 0
    for (const ordinal of before) {
      const after = ordinalAfter[ordinal] ?? -1
      if (after < 0) continue
      ordinals[found] = after
      found += 1
    }
    ordinals.set(more, found)
    const now = ordinals.subarray(0, found + more.length)
    if (now.length > 0) carriers.set(token, carriersOf(now, jobIds.length))
  }
  return { jobIds, carriers }
}

/** `ordinalAfter`: where a job of the old columns stands in the new ones; -1 for one that changed. */
function mergedIds(
  old: Float64Array,
  changed: ReadonlyMap<number, ReadonlySet<string> | null>,
): { jobIds: Float64Array; ordinalAfter: Int32Array } {
  const stays = allBits(old.length)
  const added: number[] = []
  for (const [id, tokens] of changed) {
    const ordinal = ordinalOf(old, id)
    if (ordinal >= 0) clearBit(stays, ordinal)
    if (tokens !== null) added.push(id)
  }
  added.sort((a, b) => a - b)
  const jobIds = new Float64Array(countBits(stays) + added.length)
  const ordinalAfter = new Int32Array(old.length).fill(-1)
  let next = 0
  let add = 0
  for (const [ordinal, id] of old.entries()) {
    if (!hasBit(stays, ordinal)) continue
    while (add < added.length && (added[add] ?? 0) < id) {
      jobIds[next] = added[add] ?? 0
      next += 1
      add += 1
    }
    jobIds[next] = id
    ordinalAfter[ordinal] = next
    next += 1
  }
  for (const id of added.slice(add)) {
    jobIds[next] = id
    next += 1
  }
  return { jobIds, ordinalAfter }
}
