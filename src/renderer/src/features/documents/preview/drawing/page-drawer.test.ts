import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Asked, PageText, Told } from './messages.ts'
import { CALM_MS, createPageDrawer } from './page-drawer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = (number: number, text = `Page ${number}`): PageText => ({ number, widthPt: 595, heightPt: 842, text })

/** A drawer with a thread that writes down what it is asked, and three pages, of which the first is near the screen. */
function setUp() {
  const asked: Asked[] = []
  const put: string[] = []
  const closed: string[] = []
  let ears: { hear: (told: Told) => void; fail: (reason: string) => void } | undefined
  const drawer = createPageDrawer((given) => {
    ears = given
    return { ask: (message) => void asked.push(message), close: () => void closed.push('thread') }
  })
  const tell = (told: Told) => ears?.hear(told)
  const places = [1, 2, 3].map((number) => drawer.place(number, (picture) => put.push(`${number}: ${picture.width}`)))
  places[0]?.setNear(true)
  return {
    drawer,
    places,
    put,
    closed,
    tell,
    fail: (reason: string) => ears?.fail(reason),
    opened: (file: number, pages = [page(1), page(2), page(3)]) => tell({ kind: 'opened', file, pages }),
    drawn: (file: number, number: number, widthPx = 800) => {
      const picture = { width: widthPx, height: 1, close: () => void closed.push(`${file}/${number}`) }
      tell({ kind: 'drawn', file, number, widthPx, picture })
    },
    /** What the thread was asked since the last time. */
    asked: () => asked.splice(0).map((one) => `${one.kind} ${one.file}${one.kind === 'draw' ? `/${one.number}` : ''}`),
  }
}

test('what is near the screen is drawn at once, the rest when it comes near or typing rests', () => {
  const { drawer, places, put, opened, drawn, asked } = setUp()
  drawer.show('AAAA', 800)
  expect(asked()).toEqual(['open 1'])
  opened(1)
  expect(asked()).toEqual(['draw 1/1'])
  drawn(1, 1)
  expect(asked()).toEqual([])
  places[2]?.setNear(true)
  expect(asked()).toEqual(['draw 1/3'])
  vi.advanceTimersByTime(CALM_MS)
  expect(asked()).toEqual([])
  drawn(1, 3)
  expect(asked()).toEqual(['draw 1/2'])
  drawn(1, 2)
  expect(asked()).toEqual([])
  expect(put).toEqual(['1: 800', '3: 800', '2: 800'])
})

test('a newer file ends the drawing of the older one, whose pictures stay until theirs are done', () => {
  const { drawer, put, closed, opened, drawn, asked } = setUp()
  drawer.show('AAAA', 800)
  opened(1)
  drawn(1, 1)
  drawer.show('BBBB', 800)
  asked()
  opened(2)
  expect(asked()).toEqual(['draw 2/1'])
  drawer.show('CCCC', 800)
  drawn(2, 1)
  opened(2)
  expect(put).toEqual(['1: 800'])
  expect(closed).toEqual(['2/1'])
  expect(asked()).toEqual(['open 3'])
  opened(3)
  expect(asked()).toEqual(['draw 3/1'])
})

test('another width draws the same file anew', () => {
  const { drawer, put, opened, drawn, asked } = setUp()
  drawer.show('AAAA', 800)
  opened(1)
  drawn(1, 1)
  asked()
  drawer.show('AAAA', 1600)
  expect(asked()).toEqual(['draw 1/1'])
  drawn(1, 1, 1600)
  expect(put).toEqual(['1: 800', '1: 1600'])
})

test('a page whose words did not change stays the same', () => {
  const { drawer, opened } = setUp()
  drawer.show('AAAA', 800)
  opened(1)
  const [first, second] = drawer.state().pages
  drawer.show('BBBB', 800)
  opened(2, [page(1, 'Other words'), page(2)])
  expect(drawer.state().pages).toEqual([page(1, 'Other words'), page(2)])
  expect(drawer.state().pages[0]).not.toBe(first)
  expect(drawer.state().pages[1]).toBe(second)
})

test('a file that cannot be read says why and leaves the last good pages, until the next one can', () => {
  const { drawer, tell, opened, asked } = setUp()
  const heard = vi.fn<() => void>()
  drawer.subscribe(heard)
  drawer.show('AAAA', 800)
  opened(1)
  drawer.show('BBBB', 800)
  tell({ kind: 'failed', file: 2, reason: 'Invalid PDF structure.' })
  expect(drawer.state()).toEqual({ pages: [page(1), page(2), page(3)], problem: 'Invalid PDF structure.' })
  vi.advanceTimersByTime(CALM_MS)
  asked()
  drawer.show('CCCC', 800)
  tell({ kind: 'failed', file: 2, reason: 'Nobody waits for it.' })
  opened(3)
  expect(drawer.state().problem).toBeNull()
  expect(asked()).toEqual(['open 3', 'draw 3/1'])
  expect(heard).toHaveBeenCalledTimes(3)
})

test('a thread that does not start is said, and it ends with the screen', () => {
  const { drawer, fail, closed } = setUp()
  drawer.show('AAAA', 800)
  fail('blocked')
  expect(drawer.state()).toEqual({ pages: [], problem: 'blocked' })
  drawer.close()
  expect(closed).toEqual(['thread'])
})
