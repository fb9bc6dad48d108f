import type { Briefing, BriefingKind } from '#shared/briefings.ts'
import { dateWords, momentWords, type Here } from '../../applications/index.ts'

export const KIND_WORDS: Readonly<Record<BriefingKind, string>> = {
  daily: 'Morning briefing',
  evening: 'Evening summary',
  weekly: 'Weekly summary',
}

/** 'Good morning. This is Monday, 30 November.' Pure. */
export function greeting(briefing: Pick<Briefing, 'kind' | 'madeAt' | 'from' | 'until' | 'zone'>, locale?: string) {
  const { kind, madeAt, zone } = briefing
  if (kind === 'weekly') {
    const place = { zone, ...(locale === undefined ? {} : { locale }) }
    return `The week from ${dateWords(briefing.from, place)} to ${dateWords(briefing.until - 1, place)}.`
  }
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  }).format(madeAt)
  return kind === 'daily' ? `Good morning. This is ${day}.` : `Good evening. This was ${day}.`
}

/** How a briefing came about: as things are now, or as they were at its time. Pure. */
export function madeWords(briefing: Pick<Briefing, 'slotAt' | 'madeAt'>, here: Here): string {
  const { slotAt, madeAt } = briefing
  if (slotAt === null) return 'As things are now.'
  const said = `As things were on ${momentWords(madeAt, here)}.`
  const isLate = madeAt - slotAt > LATE_MS
  return isLate ? `${said} It was for ${momentWords(slotAt, here)}; the app was not running then.` : said
}

const LATE_MS = 15 * 60_000
