import {
  IconBell,
  IconCalendarEvent,
  IconClockExclamation,
  IconMessageQuestion,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react'
import type { ApplicationCard, CalendarEntry } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { Locale } from '../../../ui/format.ts'
import { daysBetween } from '../view/days.ts'

type StepKind = CalendarEntry['kind']

export const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  interview: 'Interview',
  answer: 'Answer the offer',
  deadline: 'Deadline',
  follow_up: 'Follow up',
  other: 'Reminder',
}

export const STEP_ICONS: Readonly<Record<StepKind, Icon>> = {
  interview: IconCalendarEvent,
  answer: IconMessageQuestion,
  deadline: IconClockExclamation,
  follow_up: IconRefresh,
  other: IconBell,
}

export interface StepWord {
  readonly word: string
  readonly when: string
  readonly urgency: 'overdue' | 'today' | 'later'
}

/** The next step as a card tells it: 'Interview', 'tomorrow, 14:00'. Days are those of the zone. Pure. */
export function stepWord(
  step: NonNullable<ApplicationCard['nextStep']>,
  options: { readonly now: number; readonly zone: string; readonly locale?: Locale },
): StepWord {
  const { now, zone, locale } = options
  const days = daysBetween(localDayOf(now, zone), localDayOf(step.at, zone))
  const urgency = step.at < now ? 'overdue' : days === 0 ? 'today' : 'later'
  const day = dayWord({ days, instant: step.at, zone, locale })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(step.at)
  const isTimed = step.kind === 'interview' && days >= -1
  return { word: STEP_WORDS[step.kind], when: isTimed ? `${day}, ${time}` : day, urgency }
}

function dayWord(options: {
  readonly days: number
  readonly instant: number
  readonly zone: string
  readonly locale: Locale
}): string {
  const { days, instant, zone, locale } = options
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  if (days < 0) return `${-days} d ago`
  if (days < 7)
    return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: zone }).format(instant)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone }).format(instant)
}
