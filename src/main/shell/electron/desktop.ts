import { join } from 'node:path'
import { app, nativeImage, protocol, session } from 'electron'
import type { Core } from '../../core.ts'
import { machineZone } from '#shared/local-time.ts'
import type { Ports } from '../../ports.ts'
import { clipboard, dialogs, opener as createOpener, shellStateStore } from './adapters/desktop-abilities.ts'
import { followTheme } from './adapters/follow-core.ts'
import { guardPages, guardSession } from './adapters/guard-pages.ts'
import { hearTheEnd } from './adapters/hear-the-end.ts'
import { createMainWindow } from './adapters/main-window.ts'
import { installMenu } from './adapters/menu.ts'
import { serveContract } from './adapters/serve-contract.ts'
import { createTray } from './adapters/tray.ts'
import { askAfterCrash } from './life/ask-after-crash.ts'
import { followTray } from './life/follow-tray.ts'
import { pauseUntil } from './life/pause-until.ts'
import type { DesktopNotifier } from './life/desktop-notifier.ts'
import { createQuitPath } from './life/quit-path.ts'
import { runNow as startRun } from './life/run-now.ts'
import { createAppResponder } from './security/app-responder.ts'
import { openOutside } from './security/outside-address.ts'
import { APP_SCHEME, ownPages } from './security/own-pages.ts'
import { onWindowClose } from './window/close-rule.ts'
import { createCrashPolicy } from './window/crash-policy.ts'
import { iconPaths } from './window/icon-paths.ts'
import { createRemembered } from './window/remembered.ts'

export interface DesktopOptions {
  readonly core: Core
  readonly ports: Ports
  readonly notifier: DesktopNotifier
  readonly hasDevTools: boolean
  readonly devServerUrl: string | null
}

/** Puts the desktop around an open core: guards first, then the window, the menu, the tray and the way out; background work
 *  starts last. */
export async function openDesktop({ core, ports, notifier, ...options }: DesktopOptions): Promise<void> {
  const { log, clock, profileDir } = ports
  const { hasDevTools, devServerUrl } = options
  const { platform } = process
  const appPath = app.getAppPath()
  const icons = iconPaths(appPath, platform)
  const pages = ownPages(devServerUrl)
  const opener = createOpener(log)
  const remembered = createRemembered({ store: shellStateStore(profileDir), log })
  const whenGone = createCrashPolicy()

  protocol.handle(APP_SCHEME, createAppResponder(join(appPath, 'out', 'renderer')))
  guardSession(session.defaultSession, { pages, log })
  guardPages({ pages, log, openOutside: (address) => void openOutside(address, { opener, dialogs, clipboard }) })
  await followTheme(core)

  const quit = createQuitPath({ clock, log, exit: (code) => app.exit(code), stop })
  hearTheEnd({ quit, log })

  const window = createMainWindow({
    pages,
    platform,
    log,
    hasDevTools,
    state: remembered.get(),
    iconPath: icons.window,
    preloadPath: join(appPath, 'out', 'preload', 'index.cjs'),
    onClose: () =>
      onWindowClose({ platform, isQuitting: quit.isQuitting(), isKeptInTray: remembered.get().isKeptInTray }),
    onQuit: () => void quit.request('user'),
    onSystemEnd: () => void quit.request('system'),
    onGone: (reason) => whenGone(reason, clock.now()),
    onAsk: () =>
      void askAfterCrash({ dialogs, profileDir, reload: window.reload, quit: () => void quit.request('user') }),
    onSettled: remember,
  })
  serveContract({ router: core.router, pages, log, isMainWindow: window.has })
  notifier.leadTo(window.openMessage)
  app.on('second-instance', window.show)
  app.on('activate', window.show)

  const runNow = () =>
    void startRun({ start: () => core.client.discovery.start({}), openScreen: window.openScreen, dialogs, log })
  installMenu({
    version: ports.version,
    platform,
    hasDevTools,
    actions: {
      runNow,
      openScreen: window.openScreen,
      openProfileFolder: () => void opener.openFolder(profileDir),
      openLogFolder: () => void opener.openFolder(join(profileDir, 'logs')),
    },
  })
  const tray = createTray({
    image: nativeImage.createFromPath(icons.tray),
    platform,
    isKeptInTray: () => remembered.get().isKeptInTray,
    actions: {
      runNow,
      pause: (length) => pause(pauseUntil(length, { now: clock.now(), zone: machineZone() })),
      resume: () => pause(null),
      openWindow: window.show,
      openScreen: window.openScreen,
      setKeptInTray: (isKeptInTray) => remembered.change({ isKeptInTray }),
      quit: () => void quit.request('user'),
    },
  })
  const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' })
  const follower = followTray({
    core,
    clock,
    log,
    zone: machineZone,
    formatTime: (at) => time.format(at),
    tell: tray.update,
  })
  core.start()

  function pause(until: number | null): void {
    core.client.schedule
      .pause({ until })
      .catch((error: unknown) => log.error({ err: error }, 'the schedule could not be paused'))
  }

  function remember(): void {
    remembered.change(window.place())
  }

  async function stop(): Promise<void> {
    try {
      remember()
      follower.stop()
      tray.remove()
    } finally {
      await core.stop()
    }
  }
}
