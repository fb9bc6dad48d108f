import type { Clock } from '../time/clock.ts'
import { HttpProblem } from './http.ts'
import { LONGEST_WAIT_MS } from './retry.ts'

/** Lanes kept for origins that are idle; beyond this, those whose pause is long over are forgotten. */
const KEPT_LANES = 256

export interface LaneEntry {
  readonly gapMs: number
  readonly signal: AbortSignal
}

/** One request at a time per origin, first come first served; different origins do not wait for each other. */
export interface Lanes {
  /** Resolves when it is the caller's turn and the pause since the last request is over, with the function that gives the turn
   *  on. Rejects with the signal's reason, or with 'rate_limited' when the origin asked for a pause of more than 60 s. */
  enter(origin: string, entry: LaneEntry): Promise<() => void>
  /** Nobody asks this origin anything before that instant (UTC ms). */
  coolDown(origin: string, until: number): void
  waiting(): number
}

interface Waiter {
  readonly grant: () => void
}
interface Lane {
  isBusy: boolean
  readonly queue: Waiter[]
  lastEndedAt: number
  coolUntil: number
}

export function createLanes(clock: Clock): Lanes {
  const lanes = new Map<string, Lane>()

  function laneOf(origin: string): Lane {
    const known = lanes.get(origin)
    if (known) return known
    if (lanes.size >= KEPT_LANES) forgetIdle(lanes, clock.now())
    const lane: Lane = { isBusy: false, queue: [], lastEndedAt: Number.NEGATIVE_INFINITY, coolUntil: 0 }
    lanes.set(origin, lane)
    return lane
  }

  function refuseLongPause(origin: string, lane: Lane): void {
    if (lane.coolUntil - clock.now() <= LONGEST_WAIT_MS) return
    const host = URL.parse(origin)?.host ?? origin
    throw new HttpProblem('rate_limited', `${host} asked not to be called for a while`, { retryAt: lane.coolUntil })
  }

  async function pause(origin: string, lane: Lane, entry: LaneEntry): Promise<void> {
    for (;;) {
      entry.signal.throwIfAborted()
      refuseLongPause(origin, lane)
      const waitMs = Math.max(lane.lastEndedAt + entry.gapMs, lane.coolUntil) - clock.now()
      if (waitMs <= 0) return
      await clock.sleep(waitMs, entry.signal)
    }
  }

  return {
    async enter(origin, entry) {
      entry.signal.throwIfAborted()
      const lane = laneOf(origin)
      refuseLongPause(origin, lane)
      if (lane.isBusy) await turn(lane, entry.signal)
      lane.isBusy = true
      try {
        await pause(origin, lane, entry)
      } catch (error) {
        passOn(lane)
        throw error
      }
      return () => {
        lane.lastEndedAt = clock.now()
        passOn(lane)
      }
    },
    coolDown(origin, until) {
      const lane = laneOf(origin)
      lane.coolUntil = Math.max(lane.coolUntil, until)
    },
    waiting: () => [...lanes.values()].reduce((sum, lane) => sum + lane.queue.length, 0),
  }
}

function turn(lane: Lane, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      lane.queue.splice(lane.queue.indexOf(waiter), 1)
      reject(signal.reason as Error)
    }
    const waiter: Waiter = {
      grant: () => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      },
    }
    signal.addEventListener('abort', onAbort, { once: true })
    lane.queue.push(waiter)
  })
}

/** The lane stays busy while it changes hands, so that a newcomer cannot slip in before the one who was waiting. */
function passOn(lane: Lane): void {
  const next = lane.queue.shift()
  if (next) next.grant()
  else lane.isBusy = false
}

function forgetIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [origin, lane] of lanes) {
    const isResting = lane.coolUntil > now || now - lane.lastEndedAt < LONGEST_WAIT_MS
    if (!lane.isBusy && lane.queue.length === 0 && !isResting) lanes.delete(origin)
  }
}
