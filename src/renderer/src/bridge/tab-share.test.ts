import { expect, test } from 'vitest'
import type { AppEvent } from '#shared/events.ts'
import type { ReadStream } from './event-stream.ts'
import { followWithTabs, type Tabs } from './tab-share.ts'

const CHANGED: AppEvent = { type: 'jobs.changed' }

/** Until everything that could happen by itself has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** One holder at a time, in the order of asking; an aborted wait rejects, an abort while holding does nothing. */
function createLock(): Tabs['lead'] {
  const waiting: (() => void)[] = []
  let isHeld = false
  return async (lead, signal) => {
    signal.throwIfAborted()
    if (isHeld) {
      await new Promise<void>((resolve, reject) => {
        const stopWaiting = () => {
          waiting.splice(waiting.indexOf(go), 1)
          reject(new DOMException('The wait was given up', 'AbortError'))
        }
        const go = () => {
          signal.removeEventListener('abort', stopWaiting)
          resolve()
        }
        waiting.push(go)
        signal.addEventListener('abort', stopWaiting, { once: true })
      })
    }
    isHeld = true
    try {
      await lead()
    } finally {
      const next = waiting.shift()
      // The next one holds it from here on, so that nobody comes between.
      if (next) next()
      else isHeld = false
    }
  }
}

/** A browser in memory: one lock, and one channel that copies what it carries. */
function createBrowser() {
  const listeners = new Map<symbol, (data: unknown) => void>()
  const lead = createLock()
  const say = (data: unknown, from?: symbol) => {
    for (const [tab, listener] of listeners) if (tab !== from) listener(structuredClone(data))
  }
  const tabs = (onJoin: (onReturn: () => void) => void): Tabs => ({
    lead,
    join: ({ onMessage, onReturn }) => {
      const tab = Symbol('tab')
      listeners.set(tab, onMessage)
      onJoin(onReturn)
      return { post: (message) => say(message, tab), close: () => void listeners.delete(tab) }
    },
  })
  return { tabs, say, listening: () => listeners.size }
}

/** A core that answers or not, and the streams that are open on it. */
function createCore() {
  const streams = new Set<{ readonly hear: (event: AppEvent) => void; readonly end: () => void }>()
  let isUp = true
  const read: ReadStream = async (sink, signal) => {
    if (!isUp) throw new TypeError('Failed to fetch')
    const { promise, resolve } = Promise.withResolvers<void>()
    const stream = { hear: sink.heard, end: resolve }
    streams.add(stream)
    signal.addEventListener('abort', () => resolve())
    sink.opened()
    await promise
    streams.delete(stream)
  }
  const cut = () => {
    for (const stream of streams) stream.end()
  }
  return {
    read,
    cut,
    open: () => streams.size,
    publish: (event: AppEvent) => {
      for (const stream of streams) stream.hear(event)
    },
    stop: () => {
      isUp = false
      cut()
    },
    start: () => {
      isUp = true
    },
  }
}

/** Tabs whose pauses between tries end when the test says so. */
function setUp() {
  const browser = createBrowser()
  const core = createCore()
  const resting = new Set<() => void>()
  const openTab = () => {
    const log: string[] = []
    const closing = new AbortController()
    let onReturn = () => {}
    const done = followWithTabs({
      tabs: browser.tabs((listener) => {
        onReturn = listener
      }),
      read: core.read,
      signal: closing.signal,
      sink: {
        opened: () => log.push('opened'),
        heard: (event) => log.push(event.type),
        lost: () => log.push('lost'),
      },
      retry: {
        reset: () => {},
        wait: async (signal) => {
          if (signal.aborted) return
          const { promise, resolve } = Promise.withResolvers<void>()
          resting.add(resolve)
          signal.addEventListener('abort', () => resolve())
          await promise
          resting.delete(resolve)
        },
      },
    })
    return {
      takeLog: () => log.splice(0),
      comeBack: () => onReturn(),
      close: async () => {
        closing.abort()
        await done
        await settled()
      },
    }
  }
  const openTabs = async (count: number) => {
    const tabs = Array.from({ length: count }, openTab)
    await settled()
    return tabs
  }
  const retryAll = async () => {
    for (const resolve of resting) resolve()
    await settled()
  }
  return { browser, core, openTabs, retryAll }
}

const logs = (tabs: readonly { readonly takeLog: () => string[] }[]) => tabs.map((tab) => tab.takeLog())

