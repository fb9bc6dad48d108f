import words from '#resources/claim-words.json' with { type: 'json' }
import { remembered } from '../remembered.ts'

const { numbers } = words
const ONES: Readonly<Record<string, number>> = { ...numbers.en, ...numbers.de }
const GERMAN_ONES: Readonly<Record<string, number>> = numbers.de
const GERMAN_UNITS: Readonly<Record<string, number>> = numbers.deUnits
const GERMAN_TENS =
  /^(ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und(zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)$/
/** "zweieinhalb", "anderthalb" */
const GERMAN_HALF = /^(ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf)(?:und)?einhalb$/
const ONE_AND_HALF = new Set(['anderthalb', 'eineinhalb', 'einundeinhalb'])
/** "achtköpfiges", "dreijährige": the count stands inside the word. */
const GERMAN_INSIDE =
  /^([a-z]+?)(kopfig|monatig|jahrig|wochig|tagig|stundig|minutig|sprachig|stellig|fach|team|gruppe)(?:e[mnrs]?|s|n)?$/

/** The value of a number that is a folded word of English or German; null for any other word, and for "one", which is mostly an
 *  article. Pure. */
export const valueOfWord = remembered((plain): number | null => {
  const known = ONES[plain]
  if (known !== undefined) return known
  if (ONE_AND_HALF.has(plain)) return 1.5
  const half = GERMAN_HALF.exec(plain)?.[1]
  if (half !== undefined) return (GERMAN_UNITS[half] ?? ONES[half] ?? 0) + 0.5
  return germanTens(plain) ?? germanLarge(plain)
})

function germanTens(plain: string): number | null {
  const [, unit = '', tens = ''] = GERMAN_TENS.exec(plain) ?? []
  return tens === '' ? null : (GERMAN_UNITS[unit] ?? 0) + (ONES[tens] ?? 0)
}

const LARGE = [
  ['tausend', 1000],
  ['hundert', 100],
] as const

/** "hundertfünfzig", "neunzigtausend", "zweihundertfünfzigtausend"; null for the bare "hundert" and for any other word. */
function germanLarge(plain: string): number | null {
  for (const [word, factor] of LARGE) {
    const at = plain.lastIndexOf(word)
    if (at === -1) continue
    const [before, after] = [plain.slice(0, at), plain.slice(at + word.length).replace(/^und/, '')]
    if (before === '' && after === '') return null
    const count = before === '' || before === 'ein' ? 1 : germanPart(before)
    const rest = after === '' ? 0 : germanPart(after)
    return count === null || rest === null || rest >= factor ? null : count * factor + rest
  }
  return null
}

function germanPart(plain: string): number | null {
  if (plain === 'eins' || plain === 'hundert') return plain === 'eins' ? 1 : 100
  return GERMAN_ONES[plain] ?? germanTens(plain) ?? germanLarge(plain)
}

const INSIDE_UNITS: Readonly<Record<string, string>> = {
  kopfig: 'kopfiges',
  monatig: 'monate',
  jahrig: 'jahre',
  wochig: 'wochen',
  tagig: 'tage',
  stundig: 'stunden',
  minutig: 'minuten',
  team: 'kopfiges',
  gruppe: 'kopfiges',
  sprachig: '',
  stellig: '',
  fach: 'fach',
}

/** "einjährig", but not "einfach" */
const ONE_OR_HALF: Readonly<Record<string, number>> = { ein: 1, halb: 0.5 }
const OF_TIME = new Set(['monatig', 'jahrig', 'wochig', 'tagig', 'stundig', 'minutig'])
/** "Viererteam" */
const OF_PEOPLE: Readonly<Record<string, number>> = {
  vierer: 4,
  funfer: 5,
  sechser: 6,
  siebener: 7,
  achter: 8,
  zehner: 10,
}

/** The number inside a German word, and the folded word of what it counts. Null for any other word. Pure. */
export function valueInsideWord(plain: string): { readonly value: number; readonly unit: string } | null {
  const match = GERMAN_INSIDE.exec(plain)
  const [, count = '', unit = ''] = match ?? []
  const value = (OF_TIME.has(unit) ? ONE_OR_HALF[count] : OF_PEOPLE[count]) ?? valueOfWord(count)
  return value === null ? null : { value, unit: INSIDE_UNITS[unit] ?? '' }
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
