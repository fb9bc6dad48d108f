import { companyWords, degreeWords, hasLegalForm, institutionWords, titleWords } from './lexicon.ts'
import type { Part } from './person/header-parts.ts'

/** What a piece of an entry's header turned out to be. */
export interface Settled {
  readonly first: Part | null
  readonly second: Part | null
  readonly others: readonly Part[]
  /** 0 to 1: how sure it is which is which. */
  readonly confidence: number
}

/** How much more a piece looks like the second of two roles (a company, a school) than like the first (a title, a degree). */
type Lean = (part: Part) => number

/** A legal form says more than any word of a name. */
export const companyLean: Lean = ({ text, label, isAfterAt }) => {
  if (label === 'company' || label === 'institution') return 10
  if (label === 'title') return -10
  const title = titleWords(text)
  const company = companyWords(text)
  const at = isAfterAt ? 2 : 0
  return at + (hasLegalForm(text) ? 4 : 0) + Math.min(company, 2) * 1.5 - Math.min(title, 2) * 2
}

export const schoolLean: Lean = ({ text, label }) => {
  if (label === 'institution' || label === 'company') return 10
  if (label === 'degree' || label === 'title') return -10
  return Math.min(institutionWords(text), 2) * 2.5 - Math.min(degreeWords(text), 2) * 2
}

const SURE_LEAN = 1.5
const CLEAR_LEAN = 3

/** Which slot of a header holds which role, as the entries of a section together say: they are laid out alike. Pure. */
export function slotLeans(entries: readonly (readonly Part[])[], lean: Lean): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const parts of entries) {
    for (const part of parts) {
      const key = slotKey(parts, part)
      sums.set(key, (sums.get(key) ?? 0) + Math.max(-4, Math.min(4, lean(part))))
    }
  }
  return sums
}

const slotKey = (parts: readonly Part[], part: Part) => `${Math.min(parts.length, 3)}:${part.slot}`

/** Parts the pieces of a header into the two roles. What words leave open, the other entries' layout says; what that leaves open, too,
 *  the usual order does, with little confidence. Pure. */
export function settle(
  parts: readonly Part[],
  { lean, slots }: { lean: Lean; slots: ReadonlyMap<string, number> },
): Settled {
  const scored = parts.map((part) => {
    const own = lean(part)
    return { part, own, all: own + 0.4 * Math.max(-5, Math.min(5, slots.get(slotKey(parts, part)) ?? 0)) }
  })
  if (scored.length === 0) return { first: null, second: null, others: [], confidence: 0 }
  const second = scored.reduce((best, each) => (each.all > best.all ? each : best))
  const rest = scored.filter((each) => each !== second)
  if (rest.length === 0) {
    const isSecond = second.all > 0
    const confidence = Math.abs(second.all) >= SURE_LEAN ? 0.8 : 0.55
    return { first: isSecond ? null : second.part, second: isSecond ? second.part : null, others: [], confidence }
  }
  const first = rest.reduce((best, each) => (each.all < best.all ? each : best))
  const distance = second.all - first.all
  if (distance < 0.5) {
    const [one, two] = [scored[0]?.part ?? null, scored[1]?.part ?? null]
    return { first: one, second: two, others: scored.slice(2).map(({ part }) => part), confidence: 0.5 }
  }
  const isClear = second.own >= SURE_LEAN && first.own <= -SURE_LEAN
  const confidence = isClear ? (distance >= CLEAR_LEAN ? 0.95 : 0.9) : distance >= CLEAR_LEAN ? 0.85 : 0.7
  const others = rest.filter((each) => each !== first).map(({ part }) => part)
  return {
    first: first.part,
    second: second.part,
    others,
    confidence: others.length > 0 ? confidence * 0.95 : confidence,
  }
}
