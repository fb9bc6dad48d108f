export const APP_SCHEME = 'app'
const APP_HOST = 'career-copilot'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** The pages that are ours: everything below app://career-copilot, or the development server while there is one. */
export interface OwnPages {
  readonly startUrl: string
  readonly isOwn: (url: string) => boolean
}

/** `devServerUrl` is what the build tool announces; anything that is not http on this machine is ignored. Pure. */
export function ownPages(devServerUrl: string | null): OwnPages {
  const dev = devServerUrl === null ? null : URL.parse(devServerUrl)
  if (dev === null || dev.protocol !== 'http:' || !['localhost', '127.0.0.1', '[::1]'].includes(dev.hostname)) {
    return { startUrl: `${APP_ORIGIN}/`, isOwn: (url) => appPathOf(url) !== null }
  }
  return { startUrl: dev.href, isOwn: (url) => URL.parse(url)?.origin === dev.origin }
}

/** The path of an app:// address inside the renderer's folder, still percent-encoded; null for an address that is not ours or
 *  that leads out of the folder however it is spelled. Pure. */
export function resolveAppUrl(url: string): string | null {
  const path = appPathOf(url)
  if (path === null) return null
  const decoded = decode(path)
  if (decoded === null || /[\0\\:]/.test(decoded)) return null
  return decoded.split('/').some((part) => part === '..' || part === '.') ? null : path
}

function appPathOf(url: string): string | null {
  const parsed = URL.parse(url)
  if (parsed === null || parsed.protocol !== `${APP_SCHEME}:` || parsed.host !== APP_HOST) return null
  return parsed.username === '' && parsed.password === '' ? parsed.pathname || '/' : null
}

/** Decoded until nothing changes any more, so that a doubly encoded path is judged by what it could become. */
function decode(path: string): string | null {
  try {
    const once = decodeURIComponent(path)
    return once === path ? once : decode(once)
  } catch {
    return null
  }
}
