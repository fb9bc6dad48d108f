import { foldForKey } from '#main/infra/text/fold.ts'

const LANGUAGES = ['en', 'nl', 'da', 'pt']
const DAY_MS = 86_400_000

let months: ReadonlyMap<string, number> | null = null

/** Month names and their short forms in the registers' languages (Unicode CLDR, through Intl), folded; 1 is January. */
function monthNumbers(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
      for (let month = 0; month < 12; month += 1) {
        found.set(foldForKey(format.format(Date.UTC(2026, month, 15))).replace(/\.$/, ''), month + 1)
      }
    }
  }
  return found
}

const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/
const NUMBERS = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/
const WORDS = /\b(\d{1,2})\.?(?:st|nd|rd|th)?\s+(?:de\s+)?(\p{L}{3,12})\.?\s+(?:de\s+)?(\d{4})\b/u
/** Words by which a list says of which day it is. */
const SAID =
  /(?:last\s+updat\w+|updated?|as\s+of|valid\s+(?:from|on)|published|laatst\s+(?:bijgewerkt|gewijzigd)|bijgewerkt|per|opdateret|senest|atualizad[ao]s?|actualizad[ao]s?|data\s+de|a\s+data)\W{0,3}(?:\p{L}+\W{1,3}){0,3}?(?=\d)/giu
const DATE_CHARS = 30

/** The day that a date of day, month and year stands for, as ISO date: "2026-11-02", "2 November 2026", "02/11/2026"; null for what is
 *  none. The day comes before the month. Pure. */
export function isoDate(text: string): string | null {
  const iso = ISO.exec(text)
  if (iso !== null) return validDate(iso[1], iso[2], iso[3])
  const numbers = NUMBERS.exec(text)
  if (numbers !== null) return validDate(numbers[3], numbers[2], numbers[1])
  const words = WORDS.exec(text)
  if (words === null) return null
  months ??= monthNumbers()
  const month = months.get(foldForKey(words[2] ?? ''))
  return month === undefined ? null : validDate(words[3], String(month), words[1])
}

/** The day that a text says to be of ("Last update: 2 November 2026"); null when it says none. Pure. */
export function statedDay(text: string): string | null {
  for (const match of text.slice(0, 200_000).matchAll(SAID)) {
    const from = match.index + match[0].length
    const day = isoDate(text.slice(from, from + DATE_CHARS))
    if (day !== null) return day
  }
  return null
}

function validDate(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(instant)) return null
  // A 31st of June would be the 1st of July.
  return new Date(instant - (instant % DAY_MS)).toISOString().slice(0, 10) === date ? date : null
}
