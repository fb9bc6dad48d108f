import type { FactBook } from './fact-book.ts'
import type { Ground } from './ground.ts'
import type { Unbacked } from './unbacked.ts'
import { wordsOf } from './read/words.ts'
import { remembered } from './remembered.ts'

interface Where {
  readonly text: string
  readonly cited: Ground
  readonly whole: Ground
  readonly book: FactBook
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' })

/** What the career has instead of what is not backed: the likest of the cited facts, else of all. Null when it has nothing of the kind.
 *  Pure. */
export function nearestOf({ kind, words }: Unbacked, { text, cited, whole, book }: Where): string | null {
  const facts = [...book.facts.values()]
  switch (kind) {
    case 'citation':
    case 'uncited':
      return likest(text, whole.lines)
    case 'number':
      return likest(text, linesWithNumber(cited.lines)) ?? likest(text, linesWithNumber(whole.lines))
    case 'date':
      return (
        likest(
          text,
          cited.dates.map(({ written }) => written),
        ) ??
        cited.dates[0]?.written ??
        null
      )
    case 'employer':
      return likest(
        `${words} ${text}`,
        facts.flatMap(({ organisations }) => organisations),
      )
    case 'institution':
      return likest(
        `${words} ${text}`,
        facts.flatMap(({ schools }) => schools),
      )
    case 'title':
      return (
        likest(
          words,
          cited.titles.map(({ written }) => written),
        ) ??
        likest(
          words,
          whole.titles.map(({ written }) => written),
        ) ??
        cited.titles[0]?.written ??
        null
      )
    case 'degree':
      return likest(
        text,
        facts.filter(({ schools }) => schools.length > 0).flatMap(({ titles }) => titles),
      )
    case 'certificate':
      return likest(
        text,
        facts.filter(({ isCertificate }) => isCertificate).flatMap(({ titles }) => titles),
      )
    case 'language':
      return spoken(book)
    case 'skill':
      return likest(text, cited.lines)
    case 'name':
      break
  }
  return likest(text, cited.lines) ?? likest(text, whole.lines)
}

function linesWithNumber(lines: readonly string[]): string[] {
  return lines.filter((line) => /\d/.test(line))
}

function spoken({ profile }: FactBook): string | null {
  if (profile.languages.length === 0) return null
  return profile.languages
    .map(({ code, level }) => `${LANGUAGES.of(code) ?? code}${level === null ? '' : ` (${level})`}`)
    .join(', ')
}

/** The line that shares the most words, by their first letters, with a text; null when none shares any. */
function likest(text: string, lines: readonly string[]): string | null {
  const stems = stemsOf(text)
  let [best, bestShared]: [string | null, number] = [null, 0]
  for (const line of lines) {
    let shared = 0
    for (const word of stemsOf(line)) if (word.length > 2 && stems.has(word)) shared += 1
    if (shared > bestShared) [best, bestShared] = [line, shared]
  }
  return best
}

const STEM_LETTERS = 5
const stemsOf = remembered(
  (text): ReadonlySet<string> => new Set(wordsOf(text).map((word) => word.slice(0, STEM_LETTERS))),
)
