import { type CronLine, type CronReading, readCron } from '../../infra/time/cron-line.ts'
import { slotsBetween } from './slots.ts'

/** Remembers the line that was read last and the slots that were found for it: finding them costs far more than asking for them,
 *  and many sources ask for the same ones. */
export function createSlotCalendar() {
  let reading: { readonly cron: string; readonly zone: string; readonly result: CronReading } | null = null
  let found: { readonly line: CronLine; readonly after: number; until: number; slots: number[] } | null = null

  return {
    read: ({ cron, zone }: { cron: string; zone: string }): CronReading => {
      if (reading?.cron !== cron || reading.zone !== zone) reading = { cron, zone, result: readCron({ cron, zone }) }
      return reading.result
    },
    /** Every slot later than `after` and not later than `until`. */
    slotsBetween: (line: CronLine, range: { after: number; until: number }): number[] => {
      const { after, until } = range
      if (found?.line !== line || found.after > after || found.until < after) {
        found = { line, after, until: after, slots: [] }
      }
      if (found.until < until) {
        found.slots.push(...slotsBetween(line, { after: found.until, until }))
        found.until = until
      }
      return found.slots.filter((slot) => slot > after && slot <= until)
    },
  }
}
