import signs from '#resources/resume-signs.json' with { type: 'json' }

const LIGATURES = /[\uFB00-\uFB06]/gu
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu
/** Soft hyphens, joiners, marks of direction and of byte order. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu
/** Accents that old typesetting puts before their letter. */
const PARTED = /([¨ˇ˚])\s?(\p{L})|([´`])(\p{Ll})/gu
const COMBINING: Readonly<Record<string, string>> = {
  '¨': '\u0308',
  ˇ: '\u030C',
  '˚': '\u030A',
  '´': '\u0301',
  '`': '\u0300',
}
const SPACED_WORD = /(?<!\S)(?:[\p{L}&] ){3,}[\p{L}&](?!\S)/gu
const BULLET = /^\s*(?:[•●▪■◦○∙·‣⁃►▸▶➢➤✓✔❖◆♦§*\uE000-\uF8FF]|[-–—](?=\s)|o(?=\s{1,3}\p{Lu}))\s*/u
/** Pictures in place of words ("☎"), which say nothing that the text does not. */
const ICONS =
  /[\uE000-\uF8FF\u2318-\u23FF\u25A1-\u25A9\u25C7-\u25CA\u25CC-\u25CE\u25D0-\u25E5\u25E7-\u25FC\u2600-\u26FF\u2700-\u27BF\u2190\u2191\u2193-\u21FF\u2B00-\u2BFF]|[\u{1F000}-\u{1FAFF}]|\uFE0F/gu

/** A piece of text as a reader sees it: ligatures as letters, accents on their letters, plain spaces, nothing invisible. Line ends and
 *  tabs stay. Pure, linear. */
export function repairText(text: string): string {
  const clean = text
    .replace(LIGATURES, (sign) => sign.normalize('NFKC'))
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
  return clean
    .replace(PARTED, (whole, wide?: string, first?: string, high?: string, second?: string) => {
      const joined = `${first ?? second ?? ''}${COMBINING[wide ?? high ?? ''] ?? ''}`.normalize('NFC')
      return joined.length === 1 ? joined : whole
    })
    .normalize('NFC')
}

/** "E X P E R I E N C E" → "EXPERIENCE"; two spaces part words. Pure. */
export function joinSpacedLetters(text: string): string {
  return text
    .split(/ {2,}/u)
    .map((part) => part.replace(SPACED_WORD, (word) => word.replaceAll(' ', '')))
    .join(' ')
}

/** A line without the sign of a list before it, without icons, and whether there was such a sign. Pure. */
export function withoutBullet(text: string): { readonly text: string; readonly isBullet: boolean } {
  const match = BULLET.exec(text)
  const rest = (match === null ? text : text.slice(match[0].length)).replace(ICONS, ' ')
  const plain = rest.replaceAll(/[^\S\t]+/gu, ' ').trim()
  return { text: plain, isBullet: match !== null && plain !== '' }
}

const ownSigns = Object.entries(signs.fonts).map(([font, shapes]) => ({
  font,
  shapes: new Map(Object.entries(shapes).map(([code, sign]) => [Number.parseInt(code, 16), sign])),
}))

/** A text of a font that has shapes of its own for ordinary signs, with the ordinary ones. Pure. */
export function withPlainSigns(text: string, fontName: string): string {
  if (!/[\uE000-\uF8FF]/u.test(text)) return text
  const shapes = ownSigns.find(({ font }) => fontName.toLowerCase().includes(font))?.shapes
  return shapes === undefined
    ? text
    : text.replaceAll(/[\uE000-\uF8FF]/gu, (own) => shapes.get(own.codePointAt(0) ?? 0) ?? own)
}
