import words from '#resources/claim-words.json' with { type: 'json' }
import { readTokens, spaced, spacedPhrase } from './tokens.ts'

const { learning, wishing, negating } = words.languages
const LEARNING = learning.map(spacedPhrase)
const WISHING = wishing.map(spacedPhrase)
const NEGATING = negating.map(spacedPhrase)
const NOT_NEGATED = words.notNegated.map(spacedPhrase)
/** ", which I would love to learn" goes on with what stands before it. */
const BORDER =
  /[;:.!?]|,(?!\s+(?:which|that|das|die|den)\s)|\s(?:but|aber|sondern|while|whereas|(?:and|und)\s+(?:i|my|ich|mein)(?!\p{L}))/giu

/** Whether the clause that holds an offset says that somebody would like to learn, or does not know, what it names there. Pure. */
export function isWishedOrMissing(text: string, at: number): boolean {
  let [from, to] = [0, text.length]
  for (const { index, 0: written } of text.matchAll(BORDER)) {
    if (index < at) from = index + written.length
    else {
      to = index
      break
    }
  }
  const clause = spaced(readTokens(text.slice(from, to)))
  const has = (phrases: readonly string[]) => phrases.some((phrase) => clause.includes(phrase))
  return (has(LEARNING) && has(WISHING)) || (has(NEGATING) && !has(NOT_NEGATED))
}
