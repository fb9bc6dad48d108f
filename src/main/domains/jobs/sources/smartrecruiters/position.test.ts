import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorOf, listPositionAt } from './position.ts'

const BEGINNING = { offset: 0, total: null, waiting: [] }

test('a position comes back from its cursor, which has no blank in it', () => {
  const positions = fc.record({
    offset: fc.nat(100_000),
    total: fc.option(fc.nat(100_000)),
    waiting: fc.array(fc.stringMatching(/^[\w.-]{1,20}$/), { maxLength: 100 }),
  })
  fc.assert(
    fc.property(positions, (position) => {
      expect(listPositionAt(cursorOf(position))).toEqual(position)
      expect(cursorOf(position)).not.toMatch(/\s/)
    }),
  )
})

test('after the last page there is only what waits, and then nothing', () => {
  const last = { offset: null, total: 1, waiting: ['7'] }
  expect(listPositionAt(cursorOf(last))).toEqual(last)
  expect(cursorOf({ ...last, waiting: [] })).toBeNull()
})

test.each([null, '', '100', 'x/1/', '-1/2/3', '100/2/a b'])(
  '%j is no position of ours: the list is read from its beginning',
  (cursor) => {
    expect(listPositionAt(cursor)).toEqual(BEGINNING)
  },
)
