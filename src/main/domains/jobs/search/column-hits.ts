import {
  addAll,
  allBits,
  type Bits,
  clearBelow,
  countBits,
  hasBit,
  isNone,
  keepCommon,
  noBits,
  onesIn,
  setBit,
  takeOut,
} from './bits.ts'
import { addCarriers, bitsOf, bitsOfIds, countAmong, firstOf, ordinalFrom, ordinalOf } from './columns.ts'
import { ANY_JOB_TOKEN } from './filter-tokens.ts'
import type { Hits, Range } from './hits.ts'
import type { ColumnView } from './kept-columns.ts'
import type { KeptTexts } from './kept-texts.ts'
import type { Question } from './question.ts'
import { allOf, anyOf, carries, holds, type Rule, without } from './rule.ts'
import type { Statements } from './statements.ts'

/** Where answers come from: the columns, the changes since, and the index for words that nobody asked for yet. */
interface ColumnSource extends ColumnView {
  readonly texts: KeptTexts
  readonly statements: Statements
}

export function openColumnHits(source: ColumnSource, question: Question): ColumnHits {
  const { required, excluded, lowestId } = question
  const rule = without(required.length === 0 ? carries(ANY_JOB_TOKEN) : allOf(required), excluded)
  const bits = evaluate(source, rule)
  if (source.changed.size > 0) takeOut(bits, source.stale)
  if (lowestId > 0) clearBelow(bits, ordinalFrom(source.columns.jobIds, lowestId))
  const changed = [...source.changed.keys()].filter((id) => id >= lowestId && holdsNow(source, rule, id))
  return new ColumnHits(source, bits, changed)
}

/** Bits of its own. Holds for jobs that have not changed. */
function evaluate(source: ColumnSource, rule: Rule): Bits {
  const { columns, texts } = source
  switch (rule.kind) {
    case 'token':
      return rule.token === ANY_JOB_TOKEN ? allBits(columns.jobIds.length) : bitsOf(columns, rule.token)
    case 'words':
      return texts.bitsOf(columns, rule)
    case 'all': {
      const { asked, others } = splitWords(source, rule.of)
      const found = asked.length > 0 ? [askIndex(source, allOf(asked))] : []
      const none = found.find(isNone)
      if (none !== undefined) return none
      const parts = [...found, ...others.map((part) => evaluate(source, part))]
      const [bits = allBits(columns.jobIds.length), ...rest] = parts
      for (const part of rest) keepCommon(bits, part)
      return bits
    }
    case 'any': {
      const { asked, others } = splitWords(source, rule.of)
      const bits = asked.length > 0 ? askIndex(source, anyOf(asked)) : noBits(columns.jobIds.length)
      for (const part of others) {
        if (part.kind === 'token') addCarriers(bits, columns.carriers.get(part.token))
        else addAll(bits, evaluate(source, part))
      }
      return bits
    }
    case 'but':
  }
  const bits = evaluate(source, rule.rule)
  if (isNone(bits)) return bits
  for (const part of rule.not) takeOut(bits, evaluate(source, part))
  return bits
}

/** Words that are not kept are asked for together: the index is quickest where it can leap from one to the other. */
function splitWords(source: ColumnSource, rules: readonly Rule[]): { asked: Rule[]; others: Rule[] } {
  const isAsked = (rule: Rule): boolean => rule.kind === 'words' && !source.texts.isKept(source.columns, rule)
  return { asked: rules.filter(isAsked), others: rules.filter((rule) => !isAsked(rule)) }
}

function askIndex({ texts, columns }: ColumnSource, rule: Rule): Bits {
  return texts.bitsOf(columns, rule)
}

function holdsNow(source: ColumnSource, rule: Rule, id: number): boolean {
  const tokens = source.changed.get(id)
  if (tokens === null || tokens === undefined) return false
  const says = (match: string): boolean => source.texts.among(match, source.changed, source.seq).has(id)
  return holds(rule, { tokens, says })
}

/** Answers out of the columns. `changed`: those of the hits that have changed since. */
export class ColumnHits implements Hits {
  readonly total: number
  readonly #source: ColumnSource
  readonly #bits: Bits
  readonly #changed: readonly number[]

  constructor(source: ColumnSource, bits: Bits, changed: readonly number[]) {
    this.#source = source
    this.#bits = bits
    this.#changed = changed.toSorted((a, b) => b - a)
    this.total = countBits(bits) + changed.length
  }

