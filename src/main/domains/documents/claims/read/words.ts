import { foldLetters } from '#main/infra/text/fold.ts'

/** A word of a sentence with what belongs to it: "H&M", "Node.js", "S/4HANA" is two. */
export interface Word {
  readonly text: string
  readonly plain: string
  readonly start: number
  readonly end: number
  /** Begins a sentence, or stands behind a colon or an opening bracket. */
  readonly isFirst: boolean
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[&.'’+][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*[+#]*/gu

/** The words of a text in order. Pure; linear in its length. */
export function readWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const [written] = match
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    const isFirst =
      match.index === 0 || /[.!?:;•|–—][\s"“„(]*$/.test(before) || !/[\p{L}\p{N}]/u.test(text.slice(0, match.index))
    return { text: written, plain: plainWord(written), start: match.index, end: match.index + written.length, isFirst }
  })
}

/** Every word folded, and the parts of those that a sign holds together. Pure. */
export function wordsOf(text: string): string[] {
  return readWords(text)
    .flatMap(({ plain }) => (/[&.'+]/.test(plain) ? [plain, ...plain.split(/[&.'+]/)] : [plain]))
    .filter((word) => word !== '')
}

function plainWord(written: string): string {
  return foldLetters(written).replaceAll('’', "'").replace(/'s$/, '')
}
