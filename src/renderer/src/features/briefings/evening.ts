import { localTimeOf, machineZone } from '#shared/local-time.ts'

const EVENING = '18:00'

/** Whether the clocks of the user's zone (null: this machine's) show the time when a day is summed up rather than begun. Pure. */
export function isEvening(now: number, zone: string | null): boolean {
  return localTimeOf(now, zone ?? machineZone()).slice(11) >= EVENING
}
