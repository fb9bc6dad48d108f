import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Career, careerSchema, type CareerView } from '#shared/career.ts'
import { createCareerKeeper } from './career-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const EMPTY = careerSchema.parse({})
const viewOf = (career: Career, version: number): CareerView => ({
  career,
  version,
  updatedAt: version,
  isEmpty: false,
  hints: [],
})

/** A core with one stored career, as the contract promises it. */
function core() {
  let stored = viewOf(EMPTY, 0)
  const failures: Error[] = []
  return {
    stored: () => stored,
    /** Another window writes. */
    write: (parts: Partial<Career>) => {
      stored = viewOf({ ...stored.career, ...parts }, stored.version + 1)
      return stored
    },
    failNext: (error: Error) => void failures.push(error),
    save: async ({ career, version }: { readonly career: Career; readonly version: number }) => {
      await Promise.resolve()
      const failure = failures.shift()
      if (failure !== undefined) throw failure
      if (version !== stored.version) return { stale: stored }
      stored = viewOf(careerSchema.parse(career), version + 1)
      return { view: stored }
    },
  }
}

function keeperOf(host: ReturnType<typeof core>) {
  const problems: unknown[] = []
  const keeper = createCareerKeeper({
    first: host.stored(),
    save: host.save,
    onProblem: (problem) => void problems.push(problem),
    restMs: 400,
  })
  return { keeper, problems }
}

const named = (name: string) => (career: Career) => ({ ...career, person: { ...career.person, name } })
const about = (summary: string) => (career: Career) => ({ ...career, summary })

test('what is written is stored once it rests', async () => {
  const host = core()
  const { keeper } = keeperOf(host)
  keeper.change(named('A'))
  keeper.change(named('Ana '))
  expect(keeper.current()).toMatchObject({ state: 'idle', career: { person: { name: 'Ana ' } } })
  await vi.advanceTimersByTimeAsync(400)
  expect(host.stored()).toMatchObject({ version: 1, career: { person: { name: 'Ana' } } })
  expect(keeper.current()).toMatchObject({ state: 'saved', updatedAt: 1, career: { person: { name: 'Ana' } } })
})

test('what is written while it is being stored is stored next', async () => {
  const host = core()
  const { keeper } = keeperOf(host)
  keeper.change(named('Ana'))
  keeper.flush()
  keeper.change(about('Cook.'))
  await vi.advanceTimersByTimeAsync(400)
  expect(host.stored()).toMatchObject({ version: 2, career: { person: { name: 'Ana' }, summary: 'Cook.' } })
})

test('another window’s change of something else is joined without a question', async () => {
  const host = core()
  const { keeper } = keeperOf(host)
  keeper.change(named('Ana'))
  host.write({ summary: 'Theirs.' })
  await vi.advanceTimersByTimeAsync(400)
  expect(host.stored().career).toMatchObject({ person: { name: 'Ana' }, summary: 'Theirs.' })
  expect(keeper.current()).toMatchObject({ state: 'saved', conflicts: [], career: { summary: 'Theirs.' } })
})

test.each([
  ['mine', 'Mine.'],
  ['theirs', 'Theirs.'],
] as const)('the same in two ways waits for a choice: %s', async (side, summary) => {
  const host = core()
  const { keeper } = keeperOf(host)
  keeper.change(about('Mine.'))
  host.write({ summary: 'Theirs.' })
  await vi.advanceTimersByTimeAsync(400)
  expect(keeper.current()).toMatchObject({ state: 'conflict', conflicts: ['Summary'], career: { summary: 'Mine.' } })
  // What is written meanwhile waits, too.
  keeper.change(named('Ana'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(host.stored().career.summary).toBe('Theirs.')

  expect(keeper.resolve(side).summary).toBe('Mine.')
  await vi.advanceTimersByTimeAsync(400)
  expect(host.stored().career).toMatchObject({ summary, person: { name: 'Ana' } })
  expect(keeper.current()).toMatchObject({ state: 'saved', conflicts: [] })
})

test('a change that is heard of is shown at once when nothing is unsaved', () => {
  const host = core()
  const { keeper } = keeperOf(host)
  keeper.heard(host.write({ summary: 'Theirs.' }))
  expect(keeper.current().career.summary).toBe('Theirs.')
})

test('a failure keeps what was written, and the next try stores it', async () => {
  const host = core()
  const { keeper, problems } = keeperOf(host)
  host.failNext(new Error('gone'))
  keeper.change(named('Ana'))
  await vi.advanceTimersByTimeAsync(400)
  expect(keeper.current()).toMatchObject({ state: 'failed', career: { person: { name: 'Ana' } } })
  expect(problems).toHaveLength(1)
  keeper.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(host.stored().career.person.name).toBe('Ana')
})
