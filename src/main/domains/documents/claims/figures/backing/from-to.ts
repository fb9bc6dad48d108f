import sums from '#resources/claim-sums.json' with { type: 'json' }
import { readTokens, spacedPhrase } from '../../read/tokens.ts'
import { alike } from '../../read/alike.ts'
import type { FactNumber } from './fact-number.ts'
import { isNear } from './near.ts'
import type { NumberSaid } from '../number-said.ts'

/** From where to where something went: "from 18 minutes to 6", "6 minutes rather than 18". */
export interface Change {
  readonly from: FactNumber
  readonly to: FactNumber
}

const TOWARDS = new Set(sums.towards.split(' '))
const FROM = new Set(['from', 'von'])
const INSTEAD = sums.instead.map(spacedPhrase)
/** "(previously 6)", "früher um 12" */
const FORMERLY = new Set(sums.formerly.split(' '))
const FORMERLY_REACH = 2
/** Words between the two numbers of a change. */
const MOST_BETWEEN = 7
const LAST_WORDS = 4

/** The changes that a line of a fact tells: `numbers` are those of the line, in order. Pure. */
export function readChanges(text: string, numbers: readonly FactNumber[]): Change[] {
  return numbers.flatMap((one, at) => {
    const next = numbers[at + 1]
    // "2 seconds, before 6"
    const other = next?.also?.is === one.is && next.is !== one.is ? { ...next, ...next.also } : next
    if (!other || other.is !== one.is || other.money !== one.money || !countsAlike(one, other)) return []
    const between = readTokens(text.slice(one.end, other.at)).map(({ plain }) => plain)
    if (between.length > MOST_BETWEEN || between.some((plain) => /^[.;]$/.test(plain))) return []
    const last = between.slice(-LAST_WORDS)
    const phrase = ` ${between.join(' ')} `
    const isBackwards =
      INSTEAD.some((words) => phrase.includes(words)) ||
      FROM.has(last.at(-1) ?? '') ||
      last.slice(-FORMERLY_REACH).some((plain) => FORMERLY.has(plain))
    if (isBackwards) return [{ from: other, to: one }]
    return last.some((plain) => TOWARDS.has(plain)) && isStart(text, one) ? [{ from: one, to: other }] : []
  })
}

/** "from 3 days", "von 14", "(6 hours": where a change begins. */
function isStart(text: string, { at, preposition }: FactNumber): boolean {
  if (preposition === 'from') return true
  const before = readTokens(text.slice(Math.max(0, at - START_REACH), at))
  return FROM.has(before.at(-1)?.plain ?? '') || before.at(-1)?.text === '('
}
const START_REACH = 16

function countsAlike(one: FactNumber, other: FactNumber): boolean {
  if (one.counted !== null && other.counted !== null) return one.counted.some((kind) => other.counted?.includes(kind))
  if (one.nouns.length === 0 || other.nouns.length === 0) return true
  return one.nouns.some((noun) => other.nouns.some((next) => alike(noun.toLowerCase(), next.toLowerCase())))
}

/** How far a change that is worked out may be from the one that is said, as a share of it. */
const SHARE = 0.02
const PERCENT_SLACK = 0.6
/** "a third of what it was" is rounder. */
const PART_SLACK = 2
const EPSILON = 1e-6

/** Whether a change of the facts makes a stated one true: 55 % to 82 % is 27 percentage points, 18 minutes to 6 is two thirds less, a
 *  third, three times as fast, or 12 minutes less. Pure. */
export function isChangeOfFacts(said: NumberSaid, changes: readonly Change[]): boolean {
  return changes.some(({ from, to }) => {
    const trend = to.value > from.value ? 'up' : 'down'
    const movesAlike = said.trend === null || from.is === 'clock' || said.trend === trend
    if (said.is === 'points' || isOfPoints(said))
      return (
        (from.is === 'percent' || (from.is === 'count' && from.counted === null)) &&
        movesAlike &&
        isDifference(said, { from, to })
      )
    if (said.preposition === 'from') return false
    if (from.is === 'clock' && isLengthBetween(said, { from, to })) return true
    if (from.is !== 'clock' && from.value > 0 && to.value > 0 && isRatio(said, to.value / from.value))
      return said.is === 'times' || movesAlike
    return said.isDifference && movesAlike && isSameUnit(said, from) && isDifference(said, { from, to })
  })
}

const DAY_SECONDS = 86_400

/** "eight-hour shifts" from 22:00 to 06:00 */
function isLengthBetween(said: NumberSaid, { from, to }: Change): boolean {
  if (said.is !== 'seconds' || said.isDifference) return false
  return isNear(said, (to.value - from.value + DAY_SECONDS) % DAY_SECONDS, { share: 0, slack: EPSILON })
}

const POINTS = new Set(['point', 'points', 'punkt', 'punkte', 'punkten'])

/** "fell by 4.4 points" */
function isOfPoints({ is, nouns }: NumberSaid): boolean {
  return is === 'count' && POINTS.has(nouns[0]?.toLowerCase() ?? '')
}

function isDifference(said: NumberSaid, { from, to }: Change): boolean {
  return isNear(said, Math.abs(to.value - from.value), { share: 0, slack: EPSILON })
}

function isSameUnit(said: NumberSaid, fact: FactNumber): boolean {
  // "five hours earlier" of 11 and 6 o'clock
  if (fact.is === 'clock') return said.is === 'seconds'
  if (said.is !== fact.is || said.money !== fact.money || said.is === 'percent' || said.is === 'times') return false
  if (said.counted !== null && fact.counted !== null) return said.counted.some((kind) => fact.counted?.includes(kind))
  return true
}

const UPWARDS: ReadonlySet<string> = new Set(['over', 'atLeast', 'well'])

function isRatio(said: NumberSaid, ratio: number): boolean {
  if (said.is === 'percent') {
    const near = { share: SHARE, slack: /\d/.test(said.written) ? PERCENT_SLACK : PART_SLACK }
    // "It was a quarter of that."
    if (said.preposition === null && !said.isDifference && !/\d/.test(said.written) && isNear(said, ratio * 100, near))
      return true
    // "coverage now above 90 %" of 40 to 82 % is no growth by 105 %.
    const isLevel = said.preposition === null && !said.isDifference && said.trend === null && UPWARDS.has(said.bound)
    return !isLevel && said.preposition !== 'to' && isNear(said, Math.abs(1 - ratio) * 100, near)
  }
  if (said.is !== 'times') return false
  const times = Math.max(ratio, 1 / ratio)
  // "more than halved", but "to a good third"
  return said.value < 1 && /^\p{L}+$/u.test(said.written)
    ? ratio < 1 && isNear({ ...said, value: 1 / said.value }, times, { share: SHARE, slack: 0 })
    : isNear(said, said.value < 1 ? ratio : times, { share: SHARE, slack: 0 })
}
