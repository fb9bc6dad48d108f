/** Screens that menus lead to, by their route in the renderer. */
export type ScreenPath =
  | '/jobs'
  | '/add'
  | '/discover'
  | '/settings'
  | '/settings/sources'
  | '/applications'
  | '/briefing'
  | '/for-you'
  | `/applications/${number}`

/** The screen that a message leads to; the inbox for one that leads nowhere, or out of the app. */
export function screenOf(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/inbox'
}

/** Script that moves the page to a screen as a link would, without loading it anew: the router follows the page's history. */
export function goToScript(path: string): string {
  return `window.history.pushState(null, '', ${JSON.stringify(path)})`
}
