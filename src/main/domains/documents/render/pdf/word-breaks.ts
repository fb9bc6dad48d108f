/** The longest word that is never cut. Longer ones, addresses mostly, would leave the page. */
export const UNCUT_LETTERS = 28

/** As a penalty this forbids a break for good: else one may fall, with a hyphen, where two styles meet within a word. */
export const NO_HYPHENS = 10_000

/** Pieces of a word between which a line may end, no hyphen added: the empty piece is what the line breaker takes for a place to break.
 *  A word of up to `UNCUT_LETTERS` stays whole; a longer one breaks after the marks of an address, else anywhere. Pure. */
export function piecesOf(word: string): string[] {
  if (Array.from(word).length <= UNCUT_LETTERS) return [word]
  const pieces = word.split(/(?<=[/?&=._\-@:])(?=[^/?&=._\-@:])/u).flatMap(chunks)
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : ['', piece]))
}

const CHUNK_LETTERS = 4

function chunks(piece: string): string[] {
  const letters = Array.from(piece)
  if (letters.length <= UNCUT_LETTERS) return [piece]
  const count = Math.ceil(letters.length / CHUNK_LETTERS)
  return Array.from({ length: count }, (_, index) =>
    letters.slice(index * CHUNK_LETTERS, (index + 1) * CHUNK_LETTERS).join(''),
  )
}
