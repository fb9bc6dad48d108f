import { expect, test } from 'vitest'
import { runSchema, type Run, type RunState } from '#shared/discovery.ts'
import { isActiveRun, withRun } from './run-cache.ts'

function run(id: string, state: RunState, found = 0): Run {
  const counts = { found, new: found, updated: 0, duplicate: 0, rejected: 0 }
  return runSchema.parse({
    id,
    taskId: id,
    trigger: 'manual',
    slotAt: null,
    state,
    startedAt: 1,
    finishedAt: null,
    sources: [],
    ...counts,
  })
}

test('a run we have not heard of goes to the front', () => {
  expect(withRun([run('a', 'completed')], run('b', 'running')).map((item) => item.id)).toEqual(['b', 'a'])
})

test('a known run is replaced where it stands, so history does not jump', () => {
  const runs = [run('b', 'completed'), run('a', 'running', 1)]
  expect(withRun(runs, run('a', 'cancelled', 7)).map((item) => [item.id, item.state, item.found])).toEqual([
    ['b', 'completed', 0],
    ['a', 'cancelled', 7],
  ])
})

test.each([
  ['queued', true],
  ['running', true],
  ['completed', false],
  ['partial', false],
  ['failed', false],
  ['cancelled', false],
] as const)('%s counts as active: %s', (state, expected) => {
  expect(isActiveRun(run('a', state))).toBe(expected)
})

test('an answer that an event overtook does not bring a finished run back to life', () => {
  const over = [run('a', 'cancelled', 7)]
  expect(withRun(over, run('a', 'running', 5))).toEqual(over)
  expect(withRun([run('a', 'running', 5)], run('a', 'cancelled', 7))).toEqual(over)
})
