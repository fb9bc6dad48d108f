import type { Log } from '../../../infra/log/log.ts'
import type { ShellStateStore } from '../ports.ts'
import { readShellState, type ShellState } from './window-state.ts'

/** The shell's state, kept in memory and written when it changes. A write that fails (a full disk) is logged and costs only the
 *  window's place at the next start. */
export interface Remembered {
  readonly get: () => ShellState
  readonly change: (change: Partial<ShellState>) => void
}

export function createRemembered({ store, log }: { store: ShellStateStore; log: Log }): Remembered {
  let state = readShellState(store.read())
  return {
    get: () => state,
    change: (change) => {
      const next = { ...state, ...change }
      if (JSON.stringify(next) === JSON.stringify(state)) return
      state = next
      try {
        store.write(next)
      } catch (error) {
        log.warn({ err: error }, 'the window’s place could not be remembered')
      }
    },
  }
}
