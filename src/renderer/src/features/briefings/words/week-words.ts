import type { BriefingContent } from '#shared/briefings.ts'
import { formatCount, formatQuantity, formatShare, regionName, type Locale } from '../../../ui/format.ts'

type Week = Extract<BriefingContent, { kind: 'weekly' }>
const NAMED_MAX = 4

/** 'up from 3', 'down from 8', 'none the week before', 'as many as the week before'. Pure. */
export function changeWords(count: number, before: number, locale?: Locale): string {
  if (count === before) return count === 0 ? 'none the week before either' : 'as many as the week before'
  if (before === 0) return 'none the week before'
  return `${count > before ? 'up' : 'down'} from ${formatCount(before, locale)}`
}

/** What the week's new jobs were like, in plain sentences; what nothing is known of is left out. Pure. */
export function marketSentences(market: Week['market'], locale?: Locale): string[] {
  const { newJobs, newJobsBefore, offersVisaShare, medianYearEur, countries, skills } = market
  if (newJobs === 0) {
    return newJobsBefore === 0
      ? ['No new jobs came in this week or the week before.']
      : [`No new jobs came in this week; there were ${formatCount(newJobsBefore, locale)} the week before.`]
  }
  const money = (amount: number) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(amount)
  return [
    `${formatQuantity(newJobs, ['new job', 'new jobs'], locale)} came in, ${changeWords(newJobs, newJobsBefore, locale)}.`,
    countries.length > 0 &&
      `Most are in ${list(countries.map(({ value, count }) => `${regionName(value)} (${formatCount(count, locale)})`))}.`,
    skills.length > 0 && `They ask most for ${list(skills.map(({ value }) => value))}.`,
    offersVisaShare !== null &&
      `Of those that speak of a visa, ${formatShare(offersVisaShare, 1, locale)} help with one.`,
    medianYearEur !== null && `Where pay is told, half of them pay ${money(medianYearEur)} a year or more.`,
  ].filter((sentence) => sentence !== false)
}

function list(values: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(values.slice(0, NAMED_MAX))
}

/** 'You moved something on 3 days in a row.'; null when there is no row yet. Pure. */
export function streakSentence(days: number, locale?: Locale): string | null {
  return days < 2 ? null : `On ${formatCount(days, locale)} days in a row you applied or moved something on.`
}
