import { expect, test } from 'vitest'
import { storedHalfTyped } from './half-typed.ts'

function storageOf(stored: Record<string, string> = {}, isFull = false): Storage {
  const held = new Map(Object.entries(stored))
  return {
    get length() {
      return held.size
    },
    clear: () => held.clear(),
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem: (key, value) => {
      if (isFull) throw new DOMException('No room', 'QuotaExceededError')
      held.set(key, value)
    },
  }
}

test('what was typed comes again over the value that it was typed over, and over no other', () => {
  const storage = storageOf()
  storedHalfTyped(storage, 'here').keep('item start', { text: '202', value: '2019' })
  const again = storedHalfTyped(storage, 'here')
  expect([again.read('item start', '2019'), again.read('item start', '2020'), again.read('item end', '2019')]).toEqual([
    '202',
    null,
    null,
  ])
  expect([again.hasAny('item '), again.hasAny('other ')]).toEqual([true, false])
  expect(storedHalfTyped(storage, 'elsewhere').hasAny('')).toBe(false)
})

test('what can be stored leaves nothing behind, and what waits in other fields stays', () => {
  const storage = storageOf()
  const typed = storedHalfTyped(storage, 'here')
  typed.keep('a', { text: '1', value: '' })
  typed.keep('b', { text: '2', value: '' })
  typed.keep('a', null)
  expect([typed.read('a', ''), typed.read('b', '')]).toEqual([null, '2'])
  typed.keep('b', null)
  expect(storage.length).toBe(0)
})

test.each(['{', '{"a":1}', '[{"field":1}]', '"x"'])('%s is nothing that was typed', (stored) => {
  const typed = storedHalfTyped(storageOf({ here: stored }), 'here')
  expect([typed.read('a', ''), typed.hasAny('')]).toEqual([null, false])
})

test('without room nothing is kept, and typing goes on', () => {
  const typed = storedHalfTyped(storageOf({}, true), 'here')
  expect(() => typed.keep('a', { text: '1', value: '' })).not.toThrow()
  expect(typed.read('a', '')).toBeNull()
})

test('fields that are gone do not fill the machine', () => {
  const typed = storedHalfTyped(storageOf(), 'here')
  for (let at = 0; at < 300; at += 1) typed.keep(`field ${at}`, { text: 'x', value: '' })
  expect([typed.read('field 0', ''), typed.read('field 299', '')]).toEqual([null, 'x'])
})
