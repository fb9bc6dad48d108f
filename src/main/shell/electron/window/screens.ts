/** Screens that menus lead to, by their route in the renderer. */
export type ScreenPath = '/jobs' | '/add' | '/discover' | '/settings' | '/settings/sources'

/** Script that moves the page to a screen as a link would, without loading it anew: the router follows the page's history. */
export function goToScript(path: ScreenPath): string {
  return `window.history.pushState(null, '', ${JSON.stringify(path)})`
}
