import type { Entry } from './entries.ts'
import { companyWords, degreeWords, isDiscipline, hasLegalForm, institutionWords, titleWords } from '../lexicon.ts'
import type { Part } from '../person/header-parts.ts'

/** What a piece of an entry's header turned out to be. */
export interface Settled {
  readonly first: Part | null
  readonly second: Part | null
  readonly others: readonly Part[]
  /** Whether words of the pieces say which is which; else their layout or their order does. */
  readonly isBySaying: boolean
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
 *  the usual order does. Pure. */
export function settle(
  parts: readonly Part[],
  { lean, slots }: { lean: Lean; slots: ReadonlyMap<string, number> },
): Settled {
  const scored = parts.map((part) => {
    const own = lean(part)
    return { part, own, all: own + 0.4 * Math.max(-5, Math.min(5, slots.get(slotKey(parts, part)) ?? 0)) }
  })
  if (scored.length === 0) return { first: null, second: null, others: [], isBySaying: false }
  const second = scored.reduce((best, each) => (each.all > best.all ? each : best))
  const rest = scored.filter((each) => each !== second)
  if (rest.length === 0) {
    const isSecond = second.all > 0
    const isBySaying = Math.abs(second.own) >= SURE_LEAN
    return { first: isSecond ? null : second.part, second: isSecond ? second.part : null, others: [], isBySaying }
  }
  const first = rest.reduce((best, each) => (each.all < best.all ? each : best))
  const distance = second.all - first.all
  if (distance < 0.5) {
    const [one, two] = [scored[0]?.part ?? null, scored[1]?.part ?? null]
    return { first: one, second: two, others: scored.slice(2).map(({ part }) => part), isBySaying: false }
  }
  const others = rest.filter((each) => each !== first).map(({ part }) => part)
  return {
    first: first.part,
    second: second.part,
    others,
    isBySaying: second.own >= SURE_LEAN || first.own <= -SURE_LEAN,
  }
}

/** Whether the header of an entry has fewer or more pieces than those of most others of its section. Pure. */
export function isUneven(headers: readonly { readonly parts: readonly Part[] }[], index: number): boolean {
  const own = headers[index]?.parts.length
  const alike = headers.filter(({ parts }) => parts.length === own).length
  return headers.length > 2 && alike * 2 < headers.length
}

/** An employer whose name a dash parts is one again ("University – Institute"): with what stands beside it and found no place. Pure. */
export function rejoined(settled: Settled, { header }: Pick<Entry, 'header'>): Settled {
  const { second, others } = settled
  const text = second === null ? undefined : header[Number(second.slot.split('.')[0])]?.line.text
  if (second === null || text === undefined) return settled
  for (const other of others) {
    const whole = [second.text, other.text].toSorted((one, two) => text.indexOf(one) - text.indexOf(two))
    const [from, to] = [text.indexOf(whole[0] ?? ''), text.indexOf(whole[1] ?? '')]
    const between = from === -1 ? '' : text.slice(from + (whole[0] ?? '').length, to)
    if (!/^\s+[–—-]\s+$/u.test(between)) continue
    const { first } = settled
    // "Internship – Data Science – ACME": what was worked on belongs to the title.
    if (whole[0] === second.text && first !== null && isDiscipline(second.text) && companyLean(second) <= 0) {
      const title = text.slice(text.indexOf(first.text), from + second.text.length)
      if (title === `${first.text} – ${second.text}` || title === `${first.text} - ${second.text}`)
        return {
          ...settled,
          first: { ...first, text: title },
          second: other,
          others: others.filter((part) => part !== other),
        }
    }
    const name = text.slice(from, to + (whole[1] ?? '').length)
    return { ...settled, second: { ...second, text: name }, others: others.filter((part) => part !== other) }
  }
  return settled
}

/** "Grammarly, Kyjiw": what follows the comma may be a place that no table has, or a department. Pure. */
export function hasTail(name: string): boolean {
  const tail = /,\s+([^,]+)$/u.exec(name)?.[1]
  return tail !== undefined && !hasLegalForm(tail)
}
