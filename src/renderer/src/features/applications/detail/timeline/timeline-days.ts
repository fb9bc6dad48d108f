import type { ApplicationEvent } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import { dayTitle, type Here } from '../time/when-words.ts'

export interface TimelineDay {
  /** ISO day in the user's zone. */
  readonly day: string
  readonly title: string
  readonly events: readonly ApplicationEvent[]
}

/** What happened, day by day in the user's zone; the order stays. Pure. */
export function daysOf(timeline: readonly ApplicationEvent[], here: Here): TimelineDay[] {
  const groups = Map.groupBy(timeline, ({ at }) => localDayOf(at, here.zone))
  return [...groups].map(([day, events]) => ({ day, events, title: dayTitle(events[0]?.at ?? here.now, here) }))
}
