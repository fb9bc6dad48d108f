const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
}
// oxlint-disable-next-line no-control-regex -- the range is ASCII
const ASCII = /^[\u0000-\u007f]*$/

/** Lower case without diacritics: "Göteborg" → "goteborg", "Łódź" → "lodz", "Straße" → "strasse". For comparing only. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (ASCII.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþıħŋ]/g, (character) => SPECIAL[character] ?? character)
    .normalize('NFKC')
}

/** Folded, and the German and Nordic two-letter spellings made one ("Mueller" = "Müller"). Also changes "blue" to "blu":
 *  the same on both sides of a comparison, so never show it. */
export function foldSpelling(text: string): string {
  return fold(text).replace(/ae|oe|ue/g, (pair) => pair.charAt(0))
}
