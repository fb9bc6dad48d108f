import { ORPCError } from '@orpc/server'
import type { Log } from '../../../infra/log/log.ts'
import type { Dialogs } from '../ports.ts'
import type { ScreenPath } from '../window/screens.ts'

export interface RunNowParts {
  readonly start: () => Promise<unknown>
  readonly openScreen: (path: ScreenPath) => void
  readonly dialogs: Dialogs
  readonly log: Log
}

/** Starts a discovery run from a menu. What prevents it is shown where it can be changed. */
export async function runNow({ start, openScreen, dialogs, log }: RunNowParts): Promise<void> {
  try {
    await start()
  } catch (error) {
    const code = error instanceof ORPCError ? String(error.code) : null
    if (code === 'RUN_ACTIVE') return openScreen('/discover')
    if (code === 'NO_SOURCES') {
      openScreen('/settings/sources')
      await dialogs.ask({
        message: 'No source is switched on',
        detail: 'Switch on at least one source in the settings, then run discovery again.',
        buttons: ['OK'],
      })
      return
    }
    log.error({ err: error }, 'a run could not be started from the menu')
    await dialogs.ask({
      message: 'The run could not be started',
      detail: error instanceof Error ? error.message : String(error),
      buttons: ['OK'],
    })
  }
}
