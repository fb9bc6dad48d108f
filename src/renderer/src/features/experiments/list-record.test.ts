import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { jobIdSchema } from '#shared/ids.ts'
import { createListRecord, isOfExperiment } from './list-record.ts'

const LIST = 'experiment-1-a-2026-11-29'
const row = (id: number) => ({ jobId: jobIdSchema.parse(id), position: id })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function recording(answers: readonly boolean[] = []) {
  const sent: unknown[] = []
  const record = createListRecord({
    listId: LIST,
    send: (seen) => {
      const isTaken = answers[sent.length] ?? true
      sent.push(seen)
      return isTaken ? Promise.resolve() : Promise.reject(new Error('gone'))
    },
  })
  return { record, sent }
}

test('only lists of an experiment are told of', () => {
  expect(isOfExperiment(LIST)).toBe(true)
  expect(isOfExperiment('0b5d3c1e-9a5f')).toBe(false)
})

test('rows are sent together after a moment, each job once', () => {
  const { record, sent } = recording()
  record.shown(row(1))
  record.shown(row(2))
  record.shown(row(1))
  expect(sent).toEqual([])
  vi.advanceTimersByTime(2_000)
  expect(sent).toEqual([{ listId: LIST, shown: [row(1), row(2)], opened: null }])
  record.shown(row(2))
  record.flush()
  expect(sent).toHaveLength(1)
})

test('what was opened goes at once, with the rows that wait and as a row itself', () => {
  const { record, sent } = recording()
  record.shown(row(1))
  record.opened(row(3), 3_050)
  expect(sent).toEqual([{ listId: LIST, shown: [row(1), row(3)], opened: { jobId: row(3).jobId, dwellMs: 3_050 } }])
  vi.advanceTimersByTime(5_000)
  expect(sent).toHaveLength(1)
})

test('rows that could not be sent go with the next ones', async () => {
  const { record, sent } = recording([false])
  record.shown(row(1))
  record.flush()
  await vi.advanceTimersByTimeAsync(0)
  record.shown(row(2))
  record.flush()
  expect(sent.at(-1)).toEqual({ listId: LIST, shown: [row(1), row(2)], opened: null })
})

test('no bundle is larger than the core takes', () => {
  const { record, sent } = recording()
  for (let id = 1; id <= 250; id += 1) record.shown(row(id))
  record.flush()
  record.flush()
  expect(sent).toMatchObject([{ shown: { length: 200 } }, { shown: { length: 50 } }])
})
