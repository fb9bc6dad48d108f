import { foldForPhrases } from '../fold-text.ts'
import { splitSentences } from '../sentences.ts'
import type { Sentence } from '../sentences.ts'
import { readSectionHeading } from '../sections.ts'
import type { Section } from '../sections.ts'
import { findVisaSubjects, opensListing } from './lexicon.ts'

/** No posting that somebody wrote says more than this near the subject; a text that does is not read to its end. */
export const MAX_TOPICAL_CHARS = 6_000
export const MAX_TOPICAL_SENTENCES = 30
/** A sentence that long has no spaces; nobody wrote it. */
export const MAX_READABLE_CHARS = 1000

export interface VisaCandidate {
  readonly sentence: Sentence
  readonly index: number
  readonly isTopical: boolean
}

export interface VisaCandidates {
  /** The sentences near the subject and the two after each, where an answer may stand; in order. */
  readonly candidates: readonly VisaCandidate[]
  readonly sentences: readonly Sentence[]
}

const FOLLOWERS = 2
const MAX_LISTING_CHARS = 30
const ENDS_A_SENTENCE = /[.!,;]$/

/** The sentences worth reading for visas. Bounded whatever the text: there are at most MAX_TOPICAL_SENTENCES topical ones, of
 *  MAX_TOPICAL_CHARS together (one sentence over), and none is longer than MAX_READABLE_CHARS. Pure. */
export function findVisaCandidates(text: string): VisaCandidates {
  const subjects = findVisaSubjects(text)
  if (subjects.length === 0) return { candidates: [], sentences: [] }
  const sentences = splitSentences(text)
  const candidates: VisaCandidate[] = []
  let next = 0
  let chars = 0
  let count = 0
  let followers = 0
  let previous = ''
  for (const [index, sentence] of sentences.entries()) {
    while ((subjects[next] ?? Infinity) < sentence.start) next += 1
    const isTopical = (subjects[next] ?? Infinity) < sentence.end
    // Said again at once, it says nothing new.
    if (isTopical && sentence.text === previous) continue
    previous = isTopical ? sentence.text : ''
    followers = isTopical ? FOLLOWERS : followers - 1
    if (followers < 0 || sentence.text.length > MAX_READABLE_CHARS) continue
    candidates.push({ sentence, index, isTopical })
    if (!isTopical) continue
    count += 1
    chars += sentence.text.length
    if (count >= MAX_TOPICAL_SENTENCES || chars > MAX_TOPICAL_CHARS) break
  }
  return { candidates, sentences }
}

/** Tells the part of the posting that a sentence stands in, the nearest heading at or before it. Asked in ascending order of
 *  index it looks at every line once. */
export function sectionReader(sentences: readonly Sentence[]): (index: number) => Section {
  let section: Section = null
  let seen = -1
  return (index) => {
    for (let at = index; at > seen; at -= 1) {
      const line = sentences[at]?.text ?? ''
      const found = ENDS_A_SENTENCE.test(line) ? null : (readSectionHeading(line) ?? readListing(line))
      if (found === null) continue
      section = found
      break
    }
    seen = index
    return section
  }
}

/** "O que damos": a heading of what the employer gives. */
function readListing(line: string): Section {
  return line.length <= MAX_LISTING_CHARS && opensListing(foldForPhrases(line)) ? 'benefits' : null
}
