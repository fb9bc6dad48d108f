import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'

/** Together with a step's own length below what a screen that waits would notice. */
const TURN_MS = 8

/** Of what nobody waits for: three quarters of the time are left to what somebody does. */
const SPARE_PAUSES = 3

/** Does the work step by step and leaves the event loop its turn in between. Null: it was no longer wanted. `isSpare`: nobody waits for it. */
export async function inTurns<T>(
  work: Generator<undefined, T>,
  isWanted: () => boolean,
  { isSpare = false }: { readonly isSpare?: boolean } = {},
): Promise<T | null> {
  let workedMs = 0
  for (;;) {
    await (isSpare ? pause(workedMs * SPARE_PAUSES) : nextTurn())
    if (!isWanted()) return null
    const startedMs = performance.now()
    while (performance.now() - startedMs < TURN_MS) {
      const step = work.next()
      if (step.done === true) return step.value
    }
    workedMs = performance.now() - startedMs
  }
}
