import { ipcMain, type WebContents } from 'electron'
import type { Log } from '../../../infra/log/log.ts'
import type { AppRouter } from '../../../router.ts'
import { serveMessagePort } from '../../../transport/message-port.ts'
import { isTrustedSender } from '../security/guards.ts'
import type { OwnPages } from '../security/own-pages.ts'

export interface ServeContractParts {
  readonly router: AppRouter
  readonly pages: OwnPages
  readonly log: Log
  readonly isMainWindow: (contents: WebContents) => boolean
}

/** Answers the contract on every port that our own page sends; the only message that the main process listens to. */
export function serveContract({ router, pages, log, isMainWindow }: ServeContractParts): void {
  ipcMain.on('career-copilot:connect', (event) => {
    const [port] = event.ports
    if (port === undefined) return
    if (!isTrustedSender({ frame: event.senderFrame, isMainWindow: isMainWindow(event.sender) }, pages)) {
      log.warn('a port from a page that is not ours was refused')
      port.close()
      return
    }
    serveMessagePort(router, port)
    port.start()
  })
}
