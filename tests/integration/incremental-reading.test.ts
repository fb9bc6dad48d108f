import { describe, expect, test } from 'vitest'
import { rejected } from '#main/domains/jobs/sources/parts/item.ts'
import type { ParsedItem, SourcePage } from '#main/domains/jobs/sources/source.ts'
import { ask, only, scripted, scriptedRuns } from '../support/scripted-runs.ts'

/** What a reading may leave out because an earlier one had it, and what it makes of finding nothing. */

const unwanted = (count: number): ParsedItem[] =>
  Array.from({ length: count }, () => rejected('outside_roles', 'not asked for'))
const postings = (...ids: string[]): ParsedItem[] => ids.map((id) => scripted(id))

/** A source of pages, the newest first, that is left as soon as a page is known; says which pages were asked for. */
function newestFirst() {
  const world = scriptedRuns()
  let pages: readonly Partial<SourcePage>[] = []
  let asked: number[] = []
  let since: number | null = null
  world.put('newest', async (context, cursor) => {
    await ask(context)
    const page = Number(cursor ?? 0)
    asked.push(page)
    since = context.since
    const nextCursor = page + 1 < pages.length ? String(page + 1) : null
    return { items: [], nextCursor, cursorWhenAllKnown: null, problem: null, ...pages[page] }
  })
  return {
    world,
    run: async (...shown: readonly (readonly ParsedItem[] | Partial<SourcePage>)[]) => {
      pages = shown.map((page) => ('length' in page ? { items: page } : page))
      asked = []
      const source = only(await world.run(['newest']))
      return { source, asked, since }
    },
  }
}

describe('a source whose newest come first', () => {
  test('is left at a page of postings that were known before', async () => {
    const { run } = newestFirst()
    await run(postings('a', 'b'), postings('c', 'd'))
    expect((await run(postings('a', 'b'), postings('c', 'd'))).asked).toEqual([0])
    expect((await run([...unwanted(5), ...postings('a')], postings('b', 'c'))).asked).toEqual([0])
  })

  test('is not left at a page of which nothing was wanted: what is behind it may be new', async () => {
    const { run } = newestFirst()
    await run(postings('a', 'b'), postings('c', 'd'))
    const { source, asked } = await run(unwanted(10), postings('x', 'a'), postings('b', 'c'), postings('d'))
    expect(asked).toEqual([0, 1, 2])
    expect(source.new).toBe(1)
  })

  test('is not left at a page whose postings this very run brought: another query had them', async () => {
    const { run } = newestFirst()
    await run(postings('a'))
    const { source, asked } = await run(postings('x', 'y'), postings('y', 'x'), postings('z', 'a'))
    expect(asked).toEqual([0, 1, 2])
    expect(source.new).toBe(3)
  })

  test('is read whole again when the wishes have changed: what they left out before may fit now', async () => {
    const { world, run } = newestFirst()
    await run(postings('a', 'b'), postings('c'))
    expect((await run(postings('a', 'b'), postings('c'))).since).not.toBeNull()
    world.set({ targetCountries: ['FI'] })
    const changed = await run(postings('a', 'b'), postings('c', 'd'))
    expect([changed.asked, changed.since, changed.source.new]).toEqual([[0, 1], null, 1])
    expect((await run(postings('a', 'b'), postings('c', 'd'))).asked).toEqual([0])
  })

  test('is read whole again after a reading of which a part failed', async () => {
    const { run } = newestFirst()
    await run(postings('a'), { items: [], problem: { code: 'timeout', message: 'no answer' } }, postings('c'))
    expect((await run(postings('a'), postings('b'), postings('c'))).asked).toEqual([0, 1, 2])
  })

  test('that was killed goes on to what is new behind the pages that it had stored, which have moved on meanwhile', async () => {
    const { world, run } = newestFirst()
    await run(postings('a', 'b'))
    let pages = [postings('p', 'q'), postings('r', 's'), postings('t', 'a')]
    world.put('newest', async (context, cursor) => {
      await ask(context)
      const page = Number(cursor ?? 0)
      const nextCursor = page + 1 < pages.length ? String(page + 1) : null
      return { items: pages[page] ?? [], nextCursor, cursorWhenAllKnown: null, problem: null }
    })
    const killed = await world.run(['newest'], { batches: 1 })
    pages = [postings('m', 'n'), postings('p', 'q'), postings('r', 's'), postings('t', 'a')]
    expect(only(await world.goOn(killed))).toMatchObject({ state: 'ok', new: 5 })
  })
})

describe('a source that finds nothing', () => {
  const readings = async (counts: readonly number[], world = scriptedRuns()) => {
    let count = 0
    world.put('feed', async (context) => {
      await ask(context)
      const items = Array.from({ length: count }, (_, index) => scripted(`f${index}`))
      return { items, nextCursor: null, problem: null }
    })
    let source = null
    for (count of counts) source = only(await world.run(['feed']))
    return source
  }

  test.each<[string, number[]]>([
    ['the same few every time', [8, 8, 8, 0]],
    ['many, now more and now fewer', [40, 12, 31, 0]],
  ])('and always had %s is flagged', async (_, counts) => {
    expect(await readings(counts)).toMatchObject({ state: 'empty', problem: 'drift' })
  })

  test.each<[string, number[]]>([
    ['a handful, now more and now fewer: what a few hours bring', [9, 2, 4, 0]],
    ['one or two', [1, 2, 1, 0]],
    ['some for a few readings only', [9, 9, 0]],
  ])('and had %s is not', async (_, counts) => {
    expect(await readings(counts)).toMatchObject({ state: 'empty', problem: null })
  })

  test('is not flagged for what it had under other wishes', async () => {
    const world = scriptedRuns()
    await readings([30, 30, 30], world)
    world.set({ targetCountries: ['FI'] })
    expect(await readings([0], world)).toMatchObject({ state: 'empty', problem: null })
    world.set({ targetCountries: [] })
    expect(await readings([0], world)).toMatchObject({ problem: 'drift' })
  })
})

describe('the cadence of a source', () => {
  test('counts from its last request, not from a run that had nothing to ask it with', async () => {
    const world = scriptedRuns()
    world.put('feed', () => Promise.resolve({ items: postings('a'), nextCursor: null, problem: null }))
    await world.run(['feed'])
    expect(world.runs.lastStartOf('feed')).toBeNull()
    world.put('feed', async (context) => {
      await ask(context)
      return { items: postings('a'), nextCursor: null, problem: null }
    })
    const asked = only(await world.run(['feed']))
    expect(world.runs.lastStartOf('feed')).toBe(asked.startedAt)
  })
})
