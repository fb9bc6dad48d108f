import { foldLetters } from '#main/infra/text/fold.ts'

/** A word, a row of digits, or a sign, at its offsets in the text. `plain` is folded for comparing. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly plain: string
  readonly is: 'word' | 'digits' | 'sign'
  /** Nothing stands between it and the token before. */
  readonly isGlued: boolean
}

const TOKEN = /\d+(?:[.,'’\u00a0\u202f]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|[^\s\p{L}\p{N}\p{M}]|\p{N}/gu

/** The tokens of a sentence, in order. Pure; linear in its length. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [written] = match
    const first = written.charCodeAt(0)
    const isDigits = first >= 48 && first <= 57
    tokens.push({
      start: match.index,
      end: match.index + written.length,
      text: written,
      plain: foldLetters(written).replaceAll('’', "'"),
      is: isDigits ? 'digits' : /^\p{L}/u.test(written) ? 'word' : 'sign',
      isGlued: tokens.at(-1)?.end === match.index,
    })
  }
  return tokens
}

/** A sentence without Markdown's signs; the address of a link stays behind its words, in brackets. Pure. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\(([^)\s]*)\)/g, '$1 ($2)')
    .replaceAll(/[*_`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}/g, '')
}

/** A folded text with one space around each token, to look for phrases in. Pure. */
export function spaced(tokens: readonly Token[]): string {
  return ` ${tokens.map(({ plain }) => plain).join(' ')} `
}

/** A phrase of a table as `spaced` writes texts. Pure. */
export function spacedPhrase(phrase: string): string {
  return spaced(readTokens(phrase))
}
