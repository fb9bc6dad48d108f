import { setTimeout as delay } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { HttpProblem } from '../http/http.ts'

const LOOK_EVERY_MS = 100
/** A page whose loading is over may still be writing what it is waited for. */
const SETTLE_MS = 1500

export interface MarkupWish {
  /** A selector; the page is taken as soon as something matches. */
  readonly waitFor?: string | undefined
  readonly maxChars: number
  readonly signal: AbortSignal
}

/** A page's markup as its scripts left it: when something matches `waitFor`, else when loading is over (with a moment for what was
 *  waited for). Looks from a world of its own inside the page, where the page's scripts have no say in what a length or a text is.
 *  Throws HttpProblem 'too_large'; goes on looking until the signal aborts. */
export async function markupOf(tab: Page, wish: MarkupWish): Promise<string> {
  const { waitFor = null, maxChars, signal } = wish
  const session = await tab.context().newCDPSession(tab)
  let settledAt: number | null = null
  for (;;) {
    const state = await look(session, stateExpression(waitFor), signal)
    settledAt ??= state === 'complete' ? performance.now() : null
    const isOver = settledAt !== null && (waitFor === null || performance.now() - settledAt >= SETTLE_MS)
    const markup = state === 'found' || isOver ? await look(session, markupExpression(maxChars), signal) : null
    if (typeof markup === 'string') return markup
    if (typeof markup === 'number') throw new HttpProblem('too_large', `The page has more than ${maxChars} characters`)
    await delay(LOOK_EVERY_MS, undefined, { signal })
  }
}

/** Null when the page went elsewhere at that moment. */
async function look(session: CDPSession, expression: string, signal: AbortSignal): Promise<unknown> {
  try {
    const { frameTree } = await session.send('Page.getFrameTree')
    const world = { frameId: frameTree.frame.id, worldName: 'career-copilot' }
    const { executionContextId } = await session.send('Page.createIsolatedWorld', world)
    const asked = { expression, contextId: executionContextId, returnByValue: true }
    const { result } = await session.send('Runtime.evaluate', asked)
    return result.value ?? null
  } catch (error) {
    signal.throwIfAborted()
    if (isPassing(error)) return null
    throw error
  }
}

/** What the browser says of a document that was replaced while it was looked at. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof Error &&
    /Cannot find context|context was destroyed|No frame for given id|Inspected target navigated/i.test(error.message)
  )
}

function stateExpression(selector: string | null): string {
  const isThere = selector === null ? 'false' : `document.querySelector(${JSON.stringify(selector)}) !== null`
  return `${isThere} ? 'found' : document.readyState`
}

function markupExpression(maxChars: number): string {
  return `(() => { const html = document.documentElement?.outerHTML ?? ''; return html.length > ${maxChars} ? html.length : html })()`
}
