import { expect, test } from 'vitest'
import { IDLE, type Told, wrote } from './writing-state.ts'

const asked = { type: 'asked', provider: 'groq', model: 'm', callId: 1, reason: '' } as const
const after = (...told: readonly Told[]) => told.reduce(wrote, IDLE)

test('what one provider wrote goes when the next is asked', () => {
  const state = after(
    { type: 'begun' },
    asked,
    { type: 'text', text: 'Half' },
    { ...asked, provider: 'openai', callId: 2, reason: 'broke' },
    { type: 'text', text: 'Whole' },
  )
  expect(state).toMatchObject({ step: 'writing', text: 'Whole' })
  expect(state.asked.map(({ provider }) => provider)).toEqual(['groq', 'openai'])
})

test.each([
  [
    [{ type: 'begun' }, { type: 'stopping' }, { type: 'stopped', callId: 1, text: 'Half', result: null }],
    'stopped',
    'Half',
  ],
  [[{ type: 'begun' }, asked, { type: 'text', text: 'a' }, { type: 'ended' }], 'stopped', 'a'],
  [[{ type: 'begun' }, { type: 'failed', error: 'x' }, { type: 'ended' }], 'failed', ''],
  [[{ type: 'begun' }, { type: 'forgotten' }, { type: 'stopping' }], 'idle', ''],
] as const)('%j ends as %s', (told, step, text) => {
  expect(after(...told)).toMatchObject({ step, text })
})
