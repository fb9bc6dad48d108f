import { app, type Session } from 'electron'
import type { Log } from '../../../infra/log/log.ts'
import { isPermitted, mayDownload, mayNavigate, mayRequest } from '../security/guards.ts'
import type { OwnPages } from '../security/own-pages.ts'

export interface GuardParts {
  readonly pages: OwnPages
  readonly log: Log
  readonly openOutside: (address: string) => void
}

/** Puts the guards on every page there will ever be: no foreign page, window, embedded page or certificate. */
export function guardPages({ pages, log, openOutside }: GuardParts): void {
  app.on('web-contents-created', (_created, contents) => {
    const onNavigate = (event: { url: string; isMainFrame: boolean; preventDefault: () => void }) => {
      if (mayNavigate({ url: event.url, isMainFrame: event.isMainFrame, pages })) return
      event.preventDefault()
      log.warn({ scheme: URL.parse(event.url)?.protocol }, 'a page was kept from leaving the app')
    }
    contents.on('will-navigate', onNavigate)
    contents.on('will-frame-navigate', onNavigate)
    contents.on('will-redirect', onNavigate)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url)
      return { action: 'deny' }
    })
  })
  app.on('certificate-error', (event, _contents, _url, problem, _certificate, decide) => {
    event.preventDefault()
    log.warn({ problem }, 'a certificate was refused')
    decide(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault()
    choose()
  })
}

/** Puts the guards on what pages share: permissions, devices, downloads and requests. */
export function guardSession(session: Session, { pages, log }: Omit<GuardParts, 'openOutside'>): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) => {
    decide(isPermitted({ permission, pageUrl: requestingUrl, pages }))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermitted({ permission, pageUrl: origin, pages }),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    if (mayDownload(item.getURL(), pages)) return
    event.preventDefault()
    log.warn('a download was refused')
  })
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayRequest(url, pages) }))
}
