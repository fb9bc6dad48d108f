import { app, powerMonitor } from 'electron'
import type { Log } from '../../../infra/log/log.ts'
import type { QuitPath } from '../life/quit-path.ts'

interface ShutdownEvent {
  readonly preventDefault: () => void
}

/** Leads every way an app can be told to end, and its own failure, onto the one quit path. */
export function hearTheEnd({ quit, log }: { quit: QuitPath; log: Log }): void {
  // The quit path ends the process itself, without another 'before-quit'.
  app.on('before-quit', (event) => {
    event.preventDefault()
    void quit.request('user')
  })
  // With a listener here the app does not quit by itself when its window goes.
  app.on('window-all-closed', () => void quit.request('user'))
  powerMonitor.on('shutdown', (event?: ShutdownEvent) => {
    // Asks macOS and Linux to wait until this process is gone; the types know nothing of the event.
    event?.preventDefault()
    void quit.request('system')
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void quit.request('signal'))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error nobody caught: the app ends')
    void quit.request('failure')
  })
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'a failure nobody waited for'))
}
