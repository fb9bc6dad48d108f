import type { FactNumber } from './match-number.ts'
import { isSameInOtherTime, isSameNumber } from './match-number.ts'
import { isDuration, outerStretch, type Stretch } from './durations.ts'
import { type Change, isChangeOfFacts } from './from-to.ts'
import type { NumberSaid } from '../number-said.ts'
import { asShare, hasSoManyFigures, isAsOften } from './other-forms.ts'
import { isListed, isTotalOfFacts, type Total } from './worked-out.ts'

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
  if (isBacked(number, context)) return true
  const share = asShare(number)
  if (share !== null && isBacked(share, context)) return true
  return number.also !== null && isBacked({ ...number, ...number.also }, context)
}

function isBacked(number: NumberSaid, context: NumberContext): boolean {
  const { text, language, ground, isTogether, isWorkedOut } = context
  if (number.is === 'months') {
    if (isAge(number, ground.numbers)) return true
    const years = context.yearsOfSkill(number)
    if (years !== null) return isDuration(number, [lasting(years)])
    if (isLength(number, context)) return true
  }
  return (
    ground.numbers.some(
      (fact) =>
        !(isTogether && fact.isEach && !number.isEach) &&
        (isSameNumber(number, fact, language) || isSameInOtherTime(number, fact)) &&
        isOfSentenceRate(number, fact, context),
    ) ||
    hasSoManyFigures(number, ground.numbers) ||
    isAsOften(number, ground.numbers) ||
    (isWorkedOut &&
      (isListed(number, text) ||
        isChangeOfFacts(number, ground.changes) ||
        isTotalOfFacts(number, { isTogether, facts: ground.numbers, totals: ground.totals })))
  )
}

/** "The yearly cost fell by €42,000": the one time in a sentence with one number is that number's, wherever it stands. */
function isOfSentenceRate(number: NumberSaid, fact: FactNumber, { onlyRate }: NumberContext): boolean {
  if (number.rate !== null || onlyRate === null || fact.lineRates.length === 0) return true
  return fact.lineRates.includes(onlyRate)
}

/** "children of 9 to 13" are so many years old. */
function isAge({ is, value, bound }: NumberSaid, facts: readonly FactNumber[]): boolean {
  return (
    is === 'months' &&
    bound === 'exact' &&
    facts.some((fact) => fact.is === 'count' && fact.nouns.length === 0 && fact.value * MONTHS_OF_YEAR === value)
  )
}

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
    [...stretches, ...outer].some((stretch) => isDuration(number, [stretch])) ||
    careerYears.some((length) => isDuration(number, [lasting(length)]))
  )
}
