import type { CalendarEntry } from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'
import { startOfDay } from '#shared/local-time.ts'
import type { Happening } from '../../applications/history.service.ts'
import type { EveningSummary } from './facts.ts'
import { stepsMade } from './steps-made.ts'

export interface EveningParts {
  readonly at: number
  readonly until: number
  readonly zone: string
  /** Of the day. */
  readonly happenings: readonly Happening[]
  /** Up to the end of the next day. */
  readonly entries: readonly CalendarEntry[]
}

/** The summary of a day out of what happened on it. Pure. */
export function eveningOf({ at, until, zone, happenings, entries }: EveningParts): EveningSummary {
  const dayStart = startOfDay(at, { zone })
  const [dayEnd, nextEnd] = [startOfDay(at, { zone, days: 1 }), startOfDay(at, { zone, days: 2 })]
  const isHeld = (entry: CalendarEntry) => entry.kind === 'interview' && entry.at >= dayStart && entry.at < until
  const made = stepsMade(happenings)
  return {
    kind: 'evening',
    done: {
      saved: made.filter(({ data }) => data.type === 'created' && data.stage === 'saved').length,
      applied: appliedOf(made),
      moved: movesOf(happenings),
      interviews: entries.filter(isHeld),
      remindersDone: remindersDone(happenings),
    },
    open: entries.filter((entry) => !entry.isDone && entry.at < dayEnd && isStillOpen(entry, until)),
    tomorrow: entries.filter((entry) => !entry.isDone && entry.at >= dayEnd && entry.at < nextEnd),
  }
}

/** Nothing was done, is open or is coming. Pure. */
export function isEmptyEvening({ done, open, tomorrow }: EveningSummary): boolean {
  const lists = [done.applied, done.moved, done.interviews, open, tomorrow]
  return done.saved + done.remindersDone === 0 && lists.every((list) => list.length === 0)
}

/** An interview that is over is no longer to be done. */
function isStillOpen(entry: CalendarEntry, until: number): boolean {
  return entry.kind !== 'interview' || (entry.endsAt ?? entry.at) > until
}

/** Applications that were sent on the day, each once. */
function appliedOf(happenings: readonly Happening[]): EveningSummary['done']['applied'] {
  const sent = happenings.filter(({ data }) =>
    data.type === 'created'
      ? data.stage === 'applied' && data.from !== 'import'
      : data.type === 'moved' && data.from === 'saved' && data.to === 'applied',
  )
  return [...new Map(sent.map((happening) => [happening.applicationId, lineOf(happening)])).values()]
}

/** Where applications went in the end, those that were sent left out, and those that are where they were. */
function movesOf(happenings: readonly Happening[]): EveningSummary['done']['moved'] {
  const ways = new Map<number, { readonly happening: Happening; readonly from: Stage; to: Stage }>()
  for (const happening of happenings) {
    const { data, applicationId } = happening
    if (data.type !== 'moved' || data.from === data.to) continue
    const way = ways.get(applicationId)
    if (way === undefined) ways.set(applicationId, { happening, from: data.from, to: data.to })
    else way.to = data.to
  }
  return [...ways.values()]
    .filter(({ from, to }) => from !== to && !(from === 'saved' && to === 'applied'))
    .map(({ happening, to }) => ({ ...lineOf(happening), to }))
}

/** Those that were done and not opened again. Pure. */
function remindersDone(happenings: readonly Happening[]): number {
  const last = new Map<number, boolean>()
  for (const { data } of happenings) {
    if (data.type === 'reminder' && (data.change === 'done' || data.change === 'reopened')) {
      last.set(data.partId, data.change === 'done')
    }
  }
  return [...last.values()].filter(Boolean).length
}

function lineOf({ applicationId, title, company }: Happening) {
  return { applicationId, title, company }
}
