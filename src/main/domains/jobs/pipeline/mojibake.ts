/** Windows-1252 prints the bytes 0x80–0x9F as these characters (WHATWG encoding standard, index windows-1252). */
const BYTE_OF_CP1252 = new Map<number, number>(
  [
    [0x20ac, 0x80],
    [0x201a, 0x82],
    [0x0192, 0x83],
    [0x201e, 0x84],
    [0x2026, 0x85],
    [0x2020, 0x86],
    [0x2021, 0x87],
    [0x02c6, 0x88],
    [0x2030, 0x89],
    [0x0160, 0x8a],
    [0x2039, 0x8b],
    [0x0152, 0x8c],
    [0x017d, 0x8e],
    [0x2018, 0x91],
    [0x2019, 0x92],
    [0x201c, 0x93],
    [0x201d, 0x94],
    [0x2022, 0x95],
    [0x2013, 0x96],
    [0x2014, 0x97],
    [0x02dc, 0x98],
    [0x2122, 0x99],
    [0x0161, 0x9a],
    [0x203a, 0x9b],
    [0x0153, 0x9c],
    [0x017e, 0x9e],
    [0x0178, 0x9f],
  ].map(([character = 0, byte = 0]) => [character, byte]),
)
const CP1252_OF_BYTE = new Map([...BYTE_OF_CP1252].map(([character, byte]) => [byte, String.fromCharCode(character)]))

const TAIL =
  '[\\u0080-\\u00bf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160\\u2039\\u0152\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161\\u203a\\u0153\\u017e\\u0178]'
const SEQUENCE = new RegExp(`[\\u00c2-\\u00df]${TAIL}|[\\u00e0-\\u00ef]${TAIL}{2}|[\\u00f0-\\u00f4]${TAIL}{3}`, 'g')

/** Characters that people really write after an accented capital: quotes, dashes, a space. They prove nothing. */
const ORDINARY_AFTER_A_LETTER =
  /[\u00a0\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u2039\u203a\u20ac\u2122]/
const C1 = /[\u0080-\u009f]/
const C1_ALL = /[\u0080-\u009f]/g
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Repairs text whose UTF-8 bytes were read as Latin-1 or Windows-1252 ("MÃ¼nchen" → "München"), and maps stray C1
 *  controls to what Windows-1252 means by them. Only when it is unmistakable: at least one sequence has to be something
 *  nobody writes; text that was right comes back as it was. Pure. */
export function repairMojibake(text: string): string {
  let repaired = text
  if (/[\u00c2-\u00f4]/.test(text)) {
    const decoded = new Map<string, string | null>()
    let isUnmistakable = false
    for (const match of text.matchAll(SEQUENCE)) {
      const [sequence] = match
      const known = decoded.get(sequence)
      const meant = known === undefined ? decodeSequence(sequence) : known
      decoded.set(sequence, meant)
      if (meant === null || isUnmistakable) continue
      isUnmistakable = isSomethingNobodyWrites(sequence) || isInsideWord(text, match.index, sequence)
    }
    if (isUnmistakable) repaired = text.replace(SEQUENCE, (sequence) => decoded.get(sequence) ?? sequence)
  }
  if (!C1.test(repaired)) return repaired
  return repaired.replace(C1_ALL, (character) => CP1252_OF_BYTE.get(character.charCodeAt(0)) ?? '')
}

function isSomethingNobodyWrites(sequence: string): boolean {
  if (sequence.length > 2) return true
  return !ORDINARY_AFTER_A_LETTER.test(sequence.slice(1))
}

/** A dash or a quote right between letters: "GdaÅ„sk", "KÃ–LN". */
function isInsideWord(text: string, index: number, sequence: string): boolean {
  const after = text.slice(index + sequence.length, index + sequence.length + 1)
  const before = text.slice(Math.max(0, index - 1), index)
  return /\p{L}/u.test(before) && /\p{L}/u.test(after) && !/[\u2018\u2019\u00a0]/.test(sequence)
}

/** What the sequence means as UTF-8; null when that is no valid or no plausible character for a European posting. */
function decodeSequence(sequence: string): string | null {
  const bytes = Uint8Array.from(sequence, (character) => {
    const code = character.charCodeAt(0)
    return BYTE_OF_CP1252.get(code) ?? code
  })
  let meant: string
  try {
    meant = decoder.decode(bytes)
  } catch {
    // Not UTF-8 after all: the characters stand for themselves.
    return null
  }
  const code = meant.codePointAt(0) ?? 0
  const isLatinGreekCyrillic = (code >= 0xa0 && code <= 0x24f) || (code >= 0x370 && code <= 0x52f)
  const isPunctuationOrSign = code >= 0x1e00 && code <= 0x27bf
  const isEmoji = code >= 0x1f000 && code <= 0x1faff
  return isLatinGreekCyrillic || isPunctuationOrSign || isEmoji || code === 0xfeff || code === 0xfe0f ? meant : null
}
