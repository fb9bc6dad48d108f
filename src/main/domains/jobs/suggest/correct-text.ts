import { type CountEdits, editsAllowed } from './edits.ts'
import { fitOf, wordsNearly } from './match-words.ts'
import type { Vocabulary } from './vocabulary.ts'
import { textWords } from './words.ts'

const WORDS_MAX = 8
/** What so few jobs have may itself be a slip. */
const RARE_JOBS = 2
const MORE_JOBS_BY = 10

/** The text with its misspelt words put right, everything else as it was; null when there is nothing to put right. A word counts as
 *  misspelt when nothing stored has it (or next to nothing), and something has one that is a slip or two away. Pure but for the
 *  counter's own table. */
export function correctText(text: string, vocabulary: Vocabulary, countEdits: CountEdits): string | null {
  let corrected = ''
  let done = 0
  for (const { written, folded, from } of textWords(text).slice(0, WORDS_MAX)) {
    const next = text.charAt(from + written.length)
    if (next === '*' || (next === ':' && /\p{L}/u.test(written)) || /^(?:OR|AND|NOT)$/.test(written)) continue
    const right = nearest(folded, vocabulary, countEdits)
    if (right === null) continue
    corrected += text.slice(done, from) + inCaseOf(written, right)
    done = from + written.length
  }
  return done === 0 ? null : corrected + text.slice(done)
}

function nearest(folded: string, vocabulary: Vocabulary, countEdits: CountEdits): string | null {
  if (editsAllowed(folded.length) === 0) return null
  const own = vocabulary.numberOf.get(folded)
  const ownJobs = own === undefined ? 0 : (vocabulary.jobs[own] ?? 0)
  if (ownJobs > RARE_JOBS) return null
  let best: { readonly number: number; readonly edits: number; readonly jobs: number } | null = null
  const { numbers, codes } = wordsNearly(vocabulary, folded, { countEdits, isOpen: false })
  for (const number of numbers) {
    const { edits, isWhole } = fitOf(codes[number] ?? 0)
    const jobs = vocabulary.jobs[number] ?? 0
    if (!isWhole || number === own || jobs < MORE_JOBS_BY * ownJobs) continue
    if (best === null || edits < best.edits || (edits === best.edits && jobs > best.jobs))
      best = { number, edits, jobs }
  }
  return best === null ? null : (vocabulary.written[best.number] ?? null)
}

function inCaseOf(written: string, right: string): string {
  return written === written.toLowerCase() ? right.toLowerCase() : right
}
