import words from '#resources/ats-words.json' with { type: 'json' }
import { readTitle } from '../claims/read/titles-said.ts'
import { readTokens, spaced, spacedPhrase } from '../claims/read/tokens.ts'

const NOISE = words.titleNoise.map(spacedPhrase)
const SMALL = new Set(words.titleSmall)
/** Behind these a title says something else: the team, the place, the contract. */
const PART = /\s+[-–—|•@]\s+|\s*[,;:]\s+|\s+\/\/\s+/

/** The job of a posting's title, without gender marks, place and contract: "Senior Data Engineer (m/w/d) – Berlin" is "Senior Data
 *  Engineer". The first part that names a role ("Berlin: Data Engineer"), else the first that names anything. Pure. */
export function titleTerm(title: string): string {
  const bare = title
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replaceAll(/\b[mwfdx](?:\s?\/\s?[mwfdx*]){1,3}(?!\p{L})/giu, ' ')
  const parts = bare.split(PART).filter((piece) => coreOf(piece).length > 0)
  const part = parts.find((piece) => readTitle(piece) !== null) ?? parts[0] ?? bare
  return part
    .replaceAll(/(?<=\p{L})(?:\*in(?:nen)?|:in|_in|\/in|\/-in)(?!\p{L})/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const MOST_ENDING = 2

/** "Projektleiter", "Projektleiterin", "Projektleiters"; not "Engineering" for "Engineer". */
function isInflected(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short === long || (short.length > 4 && long.startsWith(short) && long.length - short.length <= MOST_ENDING)
}

function coreOf(text: string): string[] {
  let plain = spaced(readTokens(text).filter(({ is }) => is !== 'sign'))
  for (const phrase of NOISE) plain = plain.replaceAll(phrase, ' ')
  return plain.split(' ').filter((word) => word !== '' && !SMALL.has(word))
}

/** Lines of a text in which all words of a title stand, inflected or in the other language's spelling; the level may be missing. Pure. */
export function linesWithTitle(title: string, text: string): string[] {
  const core = coreOf(title)
  if (core.length === 0) return []
  return text.split('\n').filter((line) => {
    const has = readTokens(line).map(({ plain }) => plain)
    return core.every((word) => has.some((other) => isInflected(other, word)))
  })
}
