import { setImmediate as nextTurn } from 'node:timers/promises'

/** Together with a step's own length below what a screen that waits would notice. */
const TURN_MS = 8

/** Does the work step by step and leaves the event loop its turn in between. Null: it was no longer wanted. */
export async function inTurns<T>(work: Generator<undefined, T>, isWanted: () => boolean): Promise<T | null> {
  for (;;) {
    await nextTurn()
    if (!isWanted()) return null
    const startedMs = performance.now()
    while (performance.now() - startedMs < TURN_MS) {
      const step = work.next()
      if (step.done === true) return step.value
    }
  }
}