test('eight tabs keep one stream open and all hear each event once', async () => {
  const { core, openTabs } = setUp()
  const tabs = await openTabs(8)
  expect(core.open()).toBe(1)
  core.publish(CHANGED)
  expect(logs(tabs)).toEqual(tabs.map(() => ['opened', 'jobs.changed']))
})

test('a tab that comes later learns that the stream is open, and nobody else asks again for it', async () => {
  const { core, openTabs } = setUp()
  const early = await openTabs(2)
  logs(early)
  const late = await openTabs(1)
  expect(logs(late)).toEqual([['opened']])
  expect(logs(early)).toEqual([[], []])
  expect(core.open()).toBe(1)
})

test('when the leading tab goes, one other takes over and every tab asks again once', async () => {
  const { browser, core, openTabs } = setUp()
  const [leader, ...others] = await openTabs(4)
  logs(others)
  await leader?.close()
  expect(core.open()).toBe(1)
  expect(browser.listening()).toBe(3)
  expect(logs(others)).toEqual([['opened'], ['opened'], ['opened']])
  core.publish(CHANGED)
  expect(logs(others)).toEqual([['jobs.changed'], ['jobs.changed'], ['jobs.changed']])
})

test('a tab that only listened goes unnoticed', async () => {
  const { core, openTabs } = setUp()
  const [leader, listener] = await openTabs(2)
  leader?.takeLog()
  await listener?.close()
  core.publish(CHANGED)
  expect(core.open()).toBe(1)
  expect(leader?.takeLog()).toEqual(['jobs.changed'])
})

test('a stream that breaks moves to the next tab; only the one that read it was cut off, and it listens again', async () => {
  const { core, openTabs, retryAll } = setUp()
  const tabs = await openTabs(3)
  logs(tabs)
  core.cut()
  await settled()
  expect(logs(tabs)).toEqual([['lost', 'opened'], ['opened'], ['opened']])
  await retryAll()
  core.publish(CHANGED)
  expect(core.open()).toBe(1)
  expect(logs(tabs)).toEqual([['jobs.changed'], ['jobs.changed'], ['jobs.changed']])
})

test('every tab notices that the core is gone, and that it is back', async () => {
  const { core, openTabs, retryAll } = setUp()
  const tabs = await openTabs(3)
  logs(tabs)
  core.stop()
  await settled()
  expect(logs(tabs)).toEqual([['lost'], ['lost'], ['lost']])
  await retryAll()
  expect(logs(tabs)).toEqual([['lost'], ['lost'], ['lost']])
  core.start()
  await retryAll()
  expect(logs(tabs)).toEqual([['opened'], ['opened'], ['opened']])
  expect(core.open()).toBe(1)
})

test('a tab that was asleep asks again once when it is back; the others do not', async () => {
  const { openTabs } = setUp()
  const tabs = await openTabs(3)
  logs(tabs)
  tabs[1]?.comeBack()
  expect(logs(tabs)).toEqual([[], ['opened'], []])
})

test('an event of a stream whose opening was not heard counts as its opening, too', async () => {
  const { browser, openTabs } = setUp()
  const tabs = await openTabs(1)
  logs(tabs)
  browser.say({ kind: 'event', streamId: 'another', event: CHANGED })
  expect(logs(tabs)).toEqual([['opened', 'jobs.changed']])
})

test.each([[null], ['open'], [{ kind: 'event', streamId: 'a', event: { type: 'new.in.a.later.version' } }]])(
  'a message that cannot be read (%j) makes a tab ask again rather than stay wrong',
  async (message) => {
    const { browser, openTabs } = setUp()
    const tabs = await openTabs(1)
    logs(tabs)
    browser.say(message)
    expect(logs(tabs)).toEqual([['opened']])
  },
)

test('a browser that refuses the lock reads as a lost connection and is asked again', async () => {
  const log: string[] = []
  const closing = new AbortController()
  let refusals = 0
  await followWithTabs({
    tabs: {
      lead: () => Promise.reject(new DOMException('The page is not active', 'InvalidStateError')),
      join: () => ({ post: () => {}, close: () => log.push('closed') }),
    },
    read: () => Promise.resolve(),
    signal: closing.signal,
    sink: { opened: () => log.push('opened'), heard: () => {}, lost: () => log.push('lost') },
    retry: {
      reset: () => {},
      wait: async () => {
        refusals += 1
        if (refusals === 2) closing.abort()
      },
    },
  })
  expect(log).toEqual(['lost', 'lost', 'closed'])
})
