/** Signs that nobody sees: they can hide words, or split those that mark a block. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u115F\u1160\u3164\uFFA0]/gu
const CONTROL = /(?![\n\t])\p{Cc}/gu
/** All that is, or looks like, the bracket with which a block is opened and closed. */
const OPENING = /[<＜﹤〈⟨《«]/g
const CLOSING = /[>＞﹥〉⟩》»]/g

/** A text of a stranger or the user as it may stand in a block of data: without signs that nobody sees and without the brackets that end
 *  a block. What is longer is cut, and says so. Pure; linear in its length. */
export function asData(text: string, mostChars: number): string {
  const seen = withoutUnseen(text).replaceAll(OPENING, '‹').replaceAll(CLOSING, '›').trim()
  return seen.length <= mostChars ? seen : `${seen.slice(0, mostChars)}\n[The text goes on and was cut here.]`
}

/** Pure. */
export function withoutUnseen(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(UNSEEN, '')
    .replaceAll(CONTROL, ' ')
}
