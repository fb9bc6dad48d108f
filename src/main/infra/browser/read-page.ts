import { setTimeout as delay } from 'node:timers/promises'
import type { Page, Request, Response, Route } from 'playwright-core'
import type { Way } from '../http/guarded-proxy.ts'
import { HttpProblem } from '../http/http.ts'
import { judge } from '../http/verdict.ts'
import { markupOf } from './page-markup.ts'
import { pageProblem } from './page-problem.ts'
import type { OpenTab } from './running-browser.ts'

/** What a page needs to show its text; pictures, fonts, sounds, frames and live connections are left out. */
const LET_THROUGH: ReadonlySet<string> = new Set(['document', 'script', 'stylesheet', 'xhr', 'fetch'])
/** A tab that takes longer to close hangs, and its browser with it. */
const CLOSE_MS = 3000

export interface PageWish {
  readonly url: string
  readonly waitFor?: string | undefined
  readonly trustedOrigin: string | null
  readonly maxBytes: number
  readonly maxChars: number
  readonly maxRequests: number
  /** Ends the reading at once; what is left of the page is the caller's to clear away. */
  readonly signal: AbortSignal
  readonly now: number
}

export interface PageText {
  /** The address of the page that is shown in the end. */
  readonly url: string
  readonly text: string
}

/** Opens a page in an empty tab, takes its markup as its scripts left it, and closes the tab. Throws HttpProblem: the codes of an answer
 *  that is none, 'address_refused', 'too_large', 'unreadable' for a file or a page that breaks the tab. */
export async function readPage({ browser, tab }: OpenTab, wish: PageWish): Promise<PageText> {
  const { context, proxy } = browser
  const { trustedOrigin, maxBytes } = wish
  const broken = Promise.withResolvers<never>()
  // It may break when nobody listens any more.
  broken.promise.catch(() => undefined)
  const way = proxy.open({ trustedOrigin, maxBytes, onTooMuch: broken.reject })
  // A page that opens others gets none.
  const closeOther = (other: Page): void => void close(other)
  context.on('page', closeOther)
  try {
    return await shownIn(tab, { way, wish, broken })
  } finally {
    context.off('page', closeOther)
    way.shut()
    if (!wish.signal.aborted && !(await close(tab))) browser.giveUp()
  }
}

/** Whether the tab is gone. One that hangs may never be. */
async function close(tab: Page): Promise<boolean> {
  const gone = tab.close().then(
    () => true,
    () => tab.isClosed(),
  )
  return Promise.race([gone, delay(CLOSE_MS, false, { ref: false })])
}

interface Showing {
  readonly way: Way
  readonly wish: PageWish
  /** Rejected with what ends the page from outside. */
  readonly broken: PromiseWithResolvers<never>
}

async function shownIn(tab: Page, { way, wish, broken }: Showing): Promise<PageText> {
  const main = followMain(tab)
  tab.on('crash', () =>
    broken.reject(new HttpProblem('unreadable', `${main.host()} sent a page that breaks the browser`)),
  )
  try {
    await keepSmall(tab, { main, maxRequests: wish.maxRequests, onTooMuch: broken.reject })
    return await Promise.race([open(tab, { main, wish }), broken.promise])
  } catch (error) {
    if (error instanceof HttpProblem) throw error
    refuseEmpty(main, wish)
    throw way.problemAt(main.host()) ?? pageProblem(error, main.host())
  }
}

/** A refusal without a text is a page of the browser's own, which it does not count as opened. Throws what the refusal says. */
function refuseEmpty(main: MainDocument, { url, now }: PageWish): void {
  const answer = main.answer()
  if (answer === null || answer.status() < 400) return
  const said = { url: new URL(url), status: answer.status(), headers: answer.headers(), body: Buffer.alloc(0) }
  judge(said, { accept: 'html', validators: null, now })
}

interface Bounds {
  readonly main: MainDocument
  readonly maxRequests: number
  readonly onTooMuch: (problem: HttpProblem) => void
}

/** Lets the tab load what a text needs, and not without end. */
async function keepSmall(tab: Page, at: Bounds): Promise<void> {
  const { main, maxRequests, onTooMuch } = at
  let requests = 0
  await tab.routeWebSocket(/^/, (socket) => void socket.close())
  await tab.route(/^/, async (route) => {
    requests += 1
    if (requests > maxRequests) {
      onTooMuch(new HttpProblem('too_large', `The page of ${main.host()} asks for more than ${maxRequests} files`))
    }
    const isLet = requests <= maxRequests && mayLoad(route, tab)
    // A tab that is closed meanwhile has no use for either.
    await (isLet ? route.continue() : route.abort('blockedbyclient')).catch(() => undefined)
  })
}

function mayLoad(route: Route, tab: Page): boolean {
  const request = route.request()
  if (!/^https?:/i.test(request.url()) || !LET_THROUGH.has(request.resourceType())) return false
  return !request.isNavigationRequest() || request.frame() === tab.mainFrame()
}

interface MainDocument {
  /** The host that was asked last for the page itself. */
  host(): string
  answer(): Response | null
}

/** The page itself among all that a tab loads: where it was asked for last, after redirects, and what was answered. */
function followMain(tab: Page): MainDocument {
  let host = ''
  let answer: Response | null = null
  const isMain = (request: Request): boolean => request.isNavigationRequest() && request.frame() === tab.mainFrame()
  tab.on('request', (request) => {
    if (isMain(request)) host = URL.parse(request.url())?.host ?? host
  })
  tab.on('response', (response) => {
    if (isMain(response.request())) answer = response
  })
  return { host: () => host, answer: () => answer }
}

async function open(tab: Page, at: { main: MainDocument; wish: PageWish }): Promise<PageText> {
  const { main, wish } = at
  await tab.goto(wish.url, { waitUntil: 'commit', timeout: 0 })
  const text = await markupOf(tab, wish)
  return judged({ text, tab, main, now: wish.now })
}

/** What a page is by the rules for every other answer: its status, bot checks, and that it is a page at all. */
function judged(shown: { text: string; tab: Page; main: MainDocument; now: number }): PageText {
  const { text, tab, main, now } = shown
  const answer = main.answer()
  const url = new URL(tab.url())
  // Where a page leads that cannot be opened, the browser shows one of its own.
  if (!/^https?:$/.test(url.protocol)) throw new Error('the browser shows a page of its own')
  const status = answer?.status() ?? 200
  const headers = answer?.headers() ?? {}
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (status >= 200 && status < 300 && type !== '' && !/^(text\/html|application\/xhtml\+xml)$/.test(type)) {
    throw new HttpProblem('unreadable', `${url.host} sent ${type} instead of a page`, { status })
  }
  // The browser has decoded it already.
  const said = { ...headers, 'content-type': 'text/html; charset=utf-8' }
  const response = judge(
    { url, status, headers: said, body: Buffer.from(text) },
    { accept: 'html', validators: null, now },
  )
  return { url: url.href, text: response.text }
}
