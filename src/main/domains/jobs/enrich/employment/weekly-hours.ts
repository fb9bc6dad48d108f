import words from '#resources/employment-words.json' with { type: 'json' }
import { wholeWords, wordsBefore } from '../word-context.ts'

interface WeeklyHours {
  readonly type: 'full_time' | 'part_time'
  readonly words: string
}

const { units, perWeek, notWorked } = words.hours
const longestFirst = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', String.raw`\.`).replaceAll(' ', String.raw`\s`))
    .join('|')

const RANGE = String.raw`(?<![\p{L}\d.,:/])(\d{1,2})(?:[.,]\d{1,2})?(?:\s?(?:-|–|à|to|bis|tot|a|do|till|al)\s?(\d{1,2})(?:[.,]\d{1,2})?)?`
const HOURS = new RegExp(
  String.raw`${RANGE}\s?(?:(?:${longestFirst(units)})[\s/.]{0,2}(?:${longestFirst(perWeek)})|wochenstunden|wochenarbeitsstunden)(?!\p{L})`,
  'giu',
)
/** In a title the week goes without saying: "Data Engineer (24-32 uur)". */
const TITLE_HOURS = new RegExp(
  String.raw`${RANGE}\s?(?:uur|uren|hours|hrs|std|stunden|h|wochenstunden)(?![\p{L}\d])`,
  'iu',
)
const PERCENT =
  /(?<![\p{L}\d.,])(\d{2,3})(?:\s?%)?(?:\s?(?:-|–|bis|à)\s?(\d{2,3}))?\s?%(?!\s?(?:remote|home|mobil|on|vor|télé|tele|hybrid|\w*office))/iu
const PENSUM =
  /(?:pensum|arbeitspensum|beschäftigungsgrad|taux d'activité|grado di occupazione|workload)\s?[:=]?\s?(\d{2,3})(?:\s?%)?(?:\s?(?:-|–|bis|à)\s?(\d{2,3}))?\s?%/iu
/** Cheap to look for, and in every text that states either. */
const WEEK = /week|wk|woche|semaine|hebdo|seman|tygod|tydzi|veck|settiman|\buge|\buken/i
const SHARE = /pensum|beschäftigungsgrad|taux d'activité|grado di occupazione|workload/i
const FULL_FROM_HOURS = 35
const FULL_FROM_PERCENT = 90
const LEAST_HOURS = 8
const MOST_HOURS = 48
const LEAST_PERCENT = 20
const BEFORE = { count: 6, reach: 50 }
const idle = new Set(notWorked.map((word) => word.replace('*', '')))

/** Working time by the week or as a share of full time, where it is stated as such: full time when the most of it is. Null when
 *  none is stated. Pure, linear. */
export function readWeeklyHours(text: string, where: 'title' | 'text'): WeeklyHours | null {
  return readHours(text, where) ?? readShare(text, where)
}

function readHours(text: string, where: 'title' | 'text'): WeeklyHours | null {
  const title = where === 'title' ? TITLE_HOURS.exec(text) : null
  if (title === null && !WEEK.test(text)) return null
  for (const match of title ? [title] : text.matchAll(HOURS)) {
    const most = Number(match[2] ?? match[1])
    if (most < LEAST_HOURS || most > MOST_HOURS) continue
    if (wordsBefore(text, match.index, BEFORE).some((word) => idle.has(word))) continue
    const type = most >= FULL_FROM_HOURS ? 'full_time' : 'part_time'
    return { type, words: wholeWords(text, match.index, match.index + match[0].length) }
  }
  return null
}

function readShare(text: string, where: 'title' | 'text'): WeeklyHours | null {
  if (where === 'text' && !SHARE.test(text)) return null
  const match = (where === 'title' ? PERCENT : PENSUM).exec(text)
  if (!match) return null
  const most = Number(match[2] ?? match[1])
  if (most < LEAST_PERCENT || most > 100) return null
  return { type: most >= FULL_FROM_PERCENT ? 'full_time' : 'part_time', words: match[0] }
}
