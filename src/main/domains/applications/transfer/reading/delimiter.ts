const DELIMITERS = [',', ';', '\t', '|'] as const
const CHARS_LOOKED_AT = 64 * 1024
const ROWS_LOOKED_AT = 30
/** What Excel writes before the first row to name the delimiter. */
const EXCEL_HINT = /^sep=([,;\t|])\n/i

/** `skipLines`: how many lines at the beginning name the delimiter and are no rows. */
export interface DelimiterReading {
  readonly delimiter: string
  readonly skipLines: 0 | 1
}

/** The sign that parts the columns, told by the first rows: the one that most rows have as often as the first row does, quoted text
 *  left out; null when no sign parts anything. Line ends are "\n". Pure. */
export function readDelimiter(text: string): DelimiterReading | null {
  const hint = EXCEL_HINT.exec(text.slice(0, 10))?.[1]
  if (hint !== undefined) return { delimiter: hint, skipLines: 1 }
  const rows = countPerRow(text)
  const scored = DELIMITERS.map((delimiter, index) => {
    const counts = rows.map((row) => row[index] ?? 0)
    const most = counts[0] ?? 0
    const agreeing = counts.filter((count) => count === most).length
    return { delimiter, score: most === 0 ? 0 : agreeing / counts.length + Math.min(most, 50) / 100 }
  })
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best === undefined || best.score === 0 ? null : { delimiter: best.delimiter, skipLines: 0 }
}

/** Per row how often each delimiter stands outside of quotes. A row that the look ends in does not count, unless it is the only one. */
function countPerRow(text: string): number[][] {
  const head = text.slice(0, CHARS_LOOKED_AT)
  const rows: number[][] = []
  let counts = DELIMITERS.map(() => 0)
  let isQuoted = false
  let isFieldStart = true
  let hasText = false
  for (let at = 0; at < head.length && rows.length < ROWS_LOOKED_AT; at += 1) {
    const sign = head.charAt(at)
    if (isQuoted) {
      if (sign === '"') isQuoted = head.charAt(at + 1) === '"' ? (at += 1) > 0 : false
      continue
    }
    const index = DELIMITERS.findIndex((delimiter) => delimiter === sign)
    if (sign === '"' && isFieldStart) isQuoted = true
    else if (index >= 0) counts[index] = (counts[index] ?? 0) + 1
    if (sign === '\n') {
      if (hasText) rows.push(counts)
      counts = DELIMITERS.map(() => 0)
      hasText = false
    } else if (sign.trim() !== '' || index >= 0) hasText = true
    isFieldStart = sign === '\n' || index >= 0
  }
  if (hasText && (rows.length === 0 || head.length === text.length)) rows.push(counts)
  return rows
}
