import sums from '#resources/claim-sums.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'
import { valueOfWord } from './number-values.ts'

/** Units that are told in each other: hours in seconds, years in months, millimetres in metres. */
type Measure = (typeof MEASURE_KINDS)[number]

/** What a number counts: `counted` are the classes of words that stand for each other ("engineers", "people") into which its noun falls,
 *  `nouns` the words themselves as written, the noun first. */
export interface Unit {
  readonly is: 'count' | 'percent' | 'points' | 'times' | 'money' | 'clock' | Measure
  readonly money: string | null
  readonly counted: readonly string[] | null
  readonly nouns: readonly string[]
}

const MONEY: Readonly<Record<string, string>> = words.units.money
const { seconds, months, bytes } = words.units
const MEASURE_TABLES: Readonly<Record<Measure, Readonly<Record<string, number>>>> = {
  seconds,
  months,
  bytes,
  ...sums.measures,
}
const MEASURE_KINDS = ['seconds', 'months', 'bytes', 'metres', 'grams', 'watts', 'wattHours'] as const
const MEASURES = measures()
const PERCENT = new Set(words.units.percent)
const TIMES = new Set(words.units.times)
const COUNTED = classes()
/** The longest first: "Schnittstellen" are no "Stellen". */
const COMPOUND_ENDINGS = [...COUNTED.keys()]
  .filter((word) => word.length > 4)
  .toSorted((one, other) => other.length - one.length)
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
  if (PERCENT.has(plain.replace(/ige?[mnrs]?$/, '')))
    return { unit: { is: 'percent', ...NO_MONEY }, to: start + 1, factor: 1 }
  const money = MONEY[plain]
  if (money !== undefined) return { unit: { ...NO_MONEY, is: 'money', money }, to: start + 1, factor: 1 }
  if (TIMES.has(plain) && !isPartOfName(tokens, start))
    return { unit: { is: 'times', ...NO_MONEY }, to: start + 1, factor: 1 }
  const measure = token?.is === 'word' ? measureOf(token, start > at) : undefined
  // "480 megawatt-hours"
  const hours = measure?.is === 'watts' && tokens[start + 1]?.text === '-' ? tokens[start + 2]?.plain : undefined
  if (measure && (hours === 'hours' || hours === 'hour'))
    return { unit: { is: 'wattHours', ...NO_MONEY }, to: start + 3, factor: measure.factor }
  if (measure) return { unit: { is: measure.is, ...NO_MONEY }, to: start + 1, factor: measure.factor }
  return { unit: { is: 'count', money: null, ...countedAfter(tokens, start) }, to: at, factor: 1 }
}

/** "X-ray" */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [token, sign, next] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  return token?.text === 'X' && sign?.text === '-' && sign.isGlued && next?.is === 'word'
}

/** Whether a number is in a unit that others are told in. Pure. */
export function isMeasured({ is }: Unit): boolean {
  return is in MEASURE_TABLES
}

