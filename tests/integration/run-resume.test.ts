import { describe, expect, test } from 'vitest'
import { BATCH_SIZE } from '#main/domains/jobs/runs/collect-source.ts'
import { manifest as greenhouse } from '#main/domains/jobs/sources/greenhouse/manifest.ts'
import { boardSource } from '#main/domains/jobs/sources/boards.ts'
import type { SourceRun } from '#shared/discovery.ts'
import { ask, only, scripted, scriptedRuns } from '../support/scripted-runs.ts'

/** A run that was killed goes on where its last stored batch ended, whatever has changed meanwhile. */

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`)

function expectToAddUp(source: SourceRun): void {
  expect(source.found).toBe(source.new + source.updated + source.duplicate + source.rejected)
  const reasons = Object.values(source.reasons).reduce((sum, count) => sum + count, 0)
  expect(reasons).toBe(source.duplicate + source.rejected)
}

/** One board; what stands on it can be changed. */
function board(start: readonly string[], world = scriptedRuns()) {
  let listed = start
  world.employers.add({ kind: 'greenhouse', slug: 'acme', variant: null, name: 'Acme', url: '' })
  world.employers.setOn({
    boards: world.employers.list().filter(({ origin }) => origin === 'starter'),
    isOn: false,
  })
  world.putSource(
    boardSource({
      manifest: greenhouse,
      parse: () => [],
      readPage: () => Promise.resolve({ items: listed.map((id) => scripted(id)), next: null }),
    }),
  )
  return { world, list: (next: readonly string[]) => (listed = next) }
}

describe('a run that was killed in the middle of a page', () => {
  test('counts every posting of the page once', async () => {
    const { world } = board(ids('a', 35))
    const killed = await world.run(['greenhouse'], { batches: 2 })
    expect(only(killed)).toMatchObject({ state: 'running', found: 2 * BATCH_SIZE, new: 2 * BATCH_SIZE })
    const source = only(await world.goOn(killed))
    expect(source).toMatchObject({ state: 'ok', found: 35, new: 35, duplicate: 0 })
    expectToAddUp(source)
  })

  test('closes what went from the list, and nothing that moved up on it while the run was down', async () => {
    const all = ids('a', 35)
    const { world, list } = board(all)
    await world.run(['greenhouse'])
    const killed = await world.run(['greenhouse'], { batches: 2 })
    list(all.slice(3))
    await world.clock.advance(60_000)
    const source = only(await world.goOn(killed))
    expectToAddUp(source)
    // Seen before they went: the next run finds them missing.
    expect(source.closed).toBe(0)
    expect(world.titles('closed')).toEqual([])
    expect(only(await world.run(['greenhouse'])).closed).toBe(3)
    expect(world.titles('closed')).toEqual(all.slice(0, 3).map((id) => `Engineer ${id}`))
  })

  test('takes what came to the top of the page meanwhile', async () => {
    const { world, list } = board(ids('a', 25))
    const killed = await world.run(['greenhouse'], { batches: 2 })
    list([...ids('b', 4), ...ids('a', 25)])
    const source = only(await world.goOn(killed))
    expect(source).toMatchObject({ new: 29, duplicate: 4 })
    expectToAddUp(source)
  })

  test('tells a problem of the page once', async () => {
    const world = scriptedRuns()
    const problem = { code: 'timeout', message: 'A part of it did not answer' } as const
    world.put('feed', () =>
      Promise.resolve({ items: ids('a', 25).map((id) => scripted(id)), nextCursor: null, problem }),
    )
    const killed = await world.run(['feed'], { batches: 1 })
    expect(only(await world.goOn(killed)).message).toBe(problem.message)
  })
})

describe('a run that was killed between two pages of a board', () => {
  test('closes nothing on that board, whose pages may have shifted meanwhile, and everything that is gone at the next one', async () => {
    const all = ids('a', 20)
    let listed: readonly string[] = all
    const { world } = board(all)
    world.putSource(
      boardSource({
        manifest: greenhouse,
        parse: () => [],
        readPage: (_context, { cursor }) => {
          const from = Number(cursor ?? 0)
          const items = listed.slice(from, from + 10).map((id) => scripted(id))
          return Promise.resolve({ items, next: from + 10 < listed.length ? String(from + 10) : null })
        },
      }),
    )
    await world.run(['greenhouse'])
    const killed = await world.run(['greenhouse'], { batches: 1 })
    listed = all.slice(2)
    expect(only(await world.goOn(killed))).toMatchObject({ state: 'ok', closed: 0 })
    expect(only(await world.run(['greenhouse'])).closed).toBe(2)
    expect(world.titles('closed')).toEqual(['Engineer a000', 'Engineer a001'])
  })
})

describe('a run whose wishes changed while it was down', () => {
  test('begins the source anew', async () => {
    const world = scriptedRuns()
    const asked: (string | null)[] = []
    world.put('paged', (context, cursor) => {
      asked.push(cursor)
      const items = ids(context.plan.countries[0] ?? 'x', 5).map((id) => scripted(`${id} ${cursor ?? 'first'}`))
      return Promise.resolve({ items, nextCursor: cursor === null ? 'second' : null, problem: null })
    })
    const killed = await world.run(['paged'], { batches: 1 })
    world.set({ targetCountries: ['DE'] })
    const source = only(await world.goOn(killed))
    expect(asked).toEqual([null, 'second', null, 'second'])
    expect(source).toMatchObject({ state: 'ok', new: 15 })
    expectToAddUp(source)
  })
})

describe('a run with an allowance', () => {
  const paged = (world: ReturnType<typeof scriptedRuns>, pages: number) => {
    world.put('metered', async (context, cursor) => {
      const page = Number(cursor ?? 0)
      await ask(context)
      return {
        items: ids(`p${page}-`, 3).map((id) => scripted(id)),
        nextCursor: page + 1 < pages ? String(page + 1) : null,
        problem: null,
      }
    })
  }

  test('that was killed after its last request ends as one that stopped there, not as one that had none', async () => {
    const world = scriptedRuns()
    paged(world, 5)
    world.allow({ perRun: 2, used: 0 })
    const killed = await world.run(['metered'], { batches: 2 })
    expect(only(killed)).toMatchObject({ state: 'running', requests: 2 })
    const source = only(await world.goOn(killed))
    expect(source).toMatchObject({ state: 'ok', problem: null, new: 6, requests: 2, plannedRequests: 2 })
    expect(source.message).toContain('the next run goes on')
  })

  test('that was killed on its very last page is done', async () => {
    const world = scriptedRuns()
    paged(world, 2)
    world.allow({ perRun: 2, used: 0 })
    const killed = await world.run(['metered'], { batches: 2 })
    expect(only(await world.goOn(killed))).toMatchObject({ state: 'ok', message: null, new: 6, requests: 2 })
  })

  test('gets no more for being killed', async () => {
    const world = scriptedRuns()
    paged(world, 5)
    world.allow({ perRun: 3, used: 0 })
    const killed = await world.run(['metered'], { batches: 2 })
    expect(only(await world.goOn(killed)).requests).toBe(3)
  })

  test('and no request left says so and asks nothing', async () => {
    const world = scriptedRuns()
    paged(world, 2)
    world.allow({ perRun: 0, used: 100 })
    expect(only(await world.run(['metered']))).toMatchObject({ state: 'quota', problem: 'quota_used', requests: 0 })
  })
})

test('a run that brought exactly as many new postings as it may has not been cut short', async () => {
  const world = scriptedRuns()
  world.set({ maxPostingsPerRun: 20 })
  world.put('feed', () =>
    Promise.resolve({ items: ids('a', 20).map((id) => scripted(id)), nextCursor: null, problem: null }),
  )
  expect(only(await world.run(['feed']))).toMatchObject({ state: 'ok', new: 20, message: null })
})
