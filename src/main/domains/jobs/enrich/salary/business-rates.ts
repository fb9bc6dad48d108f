import { statementStart } from './strangers.ts'
import { firstWord, lastWord, leads, type Surroundings } from './surroundings.ts'
import type { SalaryWord } from './words.ts'

/** "You invoice us": how far a subject may stand before its verb. */
const SUBJECT_REACH = 3
/** "Billed monthly": how far the rhythm of invoices may stand behind the verb. */
const RHYTHM_REACH = 18
/** "A day to clients": how far those who pay may stand behind a figure. */
const PAYER_REACH = 30
/** "Day rate to our customers": how far they may stand behind the name of the rate. */
const RATE_REACH = 12

const BUSINESS = ['payers', 'payer', 'firms', 'charge', 'strangers', 'places'] as const

/** Whether a figure is what customers pay the employer, or what somebody without this job charges or is paid: a day rate billed to
 *  clients, the price of a freelancer on a marketplace, jobs that an agency fills. Where the reader is who gets it, it is pay. */
export function isBusinessRate(around: Surroundings): boolean {
  const { sentenceStart, right } = around
  if (firstWord(around, BUSINESS, [sentenceStart, right]) === null) return false
  const start = statementStart(around)
  return isCharged(around, start) || isPaidByCustomers(around, start) || isPriceOfOthers(around)
}

/** "Our consultants are billed at £900 a day", not "€600 a day, billed monthly" or "you invoice us €600". */
function isCharged(around: Surroundings, start: number): boolean {
  const { text, span, sentenceStart, right } = around
  const isSale = lastWord(around, ['payers', 'payer', 'strangers'], [sentenceStart, right]) !== null
  const kinds = isSale ? (['charge', 'counted'] as const) : (['charge'] as const)
  const before = lastWord(around, kinds, [start, span.start])
  if (before !== null) return !hasReaderFor(around, before)
  const after = firstWord(around, kinds, [span.end, right])
  if (after === null || text.slice(span.end, after.start).includes(',')) return false
  if (readerWithin(around, [start, span.start])) return false
  return firstWord(around, ['month', 'week'], [after.end, after.end + RHYTHM_REACH]) === null
}

/** Whether the reader is spoken of as who gets something, not as who works for it ("clients pay £950 a day for you"). */
function readerWithin(around: Surroundings, [from, to]: readonly [number, number]): boolean {
  const reader = lastWord(around, ['reader'], [from, to])
  if (reader === null) return false
  const behalf = lastWord(around, ['on_behalf'], [from, to])
  return behalf === null || behalf.end < reader.end
}

/** Whether the reader charges the employer, or stands between the verb and the figure; what the reader charges customers is no pay. */
function hasReaderFor(around: Surroundings, verb: SalaryWord): boolean {
  const subject = lastWord(around, ['reader'], [around.sentenceStart, verb.start])
  const isSubject = subject !== null && verb.start - subject.end <= SUBJECT_REACH
  if (isSubject && lastWord(around, ['payers'], [verb.start, around.span.start]) !== null) return false
  return isSubject || readerWithin(around, [verb.end, around.span.start])
}

/** "Clients pay £950 a day", "the client pays 200, you get 150", "our day rate to customers". An agency's "client", alone, is who the
 *  job is with. */
function isPaidByCustomers(around: Surroundings, start: number): boolean {
  const { span, right } = around
  const payers = lastWord(around, ['payers'], [start, span.start])
  const many = payers ?? lastWord(around, ['firms'], [start, span.start])
  const payer = many ?? lastWord(around, ['payer'], [start, span.start])
  const pays = payer && firstWord(around, ['pays'], [payer.end, span.start])
  const isOurs = many ?? lastWord(around, ['strangers'], [start, span.start])
  if (pays && !readerWithin(around, [pays.end, span.start]) && (isOurs || isReaderPaidNext(around))) return true
  if (payers && isRateFor(around, start, payers)) return true
  const behind = firstWord(around, ['payers'], [span.end, Math.min(right, span.end + PAYER_REACH)])
  if (behind === null || !leads(around, span.end, behind.start)) return false
  return lastWord(around, ['reader', 'offer'], [start, span.start]) === null
}

function isReaderPaidNext(around: Surroundings): boolean {
  const reader = firstWord(around, ['reader'], [around.span.end, around.sentenceEnd])
  return reader !== null && /\d/.test(around.text.slice(reader.end, around.sentenceEnd))
}

/** "Our day rate to customers is …" */
function isRateFor(around: Surroundings, start: number, payers: SalaryWord): boolean {
  const name = lastWord(around, ['pay'], [start, payers.start])
  if (name === null || payers.start - name.end > RATE_REACH || !isRate(around, start)) return false
  return lastWord(around, ['reader', 'offer'], [start, around.span.start]) === null
}

function isRate(around: Surroundings, start: number): boolean {
  const periods = ['day', 'hour'] as const
  return (
    lastWord(around, periods, [start, around.span.start]) !== null ||
    firstWord(around, periods, [around.span.end, around.right]) !== null
  )
}

/** "Freelancers on the platform charge …", "nurses find jobs through us at …". */
function isPriceOfOthers(around: Surroundings): boolean {
  const { span, sentenceStart } = around
  const places = lastWord(around, ['places'], [sentenceStart, span.start])
  if (places && !readerWithin(around, [places.start, span.start])) return true
  const strangers = lastWord(around, ['strangers'], [sentenceStart, span.start])
  if (strangers === null || readerWithin(around, [strangers.end, span.start])) return false
  if (lastWord(around, ['asks'], [strangers.end, span.start]) !== null) return true
  return isRate(around, sentenceStart) && lastWord(around, ['product'], [strangers.end, span.start]) !== null
}
