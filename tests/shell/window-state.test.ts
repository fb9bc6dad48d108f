import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRemembered } from '#main/shell/electron/window/remembered.ts'
import { MIN_SIZE, placeWindow, readShellState, type Rect } from '#main/shell/electron/window/window-state.ts'
import { silentLog } from '../support/silent-log.ts'

const laptop: Rect = { x: 0, y: 25, width: 1440, height: 875 }
const right: Rect = { x: 1440, y: 0, width: 2560, height: 1400 }
const left: Rect = { x: -1920, y: 0, width: 1920, height: 1040 }

test.each<[string, Rect | null, Rect[], Rect]>([
  ['a new window: in the middle of the first screen', null, [laptop], { x: 80, y: 43, width: 1280, height: 840 }],
  [
    'where it was, on a second screen',
    { x: 1600, y: 100, width: 1000, height: 800 },
    [laptop, right],
    { x: 1600, y: 100, width: 1000, height: 800 },
  ],
  [
    'where it was, left of the first screen',
    { x: -1900, y: 10, width: 900, height: 700 },
    [laptop, left],
    { x: -1900, y: 10, width: 900, height: 700 },
  ],
  [
    'its screen is gone: in the middle of the first',
    { x: 1600, y: 100, width: 1000, height: 800 },
    [laptop],
    { x: 220, y: 63, width: 1000, height: 800 },
  ],
  [
    'half outside: pushed back in',
    { x: 1000, y: 700, width: 900, height: 600 },
    [laptop],
    { x: 540, y: 300, width: 900, height: 600 },
  ],
  [
    'only a corner shows: in the middle',
    { x: 1400, y: 880, width: 900, height: 600 },
    [laptop],
    { x: 270, y: 163, width: 900, height: 600 },
  ],
  ['larger than the screen: as large as the screen', { x: -50, y: -50, width: 5000, height: 3000 }, [laptop], laptop],
  [
    'too small: the smallest size',
    { x: 100, y: 100, width: 200, height: 100 },
    [laptop],
    { x: 100, y: 100, ...MIN_SIZE },
  ],
  [
    'between two screens: on the one that shows more',
    { x: 1300, y: 100, width: 1000, height: 800 },
    [laptop, right],
    { x: 1440, y: 100, width: 1000, height: 800 },
  ],
  [
    'a screen smaller than the smallest size: its corner',
    null,
    [{ x: 0, y: 0, width: 640, height: 400 }],
    { x: 0, y: 0, ...MIN_SIZE },
  ],
  ['no screen at all: a usable size', null, [], { x: 0, y: 0, width: 1280, height: 840 }],
])('%s', (_name, bounds, areas, expected) => {
  expect(placeWindow(bounds, areas)).toEqual(expected)
})

const rect = (least: number) =>
  fc.record({
    x: fc.integer({ min: -20_000, max: 20_000 }),
    y: fc.integer({ min: -20_000, max: 20_000 }),
    width: fc.integer({ min: least, max: 8000 }),
    height: fc.integer({ min: least, max: 8000 }),
  })

test('whatever was remembered, the window lies wholly on a screen that is large enough for it', () => {
  fc.assert(
    fc.property(fc.option(rect(1)), fc.array(rect(800), { minLength: 1, maxLength: 4 }), (bounds, areas) => {
      const placed = placeWindow(bounds, areas)
      const isInside = areas.some(
        (area) =>
          placed.x >= area.x &&
          placed.y >= area.y &&
          placed.x + placed.width <= area.x + area.width &&
          placed.y + placed.height <= area.y + area.height,
      )
      expect(isInside && placed.width >= MIN_SIZE.width && placed.height >= MIN_SIZE.height).toBe(true)
    }),
  )
})

const fresh = { bounds: null, isMaximized: false, isKeptInTray: false }

test.each([
  [undefined, fresh],
  ['garbage', fresh],
  [
    { bounds: { x: 1, y: 2, width: 'wide', height: 4 }, isMaximized: true },
    { ...fresh, isMaximized: true },
  ],
  [{ bounds: { x: 1e12, y: 0, width: 10, height: 10 } }, fresh],
  [{ bounds: { x: 0.5, y: 0, width: 10, height: 10 }, isKeptInTray: 1 }, fresh],
  [
    { bounds: { x: 1, y: 2, width: 900, height: 600 }, isKeptInTray: true },
    { bounds: { x: 1, y: 2, width: 900, height: 600 }, isMaximized: false, isKeptInTray: true },
  ],
])('a stored state of %j is read as %j', (stored, expected) => {
  expect(readShellState(stored)).toEqual(expected)
})

test('a change is written once, and kept when the disk refuses it', () => {
  const written: unknown[] = []
  let isFull = false
  const store = {
    read: () => ({}),
    write: (state: Record<string, unknown>) => {
      if (isFull) throw new Error('ENOSPC')
      written.push(state)
    },
  }
  const remembered = createRemembered({ store, log: silentLog })
  remembered.change({ isMaximized: true })
  remembered.change({ isMaximized: true })
  expect(written).toEqual([{ ...fresh, isMaximized: true }])
  isFull = true
  remembered.change({ isKeptInTray: true })
  expect(remembered.get().isKeptInTray).toBe(true)
})
