import { wholeWords, wordsAfter, wordsBefore } from '../word-context.ts'
import { denyingWords, peopleScanner } from './level-lexicon.ts'

const MAX_TEXT_CHARS = 6000
const BEFORE = { count: 4, reach: 45 }
const AFTER = { count: 5, reach: 50 }

/** The words by which a text says that the post leads people ("three direct reports", "Personalverantwortung"); null when it says
 *  nothing of it, or denies it. Pure, linear. */
export function findPeopleManagement(descriptionText: string): string | null {
  const text = descriptionText.slice(0, MAX_TEXT_CHARS)
  const hits = peopleScanner.scanLongest(text)
  const isDenied = hits.some(
    ({ kinds, start, end }) =>
      kinds.includes('no') ||
      [...wordsBefore(text, start, BEFORE), ...wordsAfter(text, end, AFTER)].some((word) => denyingWords.has(word)),
  )
  const [first] = hits
  return first && !isDenied ? wholeWords(text, first.start, first.end) : null
}
