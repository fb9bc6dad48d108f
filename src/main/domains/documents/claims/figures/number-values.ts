import words from '#resources/claim-words.json' with { type: 'json' }

const { numbers } = words
const ONES: Readonly<Record<string, number>> = { ...numbers.en, ...numbers.de }
const GERMAN_UNITS: Readonly<Record<string, number>> = numbers.deUnits
const GERMAN =
  /^(ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und(zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)$/
const GERMAN_LARGE =
  /^(ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|funfzehn|zwanzig|dreissig|vierzig|funfzig)?(hundert|tausend)$/
/** "achtköpfiges", "dreijährige": the count stands inside the word. */
const GERMAN_INSIDE = /^([a-z]+?)(kopfig|monatig|jahrig|wochig|tagig|stundig|sprachig|stellig|fach)(?:e[mnrs]?)?$/

/** The value of a number that is a folded word of English or German; null for any other word, and for "one", which is mostly an
 *  article. Pure. */
export function valueOfWord(plain: string): number | null {
  const known = ONES[plain]
  if (known !== undefined) return known
  const compound = GERMAN.exec(plain)
  if (compound) return (GERMAN_UNITS[compound[1] ?? ''] ?? 0) + (ONES[compound[2] ?? ''] ?? 0)
  const large = GERMAN_LARGE.exec(plain)
  if (large?.[1] === undefined) return null
  return (large[1] === 'ein' ? 1 : (ONES[large[1]] ?? 0)) * (large[2] === 'hundert' ? 100 : 1000)
}

const INSIDE_UNITS: Readonly<Record<string, string>> = {
  kopfig: 'kopfiges',
  monatig: 'monate',
  jahrig: 'jahre',
  wochig: 'wochen',
  tagig: 'tage',
  stundig: 'stunden',
  sprachig: '',
  stellig: '',
  fach: 'fach',
}

/** The number inside a German word, and the folded word of what it counts. Null for any other word. Pure. */
export function valueInsideWord(plain: string): { readonly value: number; readonly unit: string } | null {
  const match = GERMAN_INSIDE.exec(plain)
  const value = match ? valueOfWord(match[1] ?? '') : null
  return value === null ? null : { value, unit: INSIDE_UNITS[match?.[2] ?? ''] ?? '' }
}

/** The value of digits as people write them: "1,500", "1.500" and "1'500" are 1500; "1.5" and "1,5" are one and a half. Pure. */
export function valueOfDigits(written: string): number {
  const plain = written.replaceAll(/['’\u00a0\u202f]/g, '')
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  if (last === -1) return Number(plain)
  const hasBoth = plain.includes('.') && plain.includes(',')
  const isGrouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(plain)
  if (isGrouped && !hasBoth) return Number(plain.replaceAll(/[.,]/g, ''))
  return Number(`${plain.slice(0, last).replaceAll(/[.,]/g, '')}.${plain.slice(last + 1)}`)
}
