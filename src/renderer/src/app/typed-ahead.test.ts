import { describe, expect, test } from 'vitest'
import { NOTHING_TYPED, type TypedAhead, typedAfter } from './typed-ahead.ts'

const after = (...keys: string[]) =>
  keys.reduce<TypedAhead | null>((typed, key) => typed && typedAfter(typed, key), NOTHING_TYPED)

describe('what is typed before the field is there', () => {
  test.each<[string, string[], TypedAhead | null]>([
    ['letters, in their order', ['j', 'k', 'S'], { text: 'jkS', isEntered: false }],
    ['a space between words', ['g', ' ', 'o'], { text: 'g o', isEntered: false }],
    ['a sign outside of the basic plane is one', ['a', '😀', 'Backspace'], { text: 'a', isEntered: false }],
    ['a letter that is taken back', ['a', 'b', 'Backspace'], { text: 'a', isEntered: false }],
    ['nothing to take back', ['Backspace'], { text: '', isEntered: false }],
    ['keys that write nothing', ['ArrowDown', 'Shift', 'Tab', 'a', 'F5'], { text: 'a', isEntered: false }],
    ['Enter ends it', ['a', 'Enter'], { text: 'a', isEntered: true }],
    ['what follows Enter is of no field', ['a', 'Enter', 'b'], { text: 'a', isEntered: true }],
    ['Enter before anything chooses nothing', ['Enter', 'a'], { text: 'a', isEntered: false }],
    ['Escape gives it up', ['a', 'Escape'], null],
  ])('%s', (_name, keys, typed) => {
    expect(after(...keys)).toEqual(typed)
  })
})
