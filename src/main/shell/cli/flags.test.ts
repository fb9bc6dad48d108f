import { InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import { numberFlag, wholeNumberFlag } from './flags.ts'

const RANGE = { min: 1, max: 200 }

describe('a number on the command line', () => {
  const taken: [string, number][] = [
    ['1', 1],
    [' 20 ', 20],
    ['200', 200],
  ]
  test.each(taken)('%j is taken by both kinds', (text, number) => {
    expect(numberFlag(RANGE)(text)).toBe(number)
    expect(wholeNumberFlag(RANGE)(text)).toBe(number)
  })

  test.each(['', ' ', 'much', 'NaN', 'Infinity', '0', '200.5', '201', '-1', '5 0', '5,0'])(
    '%j is wrong use of both kinds',
    (text) => {
      expect(() => numberFlag(RANGE)(text)).toThrow(InvalidArgumentError)
      expect(() => wholeNumberFlag(RANGE)(text)).toThrow(InvalidArgumentError)
    },
  )

  test('a fraction is taken for an amount and refused for a count', () => {
    expect(numberFlag(RANGE)('1.5')).toBe(1.5)
    expect(() => wholeNumberFlag(RANGE)('1.5')).toThrow('whole number from 1 to 200')
  })
})
