import { describe, expect, test } from 'vitest'
import { changedFields, takenBack } from './changed-fields.ts'

const OPENED = { note: 'ask', pay: { amount: 1 }, time: '10:00', zone: 'Europe/Berlin' }
const GROUPS = [['time', 'zone']] as const

describe('what a form changed', () => {
  test.each([
    [{}, {}],
    [{ note: 'call' }, { note: 'call' }],
    [{ pay: { amount: 1 } }, {}],
    [{ pay: { amount: 2 } }, { pay: { amount: 2 } }],
    [{ time: '11:00' }, { time: '11:00', zone: 'Europe/Berlin' }],
  ])('%j', (typed, expected) => {
    expect(changedFields(OPENED, { ...OPENED, ...typed }, GROUPS)).toEqual(expected)
  })
})

describe('taking a change back', () => {
  const change = { before: OPENED, after: { ...OPENED, note: 'call', time: '11:00' }, groups: GROUPS }

  test('brings the changed fields back and leaves what somebody else changed since', () => {
    const now = { ...change.after, pay: { amount: 9 } }
    expect(takenBack(change, now)).toEqual({ ...OPENED, pay: { amount: 9 } })
  })

  test('leaves a field that was changed once more, with what belongs to it', () => {
    const now = { ...change.after, zone: 'Asia/Tokyo' }
    expect(takenBack(change, now)).toEqual({ ...now, note: 'ask' })
  })
})
