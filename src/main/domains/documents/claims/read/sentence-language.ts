import words from '#resources/claim-words.json' with { type: 'json' }
import { countFunctionWords } from '../../../jobs/enrich/reading-words.service.ts'
import { GLOSSED, listOf, tableOf } from './gloss/language-tables.ts'
import { wordsOf } from './words.ts'

const SIGNS = new Set(words.germanSigns)

/** The language of a sentence among those of documents: by its function words and letters, else as the text around it. German or not
 *  decides how names are told from nouns; any other language but English is read by its table. Pure. */
export function languageOf(text: string, around: string): string {
  // "IT" is not "it".
  const counts = countFunctionWords(text.replaceAll(CAPITALS, ' '))
  const [german, english] = [counts.get('de') ?? 0, counts.get('en') ?? 0]
  const other = otherLanguage(text, { counts, around, least: Math.max(german, english) })
  if (other !== null) return other
  if (german !== english) return german > english ? 'de' : 'en'
  if (wordsOf(text).some((word) => SIGNS.has(word))) return 'de'
  if (PARTICIPLE.test(text)) return 'de'
  if (/[äöüß]/iu.test(text.replaceAll(/\p{Lu}\p{L}*/gu, ''))) return 'de'
  return around
}

const CAPITALS = /(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])/gu
/** A short point ends with it: "70 Berichte gewartet." */
const PARTICIPLE = / (?:\p{Ll}{2,8})?ge(?!ment)\p{Ll}{3,}(?:t|en)[.;]?$| \p{Ll}{3,}iert[.;]?$/u

interface Counted {
  readonly counts: ReadonlyMap<string, number>
  readonly around: string
  /** What English or German has. */
  readonly least: number
}

const LETTERS = GLOSSED.map(
  (language) => [language, new RegExp(`[${listOf(language, 'letters').join('')}]`, 'u')] as const,
)
/** One word is shared by too many languages to tell. */
const LEAST_HITS = 2
const LEAST_LEAD = 3

/** A language that is neither English nor German; null where it may be one of these. */
function otherLanguage(text: string, { counts, around, least }: Counted): string | null {
  const lower = `${text.charAt(0).toLowerCase()}${text.slice(1)}`.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []
  const lettered = new Map(
    LETTERS.map(([language, letters]) => [language, lower.filter((word) => letters.test(word)).length]),
  )
  const lettersOf = (language: string) => lettered.get(language) ?? 0
  const hits = new Map(GLOSSED.map((language) => [language, (counts.get(language) ?? 0) + lettersOf(language)]))
  const most = Math.max(...hits.values())
  const own = hits.get(around)
  if (own !== undefined && own >= most - 1 && own >= (least < LEAST_HITS ? 0 : least)) return around
  if (most <= least && most > 0) return null
  // Sister languages share their small words: the others that each knows decide.
  const known = (language: string) =>
    lower.filter((word) => tableOf(language)?.words.has(word) === true && !countFunctionWords(word).has(language))
      .length
  const best = GLOSSED.map((language) => ({ language, base: hits.get(language) ?? 0 }))
    .filter(({ base }) => base >= most - 1)
    .map(({ language, base }) => ({ language, base, telling: known(language) + lettersOf(language) }))
    .reduce((first, one) => (one.base + one.telling > first.base + first.telling ? one : first))
  // Small words alone may be English or German: "I", "in".
  const isUnsure = best.base === 0 ? least > 0 : best.telling === 0 && least > 0 && best.base < least * LEAST_LEAD
  return isUnsure || best.base + best.telling < LEAST_HITS ? null : best.language
}
