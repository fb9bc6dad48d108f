import { isKnownSkill } from '../../../jobs/match/matching.service.ts'
import { withoutUnseen } from '../ask/data-text.ts'

const TAG = /<\/?[a-z!?][^<>]*>?/giu
const IMAGE_OR_LINK = /!?\[([^[\]]*)\](?:\([^()]*\)?|\[[^[\]]*\])/g
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S*|\bwww\.\S+|(?<!:)\/\/(?=[a-z0-9-]+\.)\S+/giu
const SCHEME = /(?:java|vb)script:\S+|\b(?:file|data|mailto|blob|chrome|about|intent|tel|sms|whatsapp):\S+/giu
const EMAIL = /[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+/gu
const DOMAIN =
  /\b(?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|io|ai|app|dev|co|xyz|site|online|shop|top|link|click|test|example|invalid|ru|cn|tk|de|uk|fr|nl|me|ly|gg)\b(?:\/\S*)?/giu
const ADDRESS_OF_NUMBERS = /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:\/\S*)?/g
const MARKS = /\*\*|__|~~|`+|\*(?=\S)|(?<=\S)\*/g
const LEADING_MARKS = /^\s*(?:#{1,6}\s+|>\s+|[-•*–]\s+|\d{1,2}[.)]\s+(?=\p{L}))/u
/** Something may be written as a reference of a reference. */
const MOST_ROUNDS = 12

/** A sentence of a model as a document may hold it: one line of plain words, without markup, addresses and signs that nobody sees. Names
 *  with a dot stay when the career has them (`known`, in lower case) or they are skills. Pure. */
export function cleanText(written: string, { known, mostChars }: { known: string; mostChars: number }): string {
  let text = withoutUnseen(written)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = tidy(withoutMarkup(text, known))
    if (next === text) break
    text = next
  }
  return shortened(text, mostChars)
}

function tidy(text: string): string {
  return text
    .replaceAll(/<(?![\d\s=])|(?<=["'\p{L}/])>/gu, '')
    .replaceAll(/\(\s*\)|\[\s*\]/g, '')
    .replace(LEADING_MARKS, '')
    .replaceAll(/\s+([,.;:!?](?:\s|$))/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function withoutMarkup(text: string, known: string): string {
  return withoutReferences(text)
    .replaceAll(TAG, ' ')
    .replaceAll(IMAGE_OR_LINK, '$1')
    .replaceAll(ADDRESS, ' ')
    .replaceAll(SCHEME, ' ')
    .replaceAll(EMAIL, ' ')
    .replaceAll(ADDRESS_OF_NUMBERS, ' ')
    .replaceAll(DOMAIN, (name) => (known.includes(name.toLowerCase()) || isKnownSkill(name) ? name : ' '))
    .replaceAll(MARKS, '')
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
