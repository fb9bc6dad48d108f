import type { Entry } from './entries.ts'
import {
  companyWords,
  degreeWords,
  isBareSchool,
  isDiscipline,
  hasLegalForm,
  institutionWords,
  titleWords,
} from '../lexicon.ts'
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
export const companyLean: Lean = ({ text, label, isAfterAt, hasPlace }) => {
  if (label === 'company' || label === 'institution') return 10
  if (label === 'title') return -10
  const title = titleWords(text)
  const company = Math.max(companyWords(text), institutionWords(text))
  const at = (isAfterAt ? 2 : 0) + (hasPlace ? 1 : 0)
  return at + (hasLegalForm(text) ? 4 : 0) + Math.min(company, 2) * 1.5 - Math.min(title, 2) * 2
}

export const schoolLean: Lean = ({ text, label }) => {
  if (label === 'institution' || label === 'company') return 10
  if (label === 'degree' || label === 'title') return -10
  if (isBareSchool(text)) return -2
  return Math.min(institutionWords(text), 2) * 2.5 - Math.min(degreeWords(text), 2) * 2
}

/** From this on words say what a piece is. */
export const SURE_LEAN = 1.5

/** What the entries of a section say together of how they are laid out: `slots`, how much what stands there leans; `votes`, how many have
 *  one role in one slot and the other in another; `seconds`, how many more begin with the second role than with the first. */
interface Layout {
  readonly slots: ReadonlyMap<string, number>
  readonly votes: ReadonlyMap<string, number>
  readonly seconds: number
}

/** Which slot of a header holds which role, as the entries of a section together say: they are laid out alike. Pure. */
export function layoutOf(entries: readonly (readonly Part[])[], lean: Lean): Layout {
  const slots = new Map<string, number>()
  const votes = new Map<string, number>()
  let seconds = 0
  for (const parts of entries) {
    for (const part of parts) {
      const key = slotKey(parts, part)
      slots.set(key, (slots.get(key) ?? 0) + Math.max(-4, Math.min(4, lean(part))))
    }
    const [first, second] = [leastOf(parts, lean), leastOf(parts, (part) => -lean(part))]
    if (first === undefined || second === undefined || lean(second) - lean(first) < SURE_LEAN) continue
    const key = pairKey(parts, first, second)
    votes.set(key, (votes.get(key) ?? 0) + 1)
    seconds += parts.indexOf(second) < parts.indexOf(first) ? 1 : -1
  }
  return { slots, votes, seconds }
}

function leastOf(parts: readonly Part[], lean: Lean): Part | undefined {
  return parts.toSorted((left, right) => lean(left) - lean(right))[0]
}

const slotKey = (parts: readonly Part[], part: Part) => `${Math.min(parts.length, 3)}:${part.slot}`
const pairKey = (parts: readonly Part[], first: Part, second: Part) =>
  `${slotKey(parts, first)}>${slotKey(parts, second)}`

/** So many more entries that are laid out the other way outvote words of one kind. */
const OUTVOTING = 2
/** What a legal form beside a title says, no other entry outvotes. */
const CERTAIN_LEAN = 3.6

/** Parts the pieces of a header into the two roles. What words leave open, the other entries' layout says; what that leaves open, too,
 *  the usual order does. Pure. */
export function settle(parts: readonly Part[], { lean, layout }: { lean: Lean; layout: Layout }): Settled {
  const scored = parts.map((part) => {
    const own = lean(part)
    return { part, own, all: own + 0.4 * Math.max(-5, Math.min(5, layout.slots.get(slotKey(parts, part)) ?? 0)) }
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
  const others = rest.filter((each) => each !== first).map(({ part }) => part)
  const lead = second.own - first.own
  if (isOutvoted(parts, { first: first.part, second: second.part, lead, layout }))
    return { first: second.part, second: first.part, others, isBySaying: false }
  if (second.all - first.all < 0.5) {
    const pair = [scored[0]?.part ?? null, scored[1]?.part ?? null]
    const [one = null, two = null] = layout.seconds >= OUTVOTING ? pair.toReversed() : pair
    return { first: one, second: two, others: scored.slice(2).map(({ part }) => part), isBySaying: false }
  }
  const isBySaying = (second.own >= SURE_LEAN || first.own <= -SURE_LEAN) && !second.part.isCut
  return { first: first.part, second: second.part, others, isBySaying }
}

interface Pair {
  readonly first: Part
  readonly second: Part
  /** How much more the words of the second one look like it than those of the first. */
  readonly lead: number
  readonly layout: Layout
}

/** Whether the other entries, laid out alike, have the two roles the other way round. */
function isOutvoted(parts: readonly Part[], { first, second, lead, layout }: Pair): boolean {
  if (lead >= CERTAIN_LEAN) return false
  const own = lead >= SURE_LEAN ? 1 : 0
  const votes = (one: Part, two: Part) => layout.votes.get(pairKey(parts, one, two)) ?? 0
  return votes(second, first) - (votes(first, second) - own) >= OUTVOTING
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
    // "Internship – Data Science – ACME": what was worked on belongs to the title.
    const { first } = settled
    const field = whole[0] ?? ''
    if (first !== null && isDiscipline(field) && companyLean({ ...second, text: field, hasPlace: false }) <= 0) {
      const title = text.slice(text.indexOf(first.text), from + field.length)
      const employer = field === second.text ? other : second
      if (title === `${first.text} – ${field}` || title === `${first.text} - ${field}`)
        return {
          ...settled,
          first: { ...first, text: title },
          second: employer,
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
