import { isBusinessRate } from './business-rates.ts'
import { CONJUNCTION, isJoint } from './joints.ts'
import type { Labels } from './labels.ts'
import { isOfStrangers } from './strangers.ts'
import { clauseStart, firstWord, lastWord, leads, type Surroundings, WORDS_AHEAD } from './surroundings.ts'
import { afterWord, type SalaryWordKind } from './words.ts'

const OTHER: readonly SalaryWordKind[] = ['perk', 'bonus', 'equity', 'extra_month', 'business']
const LIST_BREAK = /[;|•]|,\s/
/** "Salary €55k bonus 10 %": a figure of its own makes the word behind the pay an item of its own. */
const FIGURE_NEXT = /^[\s:(]{0,3}(?:(?:up to|of|of up to|bis zu|von|de|max\.?)\s)?[€£$]?\d/iu
const FIGURE_NEXT_REACH = 14

/** Counted people and things are no sums of money: they matter only to a figure without a sign. */
function othersOf({ span }: Surroundings): readonly SalaryWordKind[] {
  return span.currencyToken === null ? [...OTHER, 'count'] : OTHER
}

/** Whether a word before the figure speaks of other money, and no name of pay comes after it. */
function isOtherBefore(around: Surroundings, { name, hint }: Labels): boolean {
  const { text, span, isTitle, right } = around
  const other = lastWord(around, othersOf(around), [Math.max(around.left, around.sentenceStart), span.start])
  if (other === null) return false
  const between = text.slice(other.end, span.start)
  const isOffered = lastWord(around, ['offer'], [other.end, span.start]) !== null
  const governs = !isOffered && leads(around, other.end, span.start)
  // A title is made of such words: "Machine Learning Engineer – €80k".
  if (isTitle && other.kind !== 'bonus') return governs && /\p{L}/u.test(between)
  if (LIST_BREAK.test(between)) return false
  if (name && name.end > other.end) return false
  if (name && other.kind !== 'perk' && isJoint(text.slice(name.end, other.start))) return false
  if (governs) return true
  if (hint && hint.end > other.end) return false
  const behind = firstWord(around, ['pay', 'base', 'hint', 'gross', 'net'], [span.end, right])
  if (behind && leads(around, span.end, behind.start)) return false
  return !(name && name.start >= clauseStart(around))
}

function isOtherAfter(around: Surroundings, { label }: Labels): boolean {
  const { text, span, right } = around
  const other = firstWord(around, othersOf(around), [span.end, right])
  if (other === null) return false
  if (!leads(around, span.end, other.start)) return label === null
  if (label !== 'introduced') return true
  return !FIGURE_NEXT.test(text.slice(other.end, other.end + FIGURE_NEXT_REACH)) && other.kind !== 'business'
}

/** "55.000 – 70.000 € im Jahr (Schätzung des Portals)". */
function isEstimatedInBrackets(around: Surroundings): boolean {
  const { text, span, sentenceEnd, nextStart } = around
  const limit = Math.min(sentenceEnd, nextStart)
  const open = text.indexOf('(', span.end)
  if (open === -1 || open >= limit || open - span.end > WORDS_AHEAD || !leads(around, span.end, open)) return false
  const close = text.indexOf(')', open)
  return firstWord(around, ['estimate'], [open, close === -1 ? limit : Math.min(close, limit)]) !== null
}

/** A threshold, an estimate, a reward for a referral: never what this employer pays for the work. */
function isOfLaw(around: Surroundings): boolean {
  const { text, span, right, left } = around
  if (firstWord(around, ['law', 'estimate'], [span.end, right]) !== null || isEstimatedInBrackets(around)) return true
  const before = lastWord(around, ['law', 'estimate'], [left, span.start])
  if (before === null) return false
  const between = text.slice(afterWord(text, before.end), span.start)
  if (/[;|]/.test(between)) return false
  const isOver = between.includes(',') || CONJUNCTION.test(between)
  return !(isOver && lastWord(around, ['offer', 'pay'], [before.end, span.start]) !== null)
}

/** "To get a work permit you must earn at least …": what a permit takes, unless an offer follows in the sentence. */
function isForPermit(around: Surroundings): boolean {
  const { text, span, left, sentenceStart, right } = around
  const from = Math.max(left, sentenceStart)
  const permit = lastWord(around, ['permit'], [sentenceStart, span.start])
  if (permit === null) return false
  const need = lastWord(around, ['requires'], [from, span.start])
  if (need === null) return firstWord(around, ['requires'], [span.end, right]) !== null
  const since = Math.max(permit.end, need.end)
  const between = text.slice(since, span.start)
  if (/[;|]|\s[-–—]\s/.test(between) || lastWord(around, ['offer'], [since, span.start]) !== null) return false
  return !(between.includes(',') && lastWord(around, ['pay', 'hint'], [since, span.start]) !== null)
}

/** Whether a figure is spoken of as something else than pay: a perk, a price, a budget, a threshold. */
export function isOtherMoney(around: Surroundings, labels: Labels): boolean {
  return (
    isOfLaw(around) ||
    isForPermit(around) ||
    isOfStrangers(around) ||
    isBusinessRate(around) ||
    isOtherBefore(around, labels) ||
    isOtherAfter(around, labels)
  )
}

/** Whether other money is spoken of anywhere in the sentence before the figure. */
export function isAmongOthers(around: Surroundings): boolean {
  return lastWord(around, OTHER, [around.sentenceStart, around.span.start]) !== null
}
