import type { ResumeLine } from '../../file/resume-line.ts'
import type { DateSpan } from '../dates.ts'
import { degreeWords } from '../lexicon.ts'
import type { EntryRules } from './typed-lines.ts'
import type { Typed } from './indents.ts'

/** Fewer dates do not show how a section sets them. */
const MIN_ALIKE = 2
/** Beside a date that alone would begin an entry. */
const MAX_WORDS = 4

/** The lines whose dates begin an entry as such, and those as text whose dates only belong to what they say: among spans the year of a
 *  thesis or a prize, and a span that ends a line of what was done ("runs in production since 2018") where the dates of the headers stand
 *  by themselves. Pure, linear. */
export function withoutAsides(typed: readonly Typed[], { isHeader }: Pick<EntryRules, 'isHeader'>): Typed[] {
  const dates = typed.filter(({ kind, span }) => kind === 'date' && span?.isRange === true)
  if (dates.length === 0) return [...typed]
  const inText = dates.filter((each) => endsText(each, isHeader))
  const isAlone = dates.length >= MIN_ALIKE && dates.every((each) => !/\p{L}/u.test(wordsOf(each)))
  const isApartHere = dates.length - inText.length >= Math.max(MIN_ALIKE, inText.length)
  return typed.map((each) => {
    const { kind, span, line } = each
    if (kind !== 'date' || span === null) return each
    const isAside = span.isRange
      ? isApartHere && !line.isBold && endsText(each, isHeader)
      : isNote(wordsBeside(line, span), isHeader) || (isAlone && saysMore(wordsBeside(line, span)))
    return isAside ? { ...each, kind: 'text', span: null } : each
  })
}

const wordsBeside = ({ text }: ResumeLine, { from, to }: DateSpan) => `${text.slice(0, from)} ${text.slice(to)}`

const wordsOf = ({ line, span }: Typed) => (span === null ? '' : wordsBeside(line, span))

/** "Term abroad at the University of Bergen, winter 2022" below a header whose span stands in a line of its own. */
const saysMore = (words: string) => words.trim().split(/\s+/u).length > MAX_WORDS && degreeWords(words) === 0

const isNote = (words: string, isHeader: EntryRules['isHeader']) => /\p{L}{3}/u.test(words) && !isHeader(words)

/** Whether a span ends a line of words without a sign or a wide gap before it. */
function endsText({ line: { text, cells }, span }: Typed, isHeader: EntryRules['isHeader']): boolean {
  if (span === null || cells.length > 1) return false
  const [before, after] = [text.slice(0, span.from).trim(), text.slice(span.to).trim()]
  const count = before.split(' ').length
  return (count > 2 || (count > 1 && !isHeader(before))) && /[\p{L}\d)%]$/u.test(before) && !/\p{L}/u.test(after)
}
