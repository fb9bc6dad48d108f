export interface CloseSituation {
  readonly platform: NodeJS.Platform
  readonly isQuitting: boolean
  /** The user ticked "Keep running in the tray". */
  readonly isKeptInTray: boolean
}

/** What closing the window means. On macOS an app outlives its window, so it hides. Elsewhere people expect the app to end with
 *  its window; it hides only for who asked for that, in the tray's own menu, so there is a tray to bring it back. Pure. */
export function onWindowClose(situation: CloseSituation): 'close' | 'hide' | 'quit' {
  if (situation.isQuitting) return 'close'
  if (situation.platform === 'darwin') return 'hide'
  return situation.isKeptInTray ? 'hide' : 'quit'
}
