import { STATEMENT_START } from './joints.ts'
import { firstWord, lastWord, leads, type Surroundings } from './surroundings.ts'

const NAMES = ['pay', 'base', 'hint'] as const
/** "Average base pay", "salaire brut annuel moyen": how far an average may stand from the name of pay it belongs to. */
const AVERAGE_REACH = 24

/** Where the statement with the figure begins, within its sentence. */
export function statementStart({ text, left, sentenceStart, span }: Surroundings): number {
  let start = Math.max(left, sentenceStart)
  const from = start
  for (const mark of text.slice(from, span.start).matchAll(STATEMENT_START)) start = from + mark.index + mark[0].length
  return start
}

/** Whether this job, its employer or its reader is spoken of between the place and the end of the figure's clause. */
function isOwn(around: Surroundings, from: number): boolean {
  const { span, right } = around
  return (
    lastWord(around, ['own', 'offer'], [from, span.start]) !== null ||
    firstWord(around, ['own'], [span.end, right]) !== null
  )
}

/** "A nurse in Leeds earns £34,000", "one user negotiated a salary of …": somebody else's pay. */
function isEarnedByOthers(around: Surroundings): boolean {
  const { span, right } = around
  const start = statementStart(around)
  const verb =
    lastWord(around, ['earns', 'users'], [start, span.start]) ?? firstWord(around, ['earns'], [span.end, right])
  return verb !== null && !isOwn(around, start)
}

/** "Our portal shows what others are paid: a cook has a wage of …". */
function isShownByProduct(around: Surroundings): boolean {
  const { span, sentenceStart, left } = around
  const from = Math.max(left, sentenceStart)
  const verb = lastWord(around, ['shows'], [from, span.start])
  if (verb === null || lastWord(around, ['product'], [from, verb.start]) === null) return false
  return !isOwn(around, verb.end)
}

/** Whether an average belongs to the pay that is named beside it, or leads straight to the figure; "36 hours on average" does not. */
function isAverage(around: Surroundings): boolean {
  const { text, span, left, right } = around
  const before = lastWord(around, ['average'], [left, span.start])
  if (before !== null && !/\d/.test(text.slice(before.end, span.start))) {
    if (leads(around, before.end, span.start)) return true
    const from = Math.max(left, before.start - AVERAGE_REACH)
    const to = Math.min(span.start, before.end + AVERAGE_REACH)
    if (firstWord(around, NAMES, [from, to]) !== null) return true
  }
  const after = firstWord(around, ['average'], [span.end, right])
  if (after === null || !leads(around, span.end, after.start)) return false
  return !/\d/.test(text.slice(after.end, after.end + AVERAGE_REACH))
}

/** "The median for a senior in our database is …". */
function isAverageOfProduct(around: Surroundings): boolean {
  if (lastWord(around, ['average'], [around.sentenceStart, around.span.start]) === null) return false
  const before = [statementStart(around), around.span.start] as const
  if (lastWord(around, ['average'], before) === null || lastWord(around, ['product'], before) === null) return false
  return lastWord(around, ['reader', 'offer'], before) === null
}

/** Whether a figure tells what other people are paid: an average, or the pay of somebody who is not this job's. */
export function isOfStrangers(around: Surroundings): boolean {
  return isAverage(around) || isAverageOfProduct(around) || isEarnedByOthers(around) || isShownByProduct(around)
}
