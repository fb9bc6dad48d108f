import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import type { Log } from '../../../infra/log/log.ts'
import { APP_NAME } from '../identity.ts'
import type { OwnPages } from '../security/own-pages.ts'
import { type PreferenceOptions, webPreferences } from '../security/web-preferences.ts'
import { backgroundOf } from '../window/backgrounds.ts'
import { goToScript, screenOf, type ScreenPath } from '../window/screens.ts'
import { MIN_SIZE, placeWindow, type ShellState } from '../window/window-state.ts'

export interface MainWindowOptions extends PreferenceOptions {
  readonly pages: OwnPages
  readonly state: ShellState
  /** For Linux, where the window itself carries the icon. */
  readonly iconPath: string
  readonly log: Log
  readonly onClose: () => 'close' | 'hide' | 'quit'
  readonly onQuit: () => void
  readonly onSystemEnd: () => void
  readonly onGone: (reason: string) => 'ignore' | 'reload' | 'ask'
  readonly onAsk: () => void
  /** The window's place may have changed for good. */
  readonly onSettled: () => void
}

export interface MainWindow {
  readonly show: () => void
  readonly openScreen: (path: ScreenPath) => void
  /** The screen that a message leads to. */
  readonly openMessage: (path: string | null) => void
  readonly reload: () => void
  readonly has: (contents: WebContents) => boolean
  readonly place: () => Pick<ShellState, 'bounds' | 'isMaximized'>
}

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { pages, state, platform, log } = options
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const window = new BrowserWindow({
    ...placeWindow(
      state.bounds,
      [primary, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: APP_NAME,
    show: false,
    backgroundColor: backgroundOf(nativeTheme.shouldUseDarkColors),
    ...(platform === 'linux' ? { icon: options.iconPath } : {}),
    webPreferences: webPreferences(options),
  })
  const load = () => {
    window
      .loadURL(pages.startUrl)
      .catch((error: unknown) => log.error({ err: error }, 'the screens could not be loaded'))
  }
  const show = () => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  window.once('ready-to-show', () => {
    if (state.isMaximized) window.maximize()
    window.show()
  })
  // Without its first paint a window would never show; an empty one can at least be closed.
  window.webContents.once('did-fail-load', () => window.show())
  nativeTheme.on('updated', () => window.setBackgroundColor(backgroundOf(nativeTheme.shouldUseDarkColors)))
  window.on('blur', options.onSettled)
  listenForEnd(window, options)
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const answer = options.onGone(reason)
    log.error({ reason, exitCode, answer }, 'the page’s process is gone')
    if (answer === 'reload') load()
    if (answer === 'ask') options.onAsk()
  })
  load()

  const openScreen = (path: string) => {
    show()
    window.webContents
      .executeJavaScript(goToScript(path))
      .catch((error: unknown) => log.warn({ err: error, path }, 'a screen could not be opened from outside the page'))
  }

  return {
    show,
    openScreen,
    openMessage: (path) => openScreen(screenOf(path)),
    reload: load,
    has: (contents) => contents === window.webContents,
    place: () => ({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  }
}

function listenForEnd(window: BrowserWindow, options: MainWindowOptions): void {
  window.on('close', (event) => {
    options.onSettled()
    const answer = options.onClose()
    if (answer === 'close') return
    event.preventDefault()
    hide(window)
    if (answer === 'quit') options.onQuit()
  })
  // Windows says here that the session ends, and waits a moment for programs.
  window.on('session-end', options.onSystemEnd)
}

/** A window hidden while it fills the screen would leave macOS with an empty one. */
function hide(window: BrowserWindow): void {
  if (!window.isFullScreen()) {
    window.hide()
    return
  }
  window.once('leave-full-screen', () => window.hide())
  window.setFullScreen(false)
}
