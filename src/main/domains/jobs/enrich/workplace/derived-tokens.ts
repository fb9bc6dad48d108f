import lexicon from '#resources/workplace-clauses.json' with { type: 'json' }
import type { Token, WordKind } from './token.ts'

/** "Our Leuven lab", "unserem Werk": from the word of belonging to the room. */
const OWN_REACH = 24
const STARTS: readonly WordKind[] = ['where', 'home', 'free']
const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', String.raw`\s`))
    .join('|')
/** "Wherever you like", "wo auch immer du gerade wohnst", "skąd chcesz": the rest of the clause may only say in which country. */
const FREE_PLACE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${lexicon.where
    .map(({ starts, persons, verbs }) => {
      const person = persons.length > 0 ? String.raw`(?:${anyOf(persons)})\s(?:\p{L}{2,12}\s){0,2}?` : ''
      return String.raw`(?:${anyOf(starts)})\s(?:(?:${anyOf(lexicon.ever)})\s)?${person}(?:${anyOf(verbs)})`
    })
    .join(
      '|',
    )})(?![\p{L}\d'’])(?=\s*(?:$|[.,;:!?)|\n–—]|\s(?:${anyOf(lexicon.goesOn)})(?!\p{L})|\s\p{Ll}{1,7}\s\p{Lu}))`,
  'iuy',
)

const seats = lexicon.where
  .map(({ starts, persons }, language) => {
    const person = persons.length > 0 ? String.raw`(?:${anyOf(persons)})\s(?:\p{L}{2,12}\s){0,1}?` : ''
    return String.raw`(?:${anyOf(starts)})\s${person}(?:${anyOf(lexicon.seats[language] ?? [])})`
  })
  .join('|')
const INDIFFERENT = anyOf(lexicon.indifferent.flat())
/** "We don't mind where you sit", "wo du arbeitest, ist uns egal"; not "woher du kommst". */
const ANY_SEAT = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:${INDIFFERENT}),?\s(?:\p{L}+\s){0,2}?(?:${seats})|(?:${seats}),?\s(?:\p{L}+\s){0,4}?(?:${INDIFFERENT}))(?![\p{L}\d])`,
  'giu',
)

/** What several words say together: a room of the employer's ("our Leuven lab") is an office, a free choice of place
 *  ("from wherever you live") is one. Linear in the text's length. */
export function deriveTokens(text: string, tokens: readonly Token[]): Token[] {
  return [...ownRooms(text, tokens), ...freePlaces(text, tokens), ...anySeats(text, tokens)]
}

function ownRooms(text: string, tokens: readonly Token[]): Token[] {
  const found: Token[] = []
  let own: Token | null = null
  for (const token of tokens) {
    if (token.kinds.includes('own')) own = token
    if (own === null || !token.kinds.includes('room') || token.start - own.end > OWN_REACH) continue
    if (!/[^\p{L}\p{M}\s'’-]/u.test(text.slice(own.end, token.start))) found.push(as(token, 'office'))
  }
  return found
}

function as({ start, end }: Token, ...kinds: readonly WordKind[]): Token {
  return { start, end, kinds }
}

function freePlaces(text: string, tokens: readonly Token[]): Token[] {
  return tokens.flatMap(({ start, kinds }): Token[] => {
    if (!STARTS.some((kind) => kinds.includes(kind))) return []
    FREE_PLACE.lastIndex = start
    const found = FREE_PLACE.exec(text)
    return found ? [{ start, end: start + found[0].length, kinds: ['free'] }] : []
  })
}

function anySeats(text: string, tokens: readonly Token[]): Token[] {
  if (!tokens.some(({ kinds }) => kinds.includes('indifferent'))) return []
  return Array.from(text.matchAll(ANY_SEAT), ({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    kinds: ['free', 'work'],
  }))
}
