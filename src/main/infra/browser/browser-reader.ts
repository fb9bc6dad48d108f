import { isAbsolute } from 'node:path'
import { withDeadline } from '../http/deadline.ts'
import { HttpProblem, type QuotaRule, type QuotaStore } from '../http/http.ts'
import { createLanes } from '../http/lanes.ts'
import { guardDestination, parseAddress, systemResolve, type Resolve } from '../http/pinned-address.ts'
import { takeFromQuotas } from '../http/quota.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import { isProgram } from './find-browser.ts'
import { readPage } from './read-page.ts'
import { startBrowser, type OpenTab, type RunningBrowser } from './running-browser.ts'

export interface PageRequest {
  readonly url: string
  /** The page is taken as soon as this selector matches something, or when loading is over. */
  readonly waitFor?: string
  readonly signal: AbortSignal
  /** As in HttpRequest: this exact origin, and no other, may be a private address. */
  readonly trustedOrigin: string | null
  /** Least pause between the end of the previous page of this origin and the start of this one. Default 0. */
  readonly gapMs?: number
  readonly quotas?: readonly QuotaRule[]
}

/** `isNotModified` is never true: a browser shows a page or it does not. */
export interface PageAnswer {
  readonly url: string
  readonly text: string
  readonly isNotModified: boolean
}

export interface BrowserReader {
  /** A page as the browser on this machine shows it, with an empty profile that knows nobody. One page at a time. Throws HttpProblem,
   *  'browser_missing' when there is no browser or it does not start. */
  readonly read: (page: PageRequest) => Promise<PageAnswer>
  /** Ends what is under way and the browser. Pages asked for afterwards are 'cancelled'. */
  readonly close: () => Promise<void>
}

/** Bounds in real time and size; what a test wants smaller. */
export interface ReaderLimits {
  /** For starting the browser. */
  readonly launchMs: number
  /** For one page, everything that it loads included. */
  readonly pageMs: number
  readonly maxBytes: number
  readonly maxChars: number
  /** A page that asks for more files is not on its way to a text. */
  readonly maxRequests: number
  /** How long a browser without work is kept. */
  readonly idleMs: number
}

export interface BrowserReaderOptions {
  readonly clock: Clock
  readonly log: Log
  readonly quota: QuotaStore
  /** A browser on this machine; null when there is none. */
  readonly findBrowser: () => Promise<string | null>
  /** The one that the user chose; null for the one that is found. */
  readonly browserPath: () => string | null
  readonly resolve?: Resolve
  readonly limits?: Partial<ReaderLimits>
}

const LIMITS: ReaderLimits = {
  launchMs: 30_000,
  pageMs: 45_000,
  maxBytes: 20_000_000,
  maxChars: 8_000_000,
  maxRequests: 300,
  idleMs: 20_000,
}
/** Pages of all sites stand in one line. */
const ONE_LINE = 'browser'
const PAUSE_MS = 60_000
/** For loading the driver, before and after the start itself. */
const DRIVER_MS = 10_000

/** Reads pages in the Chrome, Chromium, Edge or Brave that is installed here. Starts nothing before the first page, keeps the browser
 *  for the next page of a run and ends it soon after the last. */
