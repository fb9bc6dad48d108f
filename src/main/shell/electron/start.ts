import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { createCore } from '../../core.ts'
import { headlessPorts } from '../headless/headless-ports.ts'
import { profileDirOf } from '../headless/profile-dir.ts'
import { dialogs, notices } from './adapters/desktop-abilities.ts'
import { startUtilityHelper } from './adapters/keychain-helper.ts'
import { openDesktop } from './desktop.ts'
import { type LaunchOptions, readLaunch } from './launch-options.ts'
import { createDesktopNotifier } from './life/desktop-notifier.ts'
import { describeStartProblem } from './life/start-problem.ts'
import { APP_ID, APP_NAME } from './identity.ts'
import { APP_SCHEME } from './security/own-pages.ts'

/** Starts the desktop app. Everything up to `whenReady` happens at once: Electron takes it only before it is ready. */
export function startElectronApp(args: readonly string[]): void {
  const launch = readLaunch(args)
  if (!launch.ok) {
    process.stderr.write(`${launch.problem}\n`)
    app.exit(2)
    return
  }
  const profileDir = profileDirOf({ flag: launch.options.home, env: process.env, platform: process.platform })
  app.setName(APP_NAME)
  app.setAppUserModelId(APP_ID)
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  try {
    claimProfile(profileDir)
  } catch (error) {
    void app.whenReady().then(() => giveUp(error, profileDir))
    return
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  app
    .whenReady()
    .then(() => openApp(launch.options))
    .catch((error: unknown) => giveUp(error, profileDir))
}

/** One profile, one window: the lock lies in this folder too. What Chromium keeps stays in a folder of its own. */
function claimProfile(profileDir: string): void {
  const browserDir = join(profileDir, 'browser')
  mkdirSync(browserDir, { recursive: true, mode: 0o700 })
  app.setPath('userData', profileDir)
  app.setPath('sessionData', browserDir)
}

async function openApp({ home, baseUrls, hasDevTools }: LaunchOptions): Promise<void> {
  const headless = headlessPorts({ shell: 'electron', home, baseUrls, startHelper: startUtilityHelper })
  const notifier = createDesktopNotifier({
    notices,
    clock: headless.clock,
    log: headless.log,
    platform: process.platform,
  })
  const ports = { ...headless, notifier }
  await openDesktop({
    core: createCore(ports),
    ports,
    notifier,
    hasDevTools: hasDevTools || !app.isPackaged,
    devServerUrl: app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null),
  })
}

function giveUp(error: unknown, profileDir: string): void {
  dialogs.showError(describeStartProblem(error, profileDir))
  app.exit(1)
}
