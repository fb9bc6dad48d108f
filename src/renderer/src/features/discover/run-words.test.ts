import { expect, test } from 'vitest'
import { runSchema, SOURCE_RUN_STATES, type Run, type RunState, type SourceRunState } from '#shared/discovery.ts'
import { isFinished, reasonWord, runProgress, runSummary } from './run-words.ts'

function run(state: RunState, sources: readonly SourceRunState[], found = 0): Run {
  const counts = { found, new: found, updated: 0, duplicate: 0, rejected: 0 }
  return runSchema.parse({
    id: 'r',
    taskId: 't',
    trigger: 'manual',
    slotAt: null,
    state,
    startedAt: 1,
    finishedAt: null,
    ...counts,
    sources: sources.map((sourceState, index) => ({
      sourceId: `source-${index}`,
      sourceName: `Source ${index}`,
      state: sourceState,
      ...counts,
      reasons: {},
      closed: 0,
      requests: 0,
      plannedRequests: null,
      bytes: 0,
      problem: null,
      message: null,
      nextTryAt: null,
      startedAt: null,
      finishedAt: null,
    })),
  })
}

test.each([
  [run('queued', ['queued']), 'Starting…'],
  [run('running', ['ok', 'running', 'queued'], 1234), 'Reading 3 sources: 1 done, 1,234 new jobs so far.'],
  [run('running', ['running'], 1), 'Reading 1 source: 0 done, 1 new job so far.'],
  [run('completed', ['ok'], 5), 'All sources read: 5 new jobs.'],
  [run('completed', ['ok', 'empty']), 'All sources read. Nothing new this time.'],
  [
    run('partial', ['ok', 'error', 'blocked'], 5),
    '5 new jobs, but not every source could be read. Source 1 and Source 2 failed.',
  ],
  [run('partial', ['ok', 'skipped'], 5), '5 new jobs, but not every source could be read.'],
  [run('failed', ['error']), 'No source could be read. Source 0 failed.'],
  [run('cancelled', ['ok', 'cancelled'], 2), 'Cancelled. 2 new jobs kept.'],
])('a run in one sentence (%#)', (value, expected) => {
  expect(runSummary(value, 'en')).toBe(expected)
})

test('only queued and running sources are unfinished', () => {
  expect(SOURCE_RUN_STATES.filter((state) => !isFinished({ state }))).toEqual(['queued', 'running'])
})

test('progress counts sources that are over, whatever came of them', () => {
  expect(runProgress(run('running', ['ok', 'error', 'skipped', 'running']))).toEqual({ done: 3, all: 4 })
})

test('a reason from a newer core is readable, too', () => {
  expect(reasonWord('outside_roles')).toBe('outside your roles')
  expect(reasonWord('some_new_reason')).toBe('some new reason')
})
