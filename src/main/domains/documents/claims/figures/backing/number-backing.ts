import type { FactNumber, Total } from './fact-number.ts'
import { isSameInOtherTime, isSameNumber } from './match-number.ts'
import { isDuration, outerStretch, type Stretch } from './durations.ts'
import { type Change, isChangeOfFacts } from './from-to.ts'
import { readTokens } from '../../read/tokens.ts'
import type { NumberSaid } from '../number-said.ts'
import { shareOfAll } from './shares.ts'
import { asShare, hasSoManyFigures, isAsOften, isHalfWorkday, isHour, isInMonths, isRest } from './other-forms.ts'
import { classOf } from '../units.ts'
import { isOfAnother } from './other-things.ts'
import { listedBehind } from './lists.ts'
import { isTotalOfFacts } from './worked-out.ts'

/** What facts know of numbers. */
export interface NumberGround {
  readonly numbers: readonly FactNumber[]
  readonly changes: readonly Change[]
  readonly totals: readonly Total[]
  readonly stretches: readonly Stretch[]
  /** Those of posts. */
  readonly workStretches: readonly Stretch[]
}

export interface NumberContext {
  readonly text: string
  readonly language: string
  readonly ground: NumberGround
  /** Years that may be said of the whole career. */
  readonly careerYears: readonly number[]
  /** The sentence speaks of experience: what lies between the posts counts, too. */
  readonly isOfExperience: boolean
  /** All numbers of the sentence. */
  readonly said: readonly NumberSaid[]
  /** The one time that is named in a sentence of one number. */
  readonly onlyRate: string | null
  /** The sentence adds up: "in total". */
  readonly isTogether: boolean
  /** The sentence has few enough numbers for what follows from several of the facts' to be tried. */
  readonly isWorkedOut: boolean
  /** Years of use of the skill that stands beside a length of time; null where none does. */
  readonly yearsOfSkill: (number: NumberSaid) => number | null
}

/** Nobody who tells of work says more numbers than this in one sentence, or cites more at once for one that follows from them. */
const MOST_SAID = 40
const MOST_CHANGES = 400
const MOST_TOTALS = 800

/** Whether numbers of a sentence with so many may follow from several of the facts; beyond it only single ones are compared. Pure. */
export function mayWorkOut(said: number, { changes, totals }: NumberGround): boolean {
  return said <= MOST_SAID && changes.length <= MOST_CHANGES && totals.length <= MOST_TOTALS
}

/** Whether facts say a number, or it follows from what they say. Pure. */
export function isNumberBacked(number: NumberSaid, context: NumberContext): boolean {
  if (isNameOfFact(number, context.ground.numbers) || isBacked(number, context)) return true
  const shares = [asShare(number), shareOfAll(number, context)]
  if (shares.some((share) => share !== null && isBacked(share, context))) return true
  return number.also !== null && isBacked({ ...number, ...number.also }, context)
}

/** "on a Pixel 6": the name that a fact has, whatever else it tells. */
function isNameOfFact({ name, written }: NumberSaid, facts: readonly FactNumber[]): boolean {
  return name !== null && facts.some((fact) => fact.name === name && fact.written === written)
}

function isBacked(number: NumberSaid, context: NumberContext): boolean {
  const { text, language, ground, isTogether, isWorkedOut } = context
  const listed = isWorkedOut ? listedBehind(number, text) : 0
  if (isAge(number, ground.numbers, text)) return true
  if (number.is === 'months') {
    const years = context.yearsOfSkill(number)
    if (years === null ? isLength(number, context) : isDuration(number, [lasting(years)])) return true
  }
  return (
    ground.numbers.some(
      (fact) =>
        !(isTogether && fact.isEach && !number.isEach) &&
        (isSameNumber(number, fact, language) || isSameInOtherTime(number, { fact, language })) &&
        isOfSentenceRate(number, fact, context) &&
        !isOfAnother(number, fact, { facts: ground.numbers, said: context.said }),
    ) ||
    hasSoManyFigures(number, ground.numbers) ||
    isAsOften(number, ground.numbers) ||
    isHalfWorkday(number, ground.numbers) ||
    isHour(number, ground.numbers) ||
    isInMonths(number, ground.numbers) ||
    isRest(number, ground.numbers, text) ||
    (isWorkedOut &&
      ((listed > 0 && listed === number.value) ||
        isChangeOfFacts(number, ground.changes) ||
        (!isMislisted(number, listed) &&
          isTotalOfFacts(number, { isTogether, facts: ground.numbers, totals: ground.totals }))))
  )
}

/** "The yearly cost fell by €42,000": the one time in a sentence with one number is that number's, wherever it stands. */
function isOfSentenceRate(number: NumberSaid, fact: FactNumber, { onlyRate }: NumberContext): boolean {
  if (number.rate !== null || onlyRate === null || fact.lineRates.length === 0) return true
  return fact.lineRates.includes(onlyRate)
}

/** "two cities: Utrecht, Cologne and Hamburg" */
function isMislisted({ counted }: NumberSaid, listed: number): boolean {
  return listed > 0 && (counted ?? []).some((kind) => LISTED.has(kind))
}
const LISTED = new Set(['places', 'languages'])

/** "children of 9 to 13" are so many years old. */
function isAge({ is, value, bound, nouns }: NumberSaid, facts: readonly FactNumber[], text: string): boolean {
  if ((is !== 'months' && (is !== 'count' || nouns.length > 0)) || bound !== 'exact') return false
  if (!readTokens(text).some((token) => classOf(token)?.includes('youths') || AGES.has(token.plain))) return false
  const other = is === 'months' ? 'count' : 'months'
  const age = is === 'months' ? value / MONTHS_OF_YEAR : value * MONTHS_OF_YEAR
  return facts.some(
    (fact) => fact.is === other && fact.value === age && (other === 'months' || fact.nouns.length === 0),
  )
}

const AGES = new Set(['age', 'ages', 'aged', 'old', 'alter', 'alt'])

function lasting(years: number): Stretch {
  return { from: 0, to: years * MONTHS_OF_YEAR, slack: 0 }
}
const MONTHS_OF_YEAR = 12

/** How long the posts lasted, one of them, all of them, or the whole career. */
function isLength(
  number: NumberSaid,
  { ground: { stretches, workStretches }, careerYears, isOfExperience }: NumberContext,
): boolean {
  const outer = isOfExperience && workStretches.length > 1 ? outerStretch(workStretches) : []
  return (
    isDuration(number, stretches) ||
    isDuration(number, workStretches) ||
    runsOf(workStretches).some((run) => isDuration(number, run)) ||
    [...stretches, ...outer].some((stretch) => isDuration(number, [stretch])) ||
    careerYears.some((length) => isDuration(number, [lasting(length)]))
  )
}

/** "ten years, more than five of them at agencies", "eight years of building apps before machine learning": some posts that follow each
 *  other. */
function runsOf(stretches: readonly Stretch[]): Stretch[][] {
  const sorted = stretches.slice(0, MOST_POSTS).toSorted((one, other) => one.from - other.from)
  return sorted.flatMap((_, from) => sorted.slice(from + 1).map((__, length) => sorted.slice(from, from + length + 2)))
}
const MOST_POSTS = 12
