import { isKnownSkill } from '../../../jobs/match/matching.service.ts'
import { withoutUnseen } from '../ask/data-text.ts'

/** Tags of pages. Whatever else stands in angle brackets, as in Map<string, number>, is no markup. */
const TAG =
  /<(?:\/?(?:a|abbr|article|b|body|br|button|center|code|dd|del|div|dl|dt|em|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|th|thead|title|tr|u|ul|video)(?:[\s/][^<>]*)?|!--[^<>]*--)>/giu
const IMAGE_OR_LINK = /(?<![\p{L}\p{N}\])])!?\[([^[\]]*)\](?:\(\s*<?[^\s()<>]*>?(?:\s+"[^"()]*")?\s*\)|\[[^[\]]*\])/gu
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S*|\bwww\.\S+|(?<!:)\/\/(?=[a-z0-9-]+\.)\S+/giu
const SCHEME =
  /(?:java|vb)script:\S+|\bdata:(?:[a-z]+\/[a-z0-9.+-]+)?[;,]\S*|\bfile:\/\S*|\bmailto:\S+|\b(?:blob|intent):(?:https?:|[/#])\S*|\b(?:tel|sms):\+?\d\S*/giu
const EMAIL = /[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+/gu
const DOMAIN =
  /\b(?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|io|ai|app|dev|co|xyz|site|online|shop|top|link|click|test|example|invalid|ru|cn|tk|de|uk|fr|nl|me|ly|gg)\b(?:\/\S*)?/giu
/** Four numbers alone may be those of a version. */
const ADDRESS_OF_NUMBERS = /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+(?:\/\S*)?|\/[^\s\d]\S*)/g
/** What is no markup and has no place in a sentence: it cannot go without changing what is said. */
const LOOSE_BRACKET = /<(?![\d\s=])[^<>\s]*|(?<=["'\p{L}/])>/gu
/** Marks around words. A star between or after numbers is a sign of theirs. */
const MARKED = [
  /(?<![\p{L}\p{N}*])\*{1,3}(?=[^\s*])([^*]*[^\s*])\*{1,3}(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])__(?=[^\s_])([^_]*[^\s_])__(?![\p{L}\p{N}_])/gu,
  /~~(?=[^\s~])([^~]*[^\s~])~~/gu,
  /`+([^`]+)`+/gu,
]
/** "3. Platz" counts something, and "> 3" compares. */
const LEADING_MARKS = /^\s*(?:#{1,6}\s+|>\s+(?!\d)|[-•*–]\s+|\d{1,2}\)\s+(?=\p{L}))/u
/** Something may be written as a reference of a reference. */
const MOST_ROUNDS = 12

export interface Cleaned {
  readonly text: string
  /** More than markup was taken out of it: it no longer says what was written. */
  readonly isAltered: boolean
}

/** A sentence of a model as a document may hold it: one line of plain words, without markup, addresses and signs that nobody sees. Names
 *  with a dot stay when the career has them (`known`, in lower case) or they are skills. Pure. */
export function cleanText(written: string, { known, mostChars }: { known: string; mostChars: number }): Cleaned {
  let text = withoutUnseen(written)
  let isAltered = false
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const plain = withoutMarkup(text)
    const bare = withoutAddresses(plain, known)
    isAltered ||= bare !== plain
    const next = tidy(bare)
    if (next === text) break
    text = next
  }
  return { text: shortened(text, mostChars), isAltered }
}

function tidy(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\p{N}])(?:\(\s*\)|\[\s*\])/gu, '')
    .replace(LEADING_MARKS, '')
    .replaceAll(/\s+([,.;:!?](?:\s|$))/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function withoutMarkup(text: string): string {
  const plain = withoutReferences(text).replaceAll(TAG, ' ').replaceAll(IMAGE_OR_LINK, '$1')
  return MARKED.reduce((left, marked) => left.replaceAll(marked, '$1'), plain)
}

function withoutAddresses(text: string, known: string): string {
  return text
    .replaceAll(ADDRESS, ' ')
    .replaceAll(SCHEME, ' ')
    .replaceAll(EMAIL, ' ')
    .replaceAll(ADDRESS_OF_NUMBERS, ' ')
    .replaceAll(DOMAIN, (name) => (isNamed(name.toLowerCase(), known) || isKnownSkill(name) ? name : ' '))
    .replaceAll(LOOSE_BRACKET, ' ')
}

/** It stands there as a name of its own, not as the end of another. */
function isNamed(name: string, known: string): boolean {
  for (let at = known.indexOf(name); at !== -1; at = known.indexOf(name, at + 1)) {
    const before = known.charAt(at - 1)
    const after = known.slice(at + name.length, at + name.length + 2)
    if (!/[\p{L}\p{N}.-]/u.test(before) && !/^(?:[\p{L}\p{N}-]|\.\p{L})/u.test(after)) return true
  }
  return false
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  sol: '/',
  lpar: '(',
  rpar: ')',
}

function withoutReferences(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));?/giu,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return code > 31 && code < 0x11_00_00 ? withoutUnseen(String.fromCodePoint(code)) : ' '
    },
  )
}

function shortened(text: string, mostChars: number): string {
  if (text.length <= mostChars) return text
  const cut = text.slice(0, mostChars)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(mostChars / 2))).trim()
}
