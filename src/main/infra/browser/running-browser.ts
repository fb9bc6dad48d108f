import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { startGuardedProxy, type GuardedProxy } from '../http/guarded-proxy.ts'
import { HttpProblem } from '../http/http.ts'
import type { Resolve } from '../http/pinned-address.ts'
import type { Log } from '../log/log.ts'
import { createBrowserProfile } from './browser-profile.ts'

/** A browser that does not end within this time when it is asked to is killed. */
const CLOSE_MS = 3000

/** Of what the driver switches on by itself: popups and floods of calls are better kept out. */
const NOT_WANTED = ['--headless', '--disable-popup-blocking', '--disable-ipc-flooding-protection']
const WANTED = [
  // The headless mode that is the browser itself and not a smaller one of its own.
  '--headless=new',
  // Calls between browsers go around proxies otherwise.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Names are looked up by the proxy.
  '--dns-prefetch-disable',
]

export interface BrowserStart {
  /** Absolute path of a Chrome, Chromium, Edge or Brave. */
  readonly program: string
  readonly launchMs: number
  readonly resolve: Resolve
  readonly log: Log
}

/** A browser of its own, without a window, with an empty profile, and with no way out but its proxy. */
export interface RunningBrowser {
  readonly program: string
  readonly context: BrowserContext
  readonly proxy: GuardedProxy
  isLost(): boolean
  /** Something in it hangs: it is of no use any more. */
  giveUp(): void
  /** Ends the browser, by force when it does not listen, and removes its profile. Never rejects. */
  stop(): Promise<void>
}

/** A tab with nothing in it yet. */
export interface OpenTab {
  readonly browser: RunningBrowser
  readonly tab: Page
}

/** Throws HttpProblem 'browser_missing' when the program does not start or is no browser of this kind. */
export async function startBrowser(start: BrowserStart): Promise<RunningBrowser> {
  const { program, log } = start
  const profile = await createBrowserProfile()
  const proxy = await startGuardedProxy({ resolve: start.resolve })
  const clear = async (): Promise<void> => {
    await proxy.close()
    await profile.remove().catch((error: unknown) => log.warn({ err: error }, 'a browser profile could not be removed'))
  }
  try {
    const launched = await launch({ ...start, profileDir: profile.dir, proxy })
    let isLost = false
    launched.context.on('close', () => (isLost = true))
    let stopped: Promise<void> | null = null
    return {
      program,
      proxy,
      context: launched.context,
      isLost: () => isLost,
      giveUp: () => void (isLost = true),
      stop: () => (stopped ??= endOf(launched, log).then(clear)),
    }
  } catch (error) {
    await clear()
    log.warn({ program, err: error }, 'the browser did not start')
    throw new HttpProblem('browser_missing', 'The browser on this computer could not be started', { cause: error })
  }
}

interface Launched {
  readonly context: BrowserContext
  /** Process id of the browser; null when it does not say. */
  readonly pid: number | null
}

async function launch(start: BrowserStart & { profileDir: string; proxy: GuardedProxy }): Promise<Launched> {
  const { program, profileDir, proxy, log } = start
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (isRoot) log.warn({ program }, 'as root the browser runs without its sandbox')
  // Loaded for the first page: most runs never read one.
  const { chromium } = await import('playwright-core')
  const context = await chromium.launchPersistentContext(join(profileDir, 'profile'), {
    executablePath: program,
    headless: true,
    // Chromium refuses to start with it as root.
    chromiumSandbox: !isRoot,
    timeout: start.launchMs,
    ignoreDefaultArgs: NOT_WANTED,
    args: WANTED,
    artifactsDir: profileDir,
    proxy: { server: proxy.server, username: proxy.username, password: proxy.password },
    acceptDownloads: false,
    serviceWorkers: 'block',
    permissions: [],
    // The app ends its browser itself.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  })
  try {
    return { context, pid: await pidOf(context) }
  } catch (error) {
    await endOf({ context, pid: null }, log)
    throw error
  }
}

async function pidOf(context: BrowserContext): Promise<number | null> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (session === undefined) return null
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.find(({ type }) => type === 'browser')?.id ?? null
}

async function endOf({ context, pid }: Launched, log: Log): Promise<void> {
  const closed = context.close().then(
    () => true,
    () => true,
  )
  if (await Promise.race([closed, delay(CLOSE_MS, false, { ref: false })])) return
  log.warn({ pid }, 'the browser did not end by itself and is killed')
  if (pid !== null) kill(pid)
  await Promise.race([closed, delay(CLOSE_MS, undefined, { ref: false })])
}

function kill(pid: number): void {
  try {
    // Outside Windows the browser leads a process group; its helpers end with it.
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch (error) {
    // It ended in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
