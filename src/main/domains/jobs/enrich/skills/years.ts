import cueTable from '#resources/skill-cues.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'
import { countWords, foldWords, wordsOf } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import type { Statement } from './layout.ts'
import { alternatives, areListedTogether, countListed, gapOf } from './lists.ts'
import type { Reading } from './reading.ts'
import { countBelow, holding, type Span } from './spans.ts'

interface AskedYears extends Span {
  readonly years: number
}

/** More than this is the age of a company. */
const MAX_YEARS = 20
const MAX_GAP_AFTER = 70
const MAX_GAP_BEFORE = 48
const MAX_WORDS_AFTER = 8
const MAX_AMOUNT = 30

const numbers = new Map<string, number>()
let amount: RegExp | null = null

/** A number, perhaps a range or "or more", right before the word for years. */
function readAmount(): RegExp {
  for (const [word, value] of Object.entries(cueTable.numbers)) numbers.set(stripAccents(word), value)
  const number = `\\d{1,2}|${alternatives(Object.keys(cueTable.numbers))}`
  const range = `(?:\\s?\\+|\\s?(?:[-–—/]|${alternatives(cueTable.ranges)})\\s?(?:${number})\\s?\\+?)?`
  const more = `(?:[ \\u00a0](?:${alternatives(cueTable.orMore)}))?`
  return new RegExp(`(?<![\\p{L}\\p{N}.,])(${number})${range}${more}(?:[ \\u00a0-]|(?<=[\\d+]))$`, 'iu')
}

function numberOf(written: string): number | null {
  const digits = Number(written)
  if (Number.isInteger(digits)) return digits > 0 && digits <= MAX_YEARS ? digits : null
  return numbers.get(stripAccents(written)) ?? null
}

const EXPERIENCE = /^(?:doswiadcz|experien|erfahr|ervaring|erfaren|esper|experi|beruf)/

/** The amount before a word for years, where it can be experience asked for. */
function readYearsAt({ text }: Reading, unit: Span): AskedYears | null {
  amount ??= readAmount()
  const before = text.slice(Math.max(0, unit.start - MAX_AMOUNT), unit.start)
  const match = amount.exec(before)
  const years = match ? numberOf(match[1] ?? '') : null
  if (!match || years === null) return null
  const start = unit.start - before.length + match.index
  const wordBefore = foldWords(text.slice(Math.max(0, start - 16), start)).at(-1)
  const wordAfter = foldWords(text.slice(unit.end, unit.end + 16))[0]
  const isExperience = wordAfter !== undefined && EXPERIENCE.test(wordAfter)
  if (wordBefore !== undefined && wordsOf('notYearsBefore').has(wordBefore) && !isExperience) return null
  if (wordAfter !== undefined && wordsOf('notYearsAfter').has(wordAfter)) return null
  return { years, start, end: unit.end }
}

/** The least years of experience asked for with each mention: only where they stand in its own clause ("5+ years of Python and
 *  Java", "React (min. 2 lata)"), never carried over to another skill. */
export function readYears(reading: Reading): ReadonlyMap<Mention, number> {
  const found = new Map<Mention, number>()
  for (const unit of reading.cues.all('years')) {
    const asked = readYearsAt(reading, unit)
    const statement = asked ? holding(reading.statements, asked.start) : undefined
    if (!asked || !statement) continue
    for (const at of mentionsWith(reading, { asked, statement })) {
      const mention = reading.mentions[at]
      if (mention) found.set(mention, Math.min(found.get(mention) ?? Infinity, asked.years))
    }
  }
  return found
}

interface AskedWith {
  readonly asked: AskedYears
  readonly statement: Statement
}

function mentionsWith(reading: Reading, asked: AskedWith): number[] {
  const next = countBelow(reading.mentions, 'start', asked.asked.end)
  return isAfter(reading, { ...asked, at: next })
    ? listFrom(reading, next)
    : asidesBefore(reading, { ...asked, at: next - 1 })
}

const CLAUSE_END = /[.;:!?(\n]|,\s/u

/** "5+ years of professional experience with …" */
function isAfter({ text, mentions }: Reading, { asked, statement, at }: AskedWith & { at: number }): boolean {
  const mention = mentions[at]
  if (!mention || mention.start >= statement.end) return false
  const gap = text.slice(asked.end, mention.start)
  return gap.length <= MAX_GAP_AFTER && !CLAUSE_END.test(gap) && countWords(gap) <= MAX_WORDS_AFTER
}

const IN_BRACKETS = /\((?:[^()]*)$/u

/** "React (min. 2 lata)", "Databricks, at least two years", "AWS security, daily, for three years". */
function asidesBefore(reading: Reading, { asked, statement, at }: AskedWith & { at: number }): number[] {
  const { text, mentions, cues } = reading
  const mention = mentions[at]
  if (!mention || mention.start < statement.start) return []
  const own = cues.after('askedBefore', { offset: asked.end, to: Math.min(statement.end, asked.end + 40) })
  if (own && countWords(text.slice(asked.end, own.start)) <= 1) return []
  const gap = text.slice(mention.end, asked.start)
  if (gap.length > MAX_GAP_BEFORE || /[.;!?]\s\p{Lu}|\n/u.test(gap)) return []
  const isBracketed = IN_BRACKETS.test(gap)
  const isAside =
    isBracketed || /^\s?[,:–—-]/u.test(gap) || foldWords(gap).every((word) => wordsOf('atLeast').has(word))
  const isOnly = (mentions[at - 1]?.start ?? -1) < statement.start
  const saysLeast = foldWords(gap.replace(/^[^,(:–—-]*/u, '')).every((word) => wordsOf('atLeast').has(word))
  if (!isAside && !(isOnly && gap.includes(','))) return []
  if (!isOnly && !saysLeast) return []
  return isBracketed ? listUpTo(reading, at) : [at]
}

/** "Java and Kotlin (3 years)" asks for three years of both. */
function listUpTo(reading: Reading, at: number): number[] {
  const list = [at]
  while (isNamedTogether(reading, at - list.length)) list.push(at - list.length)
  return list
}

function isNamedTogether({ text, mentions }: Reading, at: number): boolean {
  const [one, other] = [mentions[at], mentions[at + 1]]
  if (!one || !other || !areListedTogether(text, { one, other })) return false
  return !/[;,]/.test(gapOf(text, { one, other }))
}

function listFrom({ text, mentions }: Reading, from: number): number[] {
  const list = [from]
  for (let count = countListed(text, { mentions, from }); count > 0; count--) {
    const at = from + list.length
    if (text.slice(mentions[at - 1]?.end, mentions[at]?.start).includes(';')) break
    list.push(at)
  }
  return list
}
