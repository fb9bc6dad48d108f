import words from '#resources/claim-words.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'

/** What a number counts: `counted` are the classes of words that stand for each other ("engineers", "people") into which its noun falls,
 *  `nouns` the words themselves as written, of which one is the noun. */
export interface Unit {
  readonly is: 'count' | 'percent' | 'points' | 'times' | 'money' | 'seconds' | 'months' | 'bytes'
  readonly money: string | null
  readonly counted: readonly string[] | null
  readonly nouns: readonly string[]
}

const MONEY: Readonly<Record<string, string>> = words.units.money
const SECONDS: Readonly<Record<string, number>> = words.units.seconds
const MONTHS: Readonly<Record<string, number>> = words.units.months
const BYTES: Readonly<Record<string, number>> = words.units.bytes
const PERCENT = new Set(words.units.percent)
const TIMES = new Set(words.units.times)
const COUNTED = classes()
const COMPOUND_ENDINGS = [...COUNTED.keys()].filter((word) => word.length > 4)
const STOPS = new Set(words.countedStops)
/** How far behind a number the word stands that it counts. */
const NOUN_REACH = 4

export interface UnitRead {
  readonly unit: Unit
  /** The token behind the unit. */
  readonly to: number
  /** To the unit's base: hours to seconds. */
  readonly factor: number
}

const NO_MONEY = { money: null, counted: null, nouns: [] }
/** The unit of a bare factor. */
export const TIMES_UNIT: Unit = { is: 'times', ...NO_MONEY }

/** What the number before token `at` counts; `from` is its first token. Pure. */
export function readUnit(tokens: readonly Token[], at: number, from = at): UnitRead {
  const start = (tokens[at]?.text === '-' || tokens[at]?.text === '–') && tokens[at + 1]?.is === 'word' ? at + 1 : at
  const token = tokens[start]
  const plain = token?.plain ?? ''
  const two = `${plain} ${tokens[start + 1]?.plain ?? ''}`
  const before = MONEY[tokens[from - 1]?.plain ?? '']
  if (before !== undefined) return { unit: { ...NO_MONEY, is: 'money', money: before }, to: at, factor: 1 }
  if (words.units.points.includes(two)) return { unit: { is: 'points', ...NO_MONEY }, to: start + 2, factor: 1 }
  if (words.units.points.includes(plain)) return { unit: { is: 'points', ...NO_MONEY }, to: start + 1, factor: 1 }
  if (two === 'per cent') return { unit: { is: 'percent', ...NO_MONEY }, to: start + 2, factor: 1 }
  if (PERCENT.has(plain)) return { unit: { is: 'percent', ...NO_MONEY }, to: start + 1, factor: 1 }
  const money = MONEY[plain]
  if (money !== undefined) return { unit: { ...NO_MONEY, is: 'money', money }, to: start + 1, factor: 1 }
  if (TIMES.has(plain) && !isPartOfName(tokens, start))
    return { unit: { is: 'times', ...NO_MONEY }, to: start + 1, factor: 1 }
  if (token?.is === 'word' && SECONDS[plain] !== undefined) return timed('seconds', start, SECONDS[plain])
  if (MONTHS[plain] !== undefined) return timed('months', start, MONTHS[plain])
  if (BYTES[plain] !== undefined) return timed('bytes', start, BYTES[plain])
  return { unit: { is: 'count', money: null, ...countedAfter(tokens, start) }, to: at, factor: 1 }
}

/** "X-ray" */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [token, sign, next] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  return token?.text === 'X' && sign?.text === '-' && sign.isGlued && next?.is === 'word'
}

function timed(is: 'seconds' | 'months' | 'bytes', at: number, factor: number): UnitRead {
  return { unit: { is, ...NO_MONEY }, to: at + 1, factor }
}

function countedAfter(tokens: readonly Token[], at: number): Pick<Unit, 'counted' | 'nouns'> {
  const nouns: string[] = []
  let counted: readonly string[] | null = null
  let isNoun = false
  let isNextToKnown = false
  for (const token of tokens
    .slice(at, at + NOUN_REACH * 2)
    .filter(({ text }) => text !== '-')
    .slice(0, NOUN_REACH)) {
    if (counted === null && nouns.length > 0 && JOINTS.has(token.plain)) continue
    if (token.is !== 'word' || (counted === null && nouns.length > 0 && STOPS.has(token.plain))) break
    const known = classOf(token)
    // "Anträge mittelständischer Unternehmen" are none of companies.
    if (counted === null && known === null && isNoun && /^\p{Ll}/u.test(token.text)) break
    // "client projects" are of both.
    if (counted !== null && known !== null && isNextToKnown) counted = [...counted, ...known]
    counted ??= known
    isNextToKnown = known !== null
    isNoun = known === null && /^\p{Lu}\p{Ll}/u.test(token.text)
    if (!STOPS.has(token.plain)) nouns.push(token.text)
    else if (nouns.length === 0 && token.plain !== 'daily' && token.plain !== 'taglich') break
  }
  return { counted, nouns: counted === null ? nouns.filter((noun) => !PARTICIPLE.test(noun)) : nouns }
}
/** "bachelor's and master's theses" */
const JOINTS = new Set(['and', 'und', 'or', 'oder'])
/** "12 migrated", "zwölf gelöst": nothing that is counted. */
const PARTICIPLE = /^(?:\p{Ll}+ed|ge\p{Ll}+(?:t|en))$/u

/** The classes of words into which a noun falls; null for a word of none. Pure. */
export function classOf({ plain, text }: Token): readonly string[] | null {
  const known = COUNTED.get(plain)
  if (known !== undefined || !/^\p{Lu}/u.test(text)) return known ?? null
  const ending = COMPOUND_ENDINGS.find((word) => plain.length > word.length + 2 && plain.endsWith(word))
  return ending === undefined ? null : (COUNTED.get(ending) ?? null)
}

function classes(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [kind, list] of Object.entries(words.counted))
    for (const word of list) found.set(word, [...(found.get(word) ?? []), kind])
  return found
}
