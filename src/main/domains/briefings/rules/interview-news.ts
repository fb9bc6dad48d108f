import type { ApplicationEventData } from '#shared/applications.ts'
import type { Telling } from '../../notifications/notifications.service.ts'
import { applicationPath, dayIn, named, timeIn } from '../content/words.ts'
import type { InterviewHappening } from './interview-changes.ts'
import { INTERVIEW_WORDS } from './interview-words.ts'

type InterviewEvent = Extract<ApplicationEventData, { type: 'interview' }>
/** How an interview stood after an earlier event; null: it was not there. */
export type InterviewBefore = {
  readonly startsAt: number
  readonly outcome: InterviewEvent['outcome']
  readonly change: string
} | null
export type InterviewNews = 'added' | 'moved' | 'cancelled'

/** What an event says of an interview that is still to come; null: nothing that somebody has to hear. Notes, people and places are no news,
 *  and neither is what took place already. Pure. */
export function interviewNews(
  event: Pick<InterviewEvent, 'change' | 'startsAt' | 'outcome'>,
  { before, now }: { before: InterviewBefore; now: number },
): InterviewNews | null {
  const wasPlanned = before !== null && before.change !== 'removed' && before.outcome === 'planned'
  const isPlanned = event.change !== 'removed' && event.outcome === 'planned'
  if (isPlanned) {
    if (event.startsAt <= now) return null
    if (!wasPlanned) return 'added'
    return before.startsAt === event.startsAt ? null : 'moved'
  }
  const isCancelled = event.change === 'removed' || event.outcome === 'cancelled'
  return wasPlanned && isCancelled && before.startsAt > now ? 'cancelled' : null
}

const TITLES: Readonly<Record<InterviewNews, string>> = {
  added: 'Interview planned',
  moved: 'Interview moved',
  cancelled: 'Interview cancelled',
}

/** Pure. */
export function interviewTelling(
  happening: InterviewHappening,
  { news, zone }: { news: InterviewNews; zone: string },
): Telling {
  const { id, data } = happening
  const when = `${dayIn(data.startsAt, zone)}, ${timeIn(data.startsAt, zone)}`
  return {
    type: 'interview_scheduled',
    key: `interview:${data.partId}:${id}`,
    title: `${TITLES[news]}: ${named(happening)}`,
    body: news === 'cancelled' ? `It was planned for ${when}.` : `${INTERVIEW_WORDS[data.kind]}: ${when} (${zone}).`,
    path: applicationPath(happening),
  }
}
