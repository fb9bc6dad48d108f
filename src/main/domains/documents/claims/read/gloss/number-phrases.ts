import type { LanguageTable, Piece } from './language-tables.ts'

/** A number in words: the pieces `from` to `to` say it. `english` as English writes it, with what it counts where the word says that, too
 *  ("trzyosobowym": "3 people"). */
interface NumberPhrase {
  readonly to: number
  readonly english: string
  readonly value: number
}

const HUNDRED = 100
const THOUSAND = 1000
const TEN = 10
const TWENTY = 20

/** The number in words that begins at a piece; null where none does, and for "one", which is mostly an article. Pure. */
export function numberAt(table: LanguageTable, pieces: readonly Piece[], at: number): NumberPhrase | null {
  const plain = pieces[at]?.plain ?? ''
  const inside = insideWord(table, plain)
  if (inside) return { to: at + 1, ...inside }
  const collective = table.collective.get(plain)
  if (collective !== undefined) return { to: at + 1, value: collective, english: `about ${writtenOf(collective)}` }
  if (table.ambiguous.has(plain) && !/^\p{L}/u.test(pieces[at + 1]?.text ?? '')) return null
  return sumAt(table, pieces, at)
}

/** "doscientas mil", "quatre-vingt-dix-sept", "sto dwadzieścia pięć" */
function sumAt(table: LanguageTable, pieces: readonly Piece[], at: number): NumberPhrase | null {
  const first = valueOf(table, pieces[at]?.plain ?? '')
  if (first === null) return null
  let [total, current, last, to] = [0, first, first, at + 1]
  if (first === THOUSAND) [total, current] = [THOUSAND, 0]
  for (;;) {
    const next = nextAt(table, pieces, { to, last })
    if (next === null) break
    const { value } = next
    if (value === THOUSAND) [total, current] = [total + Math.max(1, current) * THOUSAND, 0]
    else if (value === HUNDRED && current < HUNDRED) current *= HUNDRED
    else if (value === TWENTY && last === 4 && current % TWENTY === 4) current += 4 * TWENTY - 4
    else if (fits(last, value) || (next.isHyphened && last === TEN && value < TEN)) current += value
    else break
    last = value
    to = next.to
  }
  const value = total + current
  return { to, value, english: writtenOf(value) }
}

/** A smaller part behind a larger one: "vingt-deux", not "deux vingt". */
function fits(last: number, value: number): boolean {
  if (!Number.isInteger(last) || !Number.isInteger(value)) return false
  if (last === THOUSAND) return value < THOUSAND
  if (last >= HUNDRED) return value < HUNDRED
  return last >= TWENTY && value < TWENTY
}

interface Reached {
  readonly to: number
  readonly last: number
}

function nextAt(table: LanguageTable, pieces: readonly Piece[], { to, last }: Reached) {
  const joint = pieces[to]?.plain ?? ''
  const isJoined = (table.joints.has(joint) && last >= TWENTY) || (joint === '-' && isGlued(pieces, to))
  const at = isJoined ? to + 1 : to
  const plain = pieces[at]?.plain ?? ''
  const one = isJoined && last >= TWENTY && table.ones.has(plain) ? 1 : null
  const value = valueOf(table, plain) ?? one
  return value === null ? null : { value, to: at + 1, isHyphened: joint === '-' }
}

function isGlued(pieces: readonly Piece[], at: number): boolean {
  return pieces[at - 1]?.end === pieces[at]?.start && pieces[at]?.end === pieces[at + 1]?.start
}

function valueOf(table: LanguageTable, plain: string): number | null {
  return table.numbers.get(plain) ?? compound(table, plain)
}

/** "zesentwintig", "milleduecento", "tjugofem", "drieënhalf" */
function compound(table: LanguageTable, plain: string): number | null {
  if (table.glued.length === 0 || plain.length < LEAST_COMPOUND) return null
  const half = table.half.find((end) => plain.endsWith(end))
  if (half !== undefined) {
    const glue = table.glue.find((joint) => plain.endsWith(joint + half))
    const whole = glue === undefined ? undefined : table.numbers.get(plain.slice(0, -(glue + half).length))
    return whole === undefined ? null : whole + 0.5
  }
  const parts = partsOf(table, plain)
  return parts === null || parts.length < 2 ? null : together(parts)
}
const LEAST_COMPOUND = 6
const MOST_PARTS = 8

/** The parts of a compound, the longest first, with what joins them left out; null when something else is in it. */
function partsOf(table: LanguageTable, plain: string, most = MOST_PARTS): number[] | null {
  if (plain === '') return []
  if (most === 0) return null
  for (const part of table.glued) {
    if (!plain.startsWith(part)) continue
    const rest = plain.slice(part.length)
    const value = table.numbers.get(part) ?? (table.ones.has(part) ? 1 : 0)
    const joint = table.glue.find((glue) => rest.startsWith(glue) && rest.length > glue.length)
    const behind =
      partsOf(table, rest, most - 1) ??
      (joint === undefined ? null : partsOf(table, rest.slice(joint.length), most - 1))
    if (behind) return [value, ...behind]
  }
  return null
}

function together(parts: readonly number[]): number {
  let [total, current] = [0, 0]
  for (const value of parts) {
    if (value === THOUSAND) [total, current] = [total + Math.max(1, current) * THOUSAND, 0]
    else if (value === HUNDRED) current = Math.max(1, current) * HUNDRED
    else current += value
  }
  return total + current
}

/** "trzyosobowym", "zeskoppige", "femårig": the count stands inside the word. */
function insideWord(table: LanguageTable, plain: string): Pick<NumberPhrase, 'value' | 'english'> | null {
  for (const [stem, value] of table.stems) {
    const unit = plain.startsWith(stem) ? table.heads.get(plain.slice(stem.length).replace(/^-/, '')) : undefined
    if (unit !== undefined) return { value, english: `${writtenOf(value)} ${unit}` }
  }
  return null
}

const WRITTEN = new Intl.NumberFormat('en', { maximumFractionDigits: 4 })

/** As English writes it, with its groups: 2,000 is no year. */
function writtenOf(value: number): string {
  return WRITTEN.format(value)
}
