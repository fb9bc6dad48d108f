import cues from '#resources/place-cues.json' with { type: 'json' }
import { isKnownInPassing, isPartCode, look, type PlacePart } from './place-parts.ts'

/** A place named in running text, at its offsets. */
export interface Mention {
  readonly part: PlacePart
  readonly start: number
  readonly end: number
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Stretch extends Span {
  /** Whether a name that begins here would count, judged before it is looked up. Everywhere when left out. */
  readonly isWanted?: (at: Span, last: Mention | undefined) => boolean
}

const CAPITAL = /^\p{Lu}/u
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu
const MAX_WORDS = 4
const MAX_CAPITALISED = 40
const MIN_INFLECTED = 5
const INFLECTED = Object.entries(cues.inflected).sort(([a], [b]) => b.length - a.length)

/** The places that a stretch of text names: known names that begin with a capital, the longest at each word; no codes, no village,
 *  no name that is a word first. Polish names also in the case that follows "w" ("w Gdańsku"), German ones as "Berliner". */
export function findMentions(text: string, { start, end, isWanted }: Stretch): Mention[] {
  const words = Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
    word,
    start: start + index,
    end: start + index + word.replace(/['’.-]+$/u, '').length,
  }))
  const mentions: Mention[] = []
  let looked = 0
  let at = 0
  while (at < words.length && looked < MAX_CAPITALISED) {
    const first = words[at]
    let size = 1
    if (first && CAPITAL.test(first.word) && (isWanted?.(first, mentions.at(-1)) ?? true)) {
      looked++
      const found = longestAt(text, words.slice(at, at + MAX_WORDS))
      if (found) {
        mentions.push(found.mention)
        size = found.size
      }
    }
    at += size
  }
  return mentions
}

function longestAt(text: string, words: readonly Span[]): { mention: Mention; size: number } | null {
  const [first] = words
  if (!first) return null
  for (let size = words.length; size > 0; size--) {
    const end = words[size - 1]?.end ?? first.end
    const written = text.slice(first.start, end)
    if (/[\n|;]|\.\s/.test(written)) continue
    const part = nameOf(written, size)
    if (part) return { mention: { part, start: first.start, end }, size }
  }
  return null
}

function nameOf(written: string, size: number): PlacePart | null {
  const part = look(written)
  if (part) return isKnownInPassing(part) && (!isPartCode(part) || /^(?:UK|USA)$/.test(written)) ? part : null
  return size === 1 ? (uninflected(written) ?? demonym(written)) : null
}

function uninflected(written: string): PlacePart | null {
  if (written.length < MIN_INFLECTED) return null
  for (const [ending, plain] of INFLECTED) {
    if (!written.endsWith(ending)) continue
    const part = look(written.slice(0, -ending.length) + plain)
    if (part?.cities[0]?.countryCode === 'PL' && isKnownInPassing(part)) return part
  }
  return null
}

/** "Berliner Büro", "Hamburger Standort"; what the people of a city are called is theirs in every language but German. */
function demonym(written: string): PlacePart | null {
  const { demonym: ending } = cues
  if (!written.endsWith(ending) || written.length < MIN_INFLECTED) return null
  const part = look(written.slice(0, -ending.length))
  return part && part.cities.length > 0 && isKnownInPassing(part) ? part : null
}
