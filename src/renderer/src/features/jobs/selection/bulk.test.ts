import { describe, expect, test } from 'vitest'
import type { JobId } from '#shared/ids.ts'
import { hidingOf, isComparable, savingOf } from './bulk.ts'

const job = (isSaved: boolean, isHidden = false) => ({ id: 1 as JobId, isSaved, isHidden })

describe('what picked jobs can be done to', () => {
  test('they are saved while one of them is not, else taken off the saved ones', () => {
    expect(savingOf([job(true), job(false)])).toEqual({
      word: 'Save 2',
      change: { isSaved: true },
      said: '2 jobs saved',
    })
    expect(savingOf([job(true)])).toEqual({
      word: 'Unsave 1',
      change: { isSaved: false },
      said: '1 job no longer saved',
    })
  })

  test('they are hidden with the reason, or shown again when all are hidden', () => {
    expect(hidingOf([job(false), job(false, true)], 'place')).toEqual({
      word: 'Hide 2',
      change: { isHidden: true, hideReason: 'place' },
      said: '2 jobs hidden',
    })
    expect(hidingOf([job(false, true)], 'place').change).toEqual({ isHidden: false })
  })

  test.each([
    [0, false],
    [1, false],
    [2, true],
    [4, true],
    [5, false],
  ])('%i jobs stand side by side: %s', (count, expected) => {
    expect(isComparable(count)).toBe(expected)
  })
})
