export type MarkKind = 'visa' | 'skill'

/** What to look for, in the posting's own words. `sentence` is quoted word for word but for its white space. */
export interface Needles {
  readonly sentence: string | null
  readonly skills: readonly string[]
}

/** Half-open range in characters. */
export interface MarkRange {
  readonly start: number
  readonly end: number
  readonly kind: MarkKind
}

/** Ranges to mark in each of the given pieces of text, in order and without overlap: the visa sentence (the first time it
 *  appears) and every whole-word mention of a skill. Pieces are the text nodes of a description; a sentence may run over
 *  several of them (when a word in it is bold). A skill inside the visa sentence belongs to the sentence. Pure. */
export function findMarks(pieces: readonly string[], needles: Needles): MarkRange[][] {
  const whole = pieces.join('')
  const sentence = needles.sentence === null ? null : findSentence(whole, needles.sentence)
  const skills = findWords(whole, needles.skills)
  const ranges = sentence
    ? [sentence, ...skills.filter((skill) => skill.end <= sentence.start || skill.start >= sentence.end)]
    : skills
  return splitByPiece(
    pieces,
    ranges.toSorted((a, b) => a.start - b.start),
  )
}

/** Finds a sentence whatever white space the page has between its words: evidence was cut from text with single spaces. */
function findSentence(whole: string, sentence: string): MarkRange | null {
  const words = sentence.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return null
  // Between two words, white space may also be missing: a line break in the text can be a tag in the page.
  const match = new RegExp(words.map((word) => escaped(word)).join('\\s*')).exec(whole)
  return match ? { start: match.index, end: match.index + match[0].length, kind: 'visa' } : null
}

const WORD = /[\p{L}\p{N}_]/u
/** After a name these make another name of it: C is not C++ or C#. */
const NAME_TAIL = /[\p{L}\p{N}_+#]/u

function escaped(words: string): string {
  return words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

function findWords(whole: string, skills: readonly string[]): MarkRange[] {
  const longestFirst = [...new Set(skills)].filter((skill) => skill.trim() !== '').sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return []
  const pattern = new RegExp(longestFirst.map((skill) => escaped(skill)).join('|'), 'gu')
  const found: MarkRange[] = []
  for (const match of whole.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    const before = whole.charAt(start - 1)
    const after = whole.charAt(end)
    const isWhole = !(WORD.test(match[0].charAt(0)) && WORD.test(before)) && !NAME_TAIL.test(after)
    if (isWhole) found.push({ start, end, kind: 'skill' })
  }
  return found
}

function splitByPiece(pieces: readonly string[], ranges: readonly MarkRange[]): MarkRange[][] {
  let offset = 0
  return pieces.map((piece) => {
    const from = offset
    const to = (offset += piece.length)
    return ranges
      .filter((range) => range.start < to && range.end > from)
      .map((range) => ({ ...range, start: Math.max(range.start, from) - from, end: Math.min(range.end, to) - from }))
  })
}
