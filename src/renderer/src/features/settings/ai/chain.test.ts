import { expect, test } from 'vitest'
import { moved, switched, wholeChain } from './chain.ts'

const ids = (chain: ReturnType<typeof wholeChain>) => chain.map(({ id, isOn }) => `${id}${isOn ? '+' : ''}`).join(' ')

test('a short order is filled up with what is off', () => {
  expect(ids(wholeChain([{ id: 'google', isOn: true }]))).toBe('google+ groq openai anthropic compatible')
})

test('one moves up or down, and stays at an end', () => {
  const chain = wholeChain([{ id: 'groq', isOn: true }])
  expect(ids(moved(chain, { id: 'groq', by: 1 }))).toBe('openai groq+ anthropic google compatible')
  expect(ids(moved(chain, { id: 'groq', by: -1 }))).toBe(ids(chain))
  expect(ids(moved(chain, { id: 'compatible', by: 1 }))).toBe(ids(chain))
})

test('one is switched where it stands', () => {
  expect(ids(switched([{ id: 'groq', isOn: true }], { id: 'openai', isOn: true }))).toBe(
    'groq+ openai+ anthropic google compatible',
  )
})
