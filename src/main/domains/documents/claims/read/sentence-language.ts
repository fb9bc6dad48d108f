import words from '#resources/claim-words.json' with { type: 'json' }
import { countFunctionWords } from '../../../jobs/enrich/reading-words.service.ts'
import { wordsOf } from './words.ts'

const SIGNS = new Set(words.germanSigns)

/** German or not, which decides how names are told from nouns: by its function words, else by its letters, else as the text around it.
 *  Pure. */
export function languageOf(text: string, around: string): string {
  const counts = countFunctionWords(text)
  const [german, english] = [counts.get('de') ?? 0, counts.get('en') ?? 0]
  if (german !== english) return german > english ? 'de' : 'en'
  if (wordsOf(text).some((word) => SIGNS.has(word))) return 'de'
  if (/[äöüß]/iu.test(text.replaceAll(/\p{Lu}\p{L}*/gu, ''))) return 'de'
  return around
}