function countedAfter(tokens: readonly Token[], start: number): Pick<Unit, 'counted' | 'nouns'> {
  const nouns: string[] = []
  let counted: readonly string[] = []
  let head = 0
  let [isNoun, isPhrase, isWith, isAlso] = [false, true, false, false]
  const near = tokens.slice(start, start + NOUN_REACH * 2).filter(({ text }) => !INSIDE_PHRASE.has(text))
  for (const [at, token] of near.slice(0, NOUN_REACH).entries()) {
    if (isPhrase && nouns.length > 0 && JOINTS.has(token.plain)) {
      // "12 traders and analysts" are of both.
      isAlso = counted.length > 0
      isPhrase = !isAlso || classOf(near[at + 1] ?? token) !== null
    }
    // "12 physicians test it": a verb.
    else if (isPhrase && isVerbBehind(token, nouns.at(-1), counted)) isPhrase = false
    else if (AS.has(token.plain) && nouns.length > 0) [isPhrase, isWith] = [true, true]
    else if (token.is !== 'word' || (nouns.length > 0 && valueOfWord(token.plain) !== null)) break
    else if (counted.length === 0 && nouns.length > 0 && STOPS.has(token.plain)) break
    else if (STOPS.has(token.plain)) {
      isPhrase = false
      if (nouns.length === 0 && !OFTEN.has(token.plain)) break
    } else {
      const known = isPhrase ? classOf(token) : null
      // "Anträge mittelständischer Unternehmen" are none of companies.
      if (counted.length === 0 && known === null && isNoun && /^\p{Ll}/u.test(token.text)) break
      // What is counted is the last word of the phrase, here: "client projects" are projects, "customer complaints" none of customers.
      if (isPhrase && (known !== null || counted.length === 0)) head = isAlso ? head : nouns.length
      if (known !== null) counted = isWith || isAlso ? [...counted, ...known] : known
      else if (isPhrase && PLURAL.test(token.text) && !isWith && !isAlso) counted = []
      else if (counted.length > 0 && (PARTICIPLE.test(token.text) || (isNoun && /^\p{Ll}/u.test(token.text))))
        isPhrase = false
      isNoun = /^\p{Lu}\p{Ll}/u.test(token.text)
      nouns.push(token.text)
    }
  }
  const [own = '', ...others] = [...nouns.slice(head, head + 1), ...nouns.slice(0, head), ...nouns.slice(head + 1)]
  const sorted = own === '' ? [] : [own, ...others]
  return counted.length > 0
    ? { counted, nouns: sorted }
    : { counted: null, nouns: sorted.filter((noun) => !PARTICIPLE.test(noun)) }
}
/** "practice-management systems", "physicians' letters" */
const INSIDE_PHRASE = new Set(['-', "'", '’'])
/** "bachelor's and master's theses" */
const JOINTS = new Set(['and', 'und', 'or', 'oder'])
/** "physicians test", "engineers review": of two nouns the first is no plural. */
function isVerbBehind({ text }: Token, noun: string | undefined, counted: readonly string[]): boolean {
  return counted.includes('people') && noun !== undefined && PLURAL.test(noun) && /^\p{Ll}+[^s\P{L}]$/u.test(text)
}
/** "eight insurers as customers" */
const AS = new Set(['as', 'als'])
const PLURAL = /^\p{Ll}{3,}[^s\P{L}]s$/u
const OFTEN = new Set(['daily', 'taglich'])
/** "12 migrated", "zwölf gelöst": nothing that is counted. */
const PARTICIPLE = /^(?:\p{Ll}+ed|ge\p{Ll}+(?:t|en))$/u

/** The classes of words into which a noun falls; null for a word of none. Pure. */
export function classOf({ plain, text }: Token): readonly string[] | null {
  const known = COUNTED.get(plain) ?? (plain.endsWith('n') ? COUNTED.get(plain.slice(0, -1)) : undefined)
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

interface MeasureRead {
  readonly is: Measure
  readonly factor: number
}

/** "40 mm", and only behind a hyphen "six-weekly"; "3 T" is none of weight. */
function measureOf({ plain, text }: Token, isHyphened: boolean): MeasureRead | undefined {
  if (plain.length === 1 && plain !== text) return undefined
  const known = MEASURES.get((isHyphened ? HYPHENED[plain] : undefined) ?? plain)
  if (known) return known
  const adjective = ADJECTIVES[ADJECTIVE.exec(plain)?.[1] ?? '']
  if (adjective !== undefined) return MEASURES.get(adjective)
  const [, part = '', unit = ''] = PART_OF_UNIT.exec(plain) ?? []
  const [below, whole] = [SMALL_PARTS[part], MEASURES.get(unit)]
  return below !== undefined && whole ? { is: whole.is, factor: whole.factor / below } : undefined
}
/** "24-wöchiges" */
const ADJECTIVE = /^(\p{L}+?)(?:e[mnrs]?)?$/u
const ADJECTIVES: Readonly<Record<string, string>> = sums.timeAdjectives
/** "Hundertstelmillimeter" */
const PART_OF_UNIT = /^(zehntel|hundertstel|tausendstel)(\p{L}+)$/u
const SMALL_PARTS: Readonly<Record<string, number>> = sums.smallParts
const HYPHENED: Readonly<Record<string, string>> = sums.hyphened

function measures(): ReadonlyMap<string, MeasureRead> {
  return new Map(
    MEASURE_KINDS.flatMap((is) =>
      Object.entries(MEASURE_TABLES[is]).map(([word, factor]) => [word, { is, factor }] as const),
    ),
  )
}
