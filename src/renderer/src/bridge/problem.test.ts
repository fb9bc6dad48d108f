import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { describeProblem } from './problem.ts'

test('an internal failure shows the id under which the log has it', () => {
  const problem = describeProblem(new ORPCError('INTERNAL', { message: 'Boom', data: { logId: 'a1b2' } }))
  expect(problem).toEqual({ title: 'Something went wrong', message: 'Boom', logId: 'a1b2' })
})

test.each([[new TypeError('Failed to fetch')], ['text'], [undefined]])(
  'what is no answer at all reads as a lost connection (%s)',
  (error) => {
    expect(describeProblem(error).title).toBe('The app does not answer')
  },
)

test.each([[null], ['x'], [{ logId: 7 }], [{}]])('odd error data (%j) gives no log id', (data) => {
  expect(describeProblem(new ORPCError('INTERNAL', { data })).logId).toBeNull()
})

test('what was not finished says why and what to do then', () => {
  const data = { problem: 'memory', reason: 'Too much. Make it shorter.' }
  expect(describeProblem(new ORPCError('WORK_ENDED', { message: 'It ended.', data }))).toEqual({
    title: 'It was not finished',
    message: 'Too much. Make it shorter.',
    logId: null,
  })
  expect(describeProblem(new ORPCError('WORK_ENDED', { message: 'It ended.', data: {} })).message).toBe('It ended.')
})