  newest({ offset, limit }: Range): readonly number[] {
    const { jobIds } = this.#source.columns
    const ids: number[] = []
    let skipped = 0
    let next = 0
    for (let word = this.#bits.length - 1; word >= 0 && ids.length < limit; word -= 1) {
      const lowest = word === 0 ? 0 : (jobIds[word * 32] ?? 0)
      let end = next
      while (end < this.#changed.length && (this.#changed[end] ?? 0) >= lowest) end += 1
      const count = onesIn(this.#bits[word] ?? 0) + end - next
      if (skipped + count <= offset) skipped += count
      else {
        const here = [...idsIn(jobIds, this.#bits, word), ...this.#changed.slice(next, end)].sort((a, b) => b - a)
        ids.push(...here.slice(Math.max(0, offset - skipped)))
        skipped += Math.min(count, Math.max(0, offset - skipped))
      }
      next = end
    }
    if (this.#bits.length === 0) ids.push(...this.#changed.slice(offset))
    return ids.slice(0, limit)
  }

  among(ids: readonly number[]): readonly number[] {
    const changed = new Set(this.#changed)
    return ids.filter((id) => this.#has(id) || changed.has(id)).sort((a, b) => b - a)
  }

  with(rule: Rule): ColumnHits {
    const bits = evaluate(this.#source, rule)
    keepCommon(bits, this.#bits)
    return new ColumnHits(
      this.#source,
      bits,
      this.#changed.filter((id) => holdsNow(this.#source, rule, id)),
    )
  }

  only(ids: readonly number[]): ColumnHits {
    const wanted = new Set(ids)
    const bits = noBits(this.#source.columns.jobIds.length)
    for (const id of ids) if (this.#has(id)) setBit(bits, ordinalOf(this.#source.columns.jobIds, id))
    return new ColumnHits(
      this.#source,
      bits,
      this.#changed.filter((id) => wanted.has(id)),
    )
  }

  but(ids: readonly number[]): ColumnHits {
    if (ids.length === 0) return this
    const bits = this.#bits.slice()
    takeOut(bits, bitsOfIds(this.#source.columns.jobIds, descending(ids)))
    const notMeant = this.#changed.length === 0 ? NO_IDS : new Set(ids)
    return new ColumnHits(
      this.#source,
      bits,
      this.#changed.filter((id) => !notMeant.has(id)),
    )
  }

  /** How many of them carry each token that begins in one of these ways; those that none carries are left out. */
  counts(starts: readonly string[]): Map<string, number> {
    const isWanted = (token: string): boolean => starts.some((start) => token.startsWith(start))
    const counts = new Map<string, number>()
    for (const [token, carriers] of this.#source.columns.carriers) {
      if (!isWanted(token)) continue
      const count = countAmong(carriers, this.#bits)
      if (count > 0) counts.set(token, count)
    }
    for (const id of this.#changed) {
      for (const token of this.#source.changed.get(id) ?? []) {
        if (isWanted(token)) counts.set(token, (counts.get(token) ?? 0) + 1)
      }
    }
    return counts
  }

  /** A job that carries the token now. */
  carrierOf(token: string): number | null {
    const { columns, changed } = this.#source
    const { jobIds } = columns
    const carriers = columns.carriers.get(token)
    const isUnchanged = (ordinal: number): boolean => !changed.has(jobIds[ordinal] ?? 0)
    const ordinal = carriers === undefined ? -1 : firstOf(carriers, isUnchanged)
    if (ordinal >= 0) return jobIds[ordinal] ?? null
    for (const [id, tokens] of changed) if (tokens?.has(token) === true) return id
    return null
  }

  #has(id: number): boolean {
    const ordinal = ordinalOf(this.#source.columns.jobIds, id)
    return ordinal >= 0 && hasBit(this.#bits, ordinal)
  }
}

const NO_IDS: ReadonlySet<number> = new Set()

function descending(ids: readonly number[]): readonly number[] {
  const isDescending = ids.every((id, at) => at === 0 || id <= (ids[at - 1] ?? 0))
  return isDescending ? ids : ids.toSorted((a, b) => b - a)
}

function idsIn(jobIds: Float64Array, bits: Bits, word: number): number[] {
  const ids: number[] = []
  for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
    ids.push(jobIds[word * 32 + 31 - Math.clz32(left & -left)] ?? 0)
  }
  return ids
}
