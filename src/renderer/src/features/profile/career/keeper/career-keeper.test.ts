import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Career, careerSchema, type CareerView } from '#shared/career.ts'
import type { CareerDrafts } from './career-drafts.ts'
import { createCareerKeeper, RETRY_AFTER_MS } from './career-keeper.ts'

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

/** What this machine keeps, over visits. */
function machine() {
  let kept: ReturnType<CareerDrafts['read']> = null
  return {
    read: () => kept,
    keep: (draft) => {
      kept = structuredClone(draft)
      return true
    },
    drop: () => {
      kept = null
    },
  } satisfies CareerDrafts
}

function keeperOf(host: ReturnType<typeof core>, drafts: CareerDrafts = machine()) {
  const problems: unknown[] = []
  const keeper = createCareerKeeper({
    first: host.stored(),
    drafts,
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

  keeper.resolve(side)
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

test('taking the choice back brings mine again where both collided, and leaves the rest of theirs', async () => {
  const host = core()
  const { keeper } = keeperOf(host)
  keeper.change(about('Mine.'))
  host.write({ summary: 'Theirs.', person: { ...EMPTY.person, city: 'Berlin' } })
  await vi.advanceTimersByTimeAsync(400)
  const takeBack = keeper.resolve('theirs')
  keeper.change(named('Ana'))
  keeper.change(takeBack)
  await vi.advanceTimersByTimeAsync(400)
  expect(host.stored().career).toMatchObject({ summary: 'Mine.', person: { city: 'Berlin', name: 'Ana' } })
})

test('a failure is tried again by itself, and told once', async () => {
  const host = core()
  const { keeper, problems } = keeperOf(host)
  host.failNext(new Error('gone'))
  host.failNext(new Error('gone'))
  keeper.change(named('Ana'))
  await vi.advanceTimersByTimeAsync(400 + 2 * RETRY_AFTER_MS)
  expect(host.stored().career.person.name).toBe('Ana')
  expect(problems).toHaveLength(1)
})

describe('what is left of an earlier visit', () => {
  test('is stored at the next one, and then no longer kept here', async () => {
    const host = core()
    const drafts = machine()
    const { keeper } = keeperOf(host, drafts)
    host.failNext(new Error('gone'))
    keeper.change(named('Ana'))
    keeper.close()
    await vi.advanceTimersByTimeAsync(10 * RETRY_AFTER_MS)
    expect([host.stored().version, drafts.read()?.career.person.name]).toEqual([0, 'Ana'])

    const next = keeperOf(host, drafts).keeper
    expect(next.current()).toMatchObject({ state: 'saving', career: { person: { name: 'Ana' } } })
    await vi.advanceTimersByTimeAsync(0)
    expect(host.stored().career.person.name).toBe('Ana')
    expect([next.current().state, drafts.read()]).toEqual(['saved', null])
  })

  test('joins with what was written since', async () => {
    const host = core()
    const drafts = machine()
    const { keeper } = keeperOf(host, drafts)
    host.failNext(new Error('gone'))
    keeper.change(named('Ana'))
    keeper.close()
    await vi.advanceTimersByTimeAsync(0)
    host.write({ summary: 'Theirs.' })
    keeperOf(host, drafts)
    await vi.advanceTimersByTimeAsync(0)
    expect(host.stored().career).toMatchObject({ person: { name: 'Ana' }, summary: 'Theirs.' })
    expect(drafts.read()).toBeNull()
  })

  test('waits for the choice again where a conflict was left', async () => {
    const host = core()
    const drafts = machine()
    const { keeper } = keeperOf(host, drafts)
    keeper.change(about('Mine.'))
    host.write({ summary: 'Theirs.' })
    await vi.advanceTimersByTimeAsync(400)
    keeper.close()

    const next = keeperOf(host, drafts).keeper
    expect(next.current()).toMatchObject({ state: 'conflict', conflicts: ['Summary'], career: { summary: 'Mine.' } })
    next.resolve('mine')
    await vi.advanceTimersByTimeAsync(0)
    expect([host.stored().career.summary, drafts.read()]).toEqual(['Mine.', null])
  })
})
