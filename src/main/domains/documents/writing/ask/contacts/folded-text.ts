import { foldForKey } from '#main/infra/text/fold.ts'

/** A text in plain small letters, with the place of each of its signs in the text that it was made of. */
export interface FoldedText {
  readonly text: string
  /** `places[i]`: where the sign behind `text[i]` begins; one more than there are signs, the last one the end. */
  readonly places: readonly number[]
}

/** Pure. */
export function foldedText(text: string): FoldedText {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const sign of text) {
    const plain = foldForKey(sign)
    for (let letter = 0; letter < plain.length; letter++) places.push(at)
    folded += plain
    at += sign.length
  }
  places.push(text.length)
  return { text: folded, places }
}

/** The text without what the patterns find in it when it is folded. Pure. */
export function withoutFolded(
  text: string,
  { patterns, instead }: { patterns: readonly RegExp[]; instead: string },
): string {
  let left = text
  for (const pattern of patterns) {
    const { text: folded, places } = foldedText(left)
    let whole = ''
    let last = 0
    for (const { 0: found, index } of folded.matchAll(pattern)) {
      whole += left.slice(last, places[index]) + instead
      last = places[index + found.length] ?? left.length
    }
    left = whole + left.slice(last)
  }
  return left
}
