import * as fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, it } from 'vitest'
import { createEditCounter } from './edits.ts'

const countEdits = createEditCounter()

describe('the count of slips', () => {
  it.each([
    ['pyhton', 'python', 1, 1],
    ['zalnado', 'zalando', 1, 1],
    ['pyhto', 'python', 2, 1],
    ['kubernets', 'kubernetes', 1, 1],
    ['java', 'javascript', Infinity, 0],
    ['pyton', 'python', 1, 1],
    ['pythoon', 'python', 1, 1],
    ['berlim', 'berlin', 1, 1],
  ])('from %s to %s', (typed, word, whole, prefix) => {
    expect(countEdits(typed, word, 2)).toEqual({ whole, prefix })
  })

  it('gives up on words that are too far', () => {
    expect(countEdits('python', 'berlin', 2)).toBeNull()
  })

  it('is never more than the distance without swaps, and no less than half of it', () => {
    const word = fc.stringMatching(/^[a-c]{1,9}$/)
    fc.assert(
      fc.property(word, word, (typed, other) => {
        const apart = distance(typed, other)
        const edits = countEdits(typed, other, 9)
        expect(edits?.whole).toBeLessThanOrEqual(apart)
        expect(edits?.whole).toBeGreaterThanOrEqual(apart / 2)
        expect(edits?.prefix).toBeLessThanOrEqual(edits?.whole ?? 0)
      }),
    )
  })

  it('is the same with a bound as without, as long as it is within the bound', () => {
    const word = fc.stringMatching(/^[a-c]{1,9}$/)
    fc.assert(
      fc.property(word, word, (typed, other) => {
        const free = countEdits(typed, other, 20)
        const bound = countEdits(typed, other, 2)
        const within = (count: number | undefined) => (count !== undefined && count <= 2 ? count : null)
        expect(within(bound?.prefix)).toBe(within(free?.prefix))
        expect(within(bound?.whole)).toBe(within(free?.whole))
      }),
    )
  })
})