export function createBrowserReader(options: BrowserReaderOptions): BrowserReader {
  const { clock, log } = options
  const limits = { ...LIMITS, ...options.limits }
  const lanes = createLanes(clock)
  const closing = new AbortController()
  let running: Promise<RunningBrowser> | null = null
  let rest = new AbortController()

  async function read(page: PageRequest): Promise<PageAnswer> {
    const signal = AbortSignal.any([page.signal, closing.signal])
    const { origin } = checked(page)
    try {
      const leaveLine = await lanes.enter(ONE_LINE, { gapMs: 0, signal })
      try {
        return await inTurn(page, { origin, signal })
      } finally {
        leaveLine()
      }
    } catch (error) {
      if (signal.aborted) throw cancelled(signal.reason)
      throw error
    }
  }

  async function inTurn(page: PageRequest, at: { origin: string; signal: AbortSignal }): Promise<PageAnswer> {
    const { origin, signal } = at
    const leave = await lanes.enter(origin, { gapMs: page.gapMs ?? 0, signal })
    rest.abort()
    try {
      await browserFor(signal)
      takeFromQuotas(options.quota, page.quotas ?? [], clock.now())
      const open = await openTab(signal)
      const shown = await withinTime(open, { page, signal })
      return { ...shown, isNotModified: false }
    } catch (error) {
      if (error instanceof HttpProblem && error.code === 'rate_limited') {
        lanes.coolDown(origin, error.retryAt ?? clock.now() + PAUSE_MS)
      }
      throw error
    } finally {
      leave()
      restLater()
    }
  }

  async function withinTime(open: OpenTab, at: { page: PageRequest; signal: AbortSignal }) {
    const { url, waitFor, trustedOrigin } = at.page
    const { pageMs, maxBytes, maxChars, maxRequests } = limits
    const host = URL.parse(url)?.host ?? 'The site'
    const onTimeout = (): HttpProblem => new HttpProblem('timeout', `The page of ${host} was not there in time`)
    const deadline = new AbortController()
    try {
      return await withDeadline({ ms: pageMs, signal: at.signal, onTimeout }, (signal) => {
        signal.addEventListener('abort', () => deadline.abort(), { once: true })
        const bounds = { maxBytes, maxChars, maxRequests, signal }
        return readPage(open, { url, waitFor, trustedOrigin, ...bounds, now: clock.now() })
      })
    } finally {
      // A page that did not end by itself may go on for ever.
      if (deadline.signal.aborted || open.browser.isLost()) await stopBrowser()
    }
  }

  /** In the browser that is there, or in a new one when that has ended without our knowing. */
  async function openTab(signal: AbortSignal): Promise<OpenTab> {
    const kept = await browserFor(signal)
    try {
      return await tabIn(kept, signal)
    } catch (error) {
      signal.throwIfAborted()
      log.warn({ err: error }, 'the browser is gone; another one is started')
      kept.giveUp()
    }
    return tabIn(await browserFor(signal), signal)
  }

  async function browserFor(signal: AbortSignal): Promise<RunningBrowser> {
    const program = await programOf(options)
    const known = await running?.catch(() => null)
    if (known !== undefined && known !== null && !known.isLost() && known.program === program) return known
    await stopBrowser()
    signal.throwIfAborted()
    const { launchMs } = limits
    const starting = startBrowser({ program, launchMs, log, resolve: options.resolve ?? systemResolve })
    running = starting
    const onTimeout = (): HttpProblem =>
      new HttpProblem('browser_missing', 'The browser on this computer does not start')
    // One that comes too late is ended like one that has nothing to do.
    return withDeadline({ ms: launchMs + DRIVER_MS, signal, onTimeout }, () => starting)
  }

  async function stopBrowser(): Promise<void> {
    const ending = running
    running = null
    const browser = await ending?.catch(() => null)
    await browser?.stop()
  }

  function restLater(): void {
    if (running === null) return
    rest = new AbortController()
    clock.sleep(limits.idleMs, rest.signal).then(stopBrowser, () => undefined)
  }

  return {
    read,
    close: async () => {
      closing.abort()
      rest.abort()
      await stopBrowser()
    },
  }
}

async function tabIn(browser: RunningBrowser, signal: AbortSignal): Promise<OpenTab> {
  const onTimeout = (): HttpProblem =>
    new HttpProblem('browser_missing', 'The browser on this computer does not answer')
  try {
    const tab = await withDeadline({ ms: DRIVER_MS, signal, onTimeout }, () => browser.context.newPage())
    return { browser, tab }
  } catch (error) {
    if (error instanceof HttpProblem || signal.aborted) throw error
    throw new HttpProblem('browser_missing', 'The browser on this computer ended by itself', { cause: error })
  }
}

/** The address, when it may be visited at all. Throws 'address_refused'. */
function checked({ url, trustedOrigin }: PageRequest): URL {
  const address = parseAddress(url)
  guardDestination({ url: address, written: url, trustedOrigin })
  return address
}

/** Throws 'browser_missing'. */
async function programOf({ browserPath, findBrowser }: BrowserReaderOptions): Promise<string> {
  const chosen = browserPath()
  if (chosen !== null) {
    if (isAbsolute(chosen) && (await isProgram(chosen))) return chosen
    throw new HttpProblem('browser_missing', 'The browser that is set for this is not there')
  }
  const found = await findBrowser()
  if (found !== null) return found
  throw new HttpProblem('browser_missing', 'No Chrome, Chromium, Edge or Brave was found on this computer')
}

function cancelled(cause: unknown): HttpProblem {
  return new HttpProblem('cancelled', 'The page was cancelled', { cause })
}
