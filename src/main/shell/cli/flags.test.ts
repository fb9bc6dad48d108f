import { InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import { instantFlag, numberFlag, wholeNumberFlag } from './flags.ts'

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

describe('an instant on the command line', () => {
  test.each<[string, number]>([
    ['2026-03-02T18:00Z', Date.UTC(2026, 2, 2, 18)],
    ['2026-03-02T18:00:30.5+01:00', Date.UTC(2026, 2, 2, 17, 0, 30, 500)],
    ['2026-03-02T18:00', new Date(2026, 2, 2, 18).getTime()],
    ['2026-03-02', Date.UTC(2026, 2, 2)],
  ])('%j is taken', (text, instant) => {
    expect(instantFlag(text)).toBe(instant)
  })

  test.each(['', 'tomorrow', '2', '2026', '2026-13-01', '2026-03-02 18:00', '2026-03-02T25:00Z', '02.03.2026'])(
    '%j is wrong use',
    (text) => {
      expect(() => instantFlag(text)).toThrow('date and time, as 2026-03-02T18:00Z')
    },
  )
})
