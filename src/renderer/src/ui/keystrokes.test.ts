import { expect, test } from 'vitest'
import { advance, keyCaps, strokeOf, type Press } from './keystrokes.ts'

function press(key: string, held: Partial<Press> = {}): Press {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

test.each([
  [press('j'), false, 'j'],
  [press('J'), false, 'j'],
  [press('J', { shiftKey: true }), false, 'shift+j'],
  [press('?', { shiftKey: true }), false, '?'],
  [press('?'), false, '?'],
  [press('Escape'), false, 'escape'],
  [press('k', { ctrlKey: true }), false, 'mod+k'],
  [press('k', { metaKey: true }), true, 'mod+k'],
])('%j (mac %s) is the stroke %s', (event, isMac, expected) => {
  expect(strokeOf(event, isMac)).toBe(expected)
})

test.each([
  ['a modifier alone', press('Shift'), false],
  ['Alt, which types other characters', press('j', { altKey: true }), false],
  ['Ctrl on macOS, which moves the caret', press('k', { ctrlKey: true }), true],
  ['the Windows key', press('k', { metaKey: true }), false],
])('%s is no stroke of ours', (_name, event, isMac) => {
  expect(strokeOf(event, isMac)).toBeNull()
})

const BINDINGS = ['j', 'g j', 'g s', 's', 'mod+k']

test('a binding of one stroke is hit at once', () => {
  expect(advance(null, 'j', BINDINGS)).toEqual({ hit: 'j', pending: null })
})

test('a binding of two strokes waits for its second', () => {
  expect(advance(null, 'g', BINDINGS)).toEqual({ hit: null, pending: 'g' })
  expect(advance('g', 's', BINDINGS)).toEqual({ hit: 'g s', pending: null })
})

test('a second stroke that fits nothing counts on its own, so a slip is not swallowed', () => {
  expect(advance('g', 'mod+k', BINDINGS)).toEqual({ hit: 'mod+k', pending: null })
  expect(advance('g', 'x', BINDINGS)).toEqual({ hit: null, pending: null })
})

test('key caps follow the platform', () => {
  expect(keyCaps('mod+k', true)).toEqual([['⌘', 'K']])
  expect(keyCaps('mod+k', false)).toEqual([['Ctrl', 'K']])
  expect(keyCaps('g j', false)).toEqual([['G'], ['J']])
  expect(keyCaps('escape', false)).toEqual([['Esc']])
})
