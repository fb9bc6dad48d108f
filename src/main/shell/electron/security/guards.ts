import type { Session } from 'electron'
import type { OwnPages } from './own-pages.ts'

export type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1]

/** What a page may ask the system for. Everything that is not listed is denied, also what a later Electron invents. */
const GRANTED: ReadonlySet<Permission> = new Set<Permission>([
  // "Copy" buttons write plain text after a click; reading the clipboard stays denied.
  'clipboard-sanitized-write',
])

/** Whether the page at `pageUrl` gets the permission. Pure. */
export function isPermitted(request: { permission: Permission; pageUrl: string; pages: OwnPages }): boolean {
  return GRANTED.has(request.permission) && request.pages.isOwn(request.pageUrl)
}

/** Whether a frame may go to `url`: only our own pages, and only in the main frame. Pure. */
export function mayNavigate(target: { url: string; isMainFrame: boolean; pages: OwnPages }): boolean {
  return target.isMainFrame && target.pages.isOwn(target.url)
}

/** Schemes by which a page could reach a network or the disk. Others (app:, data:, blob:, devtools:) stay inside. */
const OUTSIDE_SCHEMES = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:', 'file:'])

/** Whether a request of any page may leave: a second wall behind the content security policy. In development the server with
 *  the screens is let through. Pure. */
export function mayRequest(url: string, pages: OwnPages): boolean {
  const parsed = URL.parse(url)
  if (parsed === null) return false
  return !OUTSIDE_SCHEMES.has(parsed.protocol) || pages.isOwn(url.replace(/^ws(s?):/, 'http$1:'))
}

/** Whether something may be saved as a file: only what one of our own pages made itself. The system asks where to. Pure. */
export function mayDownload(url: string, pages: OwnPages): boolean {
  return url.startsWith('blob:') && pages.isOwn(url.slice('blob:'.length))
}

export interface Sender {
  /** The frame that sent the message; null when it is gone already. */
  readonly frame: { readonly url: string; readonly parent: unknown } | null
  readonly isMainWindow: boolean
}

/** Whether a message comes from the main frame of our window, showing one of our pages. Pure. */
export function isTrustedSender(sender: Sender, pages: OwnPages): boolean {
  const { frame, isMainWindow } = sender
  return isMainWindow && frame !== null && frame.parent === null && pages.isOwn(frame.url)
}
