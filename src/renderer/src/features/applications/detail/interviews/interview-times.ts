import type { Interview } from '#shared/application-parts.ts'
import { instantOf, localDayOf } from '#shared/local-time.ts'
import { clockWords, type Here, momentWords } from '../time/when-words.ts'

/** What a written time means. 'none': no day has it, or it is not complete. `next`: the first local time after a skipped one. */
export type WrittenTime =
  | { readonly kind: 'none' }
  | { readonly kind: 'skipped'; readonly next: string }
  | { readonly kind: 'found'; readonly at: number; readonly isRepeated: boolean; readonly isPast: boolean }

/** Reads the fields of the form; `isLater` picks the second of a time that comes twice. Pure. */
export function readWritten(
  written: {
    readonly day: string | null
    readonly time: string
    readonly zone: string
    readonly isLater: boolean
  },
  now: number,
): WrittenTime {
  const { day, time, zone, isLater } = written
  if (day === null || !/^\d{2}:\d{2}$/.test(time)) return { kind: 'none' }
  const found = instantOf({ localTime: `${day}T${time}`, zone, isLater })
  if (found === null) return { kind: 'none' }
  if (found.kind === 'skipped') return { kind: 'skipped', next: found.next }
  return { kind: 'found', at: found.at, isRepeated: found.isRepeated, isPast: found.at < now }
}

/** 'That is 15:00 your time', with the day when it is another one there; null where the clocks show the same. Pure. */
export function yourTimeWords(at: number, zone: string, here: Here): string | null {
  const theirs = clockWords(at, zone, here.locale)
  const yours = clockWords(at, here.zone, here.locale)
  const isSameDay = localDayOf(at, zone) === localDayOf(at, here.zone)
  if (theirs === yours && isSameDay) return null
  return isSameDay ? `That is ${yours} your time` : `That is ${momentWords(at, here)} your time`
}

/** Those that are still to come first, the next one on top; then what is over, the latest on top. Pure. */
export function inOrder(interviews: readonly Interview[], now: number): { coming: Interview[]; past: Interview[] } {
  const isComing = (interview: Interview) =>
    interview.outcome === 'planned' && interview.startsAt + interview.minutes * 60_000 >= now
  return {
    coming: interviews.filter(isComing).toSorted((a, b) => a.startsAt - b.startsAt),
    past: interviews.filter((one) => !isComing(one)).toSorted((a, b) => b.startsAt - a.startsAt),
  }
}
