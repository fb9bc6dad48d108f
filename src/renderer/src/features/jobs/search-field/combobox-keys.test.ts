import { describe, expect, it } from 'vitest'
import { keyMeaning } from './combobox-keys.ts'

const shown = { isShown: true, active: null, count: 3 }
const hidden = { isShown: false, active: null, count: 0 }

describe('keyMeaning', () => {
  it.each([
    ['Enter', shown, { kind: 'leave', isSearch: true }],
    ['Enter', { ...shown, active: 1 }, { kind: 'take', index: 1 }],
    ['Enter', hidden, { kind: 'leave', isSearch: true }],
    ['Escape', shown, { kind: 'close' }],
    ['Escape', { ...shown, active: 2 }, { kind: 'close' }],
    ['Escape', hidden, { kind: 'leave', isSearch: false }],
    ['ArrowDown', shown, { kind: 'mark', index: 0 }],
    ['ArrowDown', { ...shown, active: 0 }, { kind: 'mark', index: 1 }],
    ['ArrowDown', { ...shown, active: 2 }, { kind: 'mark', index: null }],
    ['ArrowDown', hidden, { kind: 'leave', isSearch: true }],
    ['ArrowUp', shown, { kind: 'mark', index: 2 }],
    ['ArrowUp', { ...shown, active: 0 }, { kind: 'mark', index: null }],
    ['ArrowUp', hidden, null],
    ['Tab', shown, null],
    ['Home', shown, null],
    ['j', shown, null],
  ] as const)('%s with %o', (key, state, meaning) => {
    expect(keyMeaning({ key, altKey: false }, state)).toEqual(meaning)
  })

  it('Alt and Arrow down show the list again', () => {
    expect(keyMeaning({ key: 'ArrowDown', altKey: true }, hidden)).toEqual({ kind: 'open' })
  })
})
