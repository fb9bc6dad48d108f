/** Letters that Unicode does not split into a letter and an accent, and how they are spelled without them. */
export const UNSPLIT_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
}
const UNSPLIT_LETTER = new RegExp(`[${Object.keys(UNSPLIT_LETTERS).join('')}]`, 'gu')
const UNSPLIT_LETTER_ANY_CASE = new RegExp(UNSPLIT_LETTER.source, 'giu')
const ACCENTS = /\p{M}+/gu
// oxlint-disable-next-line no-control-regex -- the range is ASCII
const ASCII = /^[\u0000-\u007f]*$/

/** Lower case without accents; a letter that cannot be split stays as it is ("Łódź" → "łodz", "Straße" → "straße"). What the
 *  phrase matcher takes for the same letter. Pure. */
export function stripAccents(text: string): string {
  const lower = text.toLowerCase()
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(ACCENTS, '')
}

/** Lower case in plain letters: "Göteborg" → "goteborg", "Łódź" → "lodz", "Straße" → "strasse", "Ærø" → "aero". For comparing
 *  only; offsets and length change. Signs stay as they are ("½", "…"). Pure. */
export function foldLetters(text: string): string {
  const plain = stripAccents(text)
  if (ASCII.test(plain)) return plain
  return plain.replace(UNSPLIT_LETTER, (letter) => UNSPLIT_LETTERS[letter] ?? letter).normalize('NFC')
}

/** In plain letters, case kept: "Göteborg" → "Goteborg", "Łódź" → "Lodz". Pure. */
export function plainLetters(text: string): string {
  if (ASCII.test(text)) return text
  const plain = text
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(UNSPLIT_LETTER_ANY_CASE, (letter) => {
      const lower = letter.toLowerCase()
      const spelled = UNSPLIT_LETTERS[lower] ?? letter
      return lower === letter ? spelled : spelled.charAt(0).toUpperCase() + spelled.slice(1)
    })
  return plain.normalize('NFC')
}

/** As `foldLetters`, and signs that only look different made one ("ﬁ" = "fi", "Ａ" = "a", "…" = "..."). For the keys that
 *  postings are compared by. Pure. */
export function foldForKey(text: string): string {
  return foldLetters(ASCII.test(text) ? text : text.normalize('NFKC'))
}

/** Folded for a key, and the German and Nordic two-letter spellings made one ("Mueller" = "Müller"). Also changes "blue" to "blu":
 *  the same on both sides of a comparison, so never show it. Pure. */
export function foldSpelling(text: string): string {
  return foldForKey(text).replace(/ae|oe|ue/g, (pair) => pair.charAt(0))
}
