import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { between, evenRanks, isRank, RANK_MAX_CHARS } from './rank.ts'

/** Where each of many cards is put into a column: a share of its length. */
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 200 })

function putIn(column: string[], share: number): void {
  const index = Math.min(column.length, Math.floor(share * (column.length + 1)))
  column.splice(index, 0, between(column[index - 1] ?? null, column[index] ?? null))
}

describe('ranks of a column', () => {
  test('whatever the order in which cards are put in, each lies strictly between its neighbours', () => {
    fc.assert(
      fc.property(places, (shares) => {
        const column: string[] = []
        for (const share of shares) putIn(column, share)
        expect(column.every(isRank)).toBe(true)
        expect(column).toEqual(column.toSorted((a, b) => (a < b ? -1 : 1)))
        expect(new Set(column).size).toBe(column.length)
      }),
    )
  })

  test('ten thousand cards at the end, or at the beginning, stay short', () => {
    const up = evenRanks(10_000)
    expect(Math.max(...up.map((rank) => rank.length))).toBeLessThan(6)
    let first = 'a0'
    for (let count = 0; count < 10_000; count += 1) {
      const next = between(null, first)
      expect(next < first).toBe(true)
      first = next
    }
    expect(first.length).toBeLessThan(6)
  })

  test('a hundred cards at one place in the middle need no new numbers', () => {
    let [low, high] = ['a0', 'a1']
    for (let count = 0; count < 100; count += 1) {
      const next = between(low, high)
      expect(low < next && next < high).toBe(true)
      if (count % 2 === 0) low = next
      else high = next
    }
    expect(low.length).toBeLessThan(RANK_MAX_CHARS)
  })

  test.each([
    [null, null, 'a0'],
    ['a0', null, 'a1'],
    ['az', null, 'b00'],
    ['bzz', null, 'c000'],
    ['Zz', null, 'a0'],
    [null, 'a0', 'Zz'],
    [null, 'Z0', 'Yzz'],
    [null, 'a0V', 'a0'],
    ['a0', 'a1', 'a0V'],
    ['a0', 'a01', 'a00V'],
    ['a1', 'b00', 'a2'],
  ])('between %s and %s lies %s', (low, high, expected) => {
    expect(between(low, high)).toBe(expected)
  })

  test.each([
    ['a1', 'a0'],
    ['a0', 'a0'],
    ['', null],
    ['a0', '7'],
    ['b0', null],
    ['a00', null],
  ])('nothing lies between %j and %j', (low, high) => {
    expect(() => between(low, high)).toThrow(RangeError)
  })
})
