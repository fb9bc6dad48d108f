import { foldSpelling } from '#main/infra/text/fold.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:\+\+|#)?/gu

/** A word as it is written, as it is compared (no case, no accents, "ü" as "u" and "ue"), and the letter of the text it begins at. */
export interface TextWord {
  readonly written: string
  readonly folded: string
  readonly from: number
}

/** The words of a text in order; C++ and C# are words. Pure. */
export function textWords(text: string): TextWord[] {
  const words: TextWord[] = []
  for (const { 0: written, index } of text.matchAll(WORD))
    words.push({ written, folded: foldWord(written), from: index })
  return words
}

const foldWord = (written: string): string => foldSpelling(written)
