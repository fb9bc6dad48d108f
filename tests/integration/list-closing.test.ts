import { expect, test } from 'vitest'
import { type BoardPage, boardSource } from '#main/domains/jobs/sources/boards.ts'
import { manifest as greenhouse } from '#main/domains/jobs/sources/greenhouse/manifest.ts'
import { rejected } from '#main/domains/jobs/sources/parts/item.ts'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import { prepareItem } from '#main/domains/jobs/pipeline/prepare.ts'
import { only, scripted, scriptedRuns } from '../support/scripted-runs.ts'

/** When the end of a full list closes what it did not show, and when it must not. */

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`)
const titles = (which: readonly string[]) => which.map((id) => `Engineer ${id}`)
const DAY_MS = 86_400_000

/** One board, of one page unless said. */
function board() {
  const world = scriptedRuns()
  let pages: readonly BoardPage[] = []
  world.employers.setOn({ boards: world.employers.list(), isOn: false })
  world.employers.add({ kind: 'greenhouse', slug: 'acme', variant: null, name: 'Acme', url: '' })
  world.putSource(
    boardSource({
      manifest: greenhouse,
      parse: () => [],
      readPage: (_context, { cursor }) => Promise.resolve(pages[Number(cursor ?? 0)] ?? { items: [], next: null }),
    }),
  )
  const show = (...shown: readonly (readonly ParsedItem[])[]): void => {
    pages = shown.map((items, index) => ({ items, next: index + 1 < shown.length ? String(index + 1) : null }))
  }
  return {
    world,
    show,
    showPages: (shown: readonly BoardPage[]): void => {
      pages = shown
    },
    run: async () => only(await world.run(['greenhouse'])),
  }
}

test('the last posting that was wanted closes when it goes, although nothing else of its board was ever wanted', async () => {
  const { world, show, run } = board()
  world.set({ targetRoles: ['Data Engineer'] })
  const cook = scripted('c', { title: 'Cook' })
  show([scripted('d', { title: 'Data Engineer' }), cook])
  await run()
  show([cook])
  expect(await run()).toMatchObject({ closed: 1, rejected: 1 })
  expect(world.titles('closed')).toEqual(['Data Engineer'])
})

test('what no longer fits the wishes and still stands on its board stays open and up to date', async () => {
  const { world, show, run } = board()
  const welder = { title: 'Welder' }
  show([scripted('w', welder), scripted('d', { title: 'Data Engineer' })])
  await run()
  world.set({ targetRoles: ['Data Engineer'] })
  show([
    scripted('w', { ...welder, descriptionHtml: '<p>Now with night shifts.</p>' }),
    scripted('d', { title: 'Data Engineer' }),
  ])
  expect(await run()).toMatchObject({ closed: 0, updated: 1, rejected: 0 })
  expect(world.titles('closed')).toEqual([])
  show([scripted('d', { title: 'Data Engineer' }), scripted('x', { title: 'Painter' })])
  expect(await run()).toMatchObject({ closed: 1, rejected: 1 })
})

test('while an entry cannot be read, what may be behind it stays open; what was not seen for a week closes even so', async () => {
  const { world, show, run } = board()
  const all = ids('a', 3)
  show(all.map((id) => scripted(id)))
  await run()
  const broken = [rejected('no_title', 'item 0 has no title'), ...all.slice(1).map((id) => scripted(id))]
  show(broken)
  expect((await run()).closed).toBe(0)
  await world.clock.advance(5 * DAY_MS)
  expect((await run()).closed).toBe(0)
  await world.clock.advance(2 * DAY_MS)
  expect((await run()).closed).toBe(1)
  expect(world.titles('closed')).toEqual(titles(['a000']))
})

test('a posting that can be told but not be used is still there', async () => {
  const { world, show, run } = board()
  show([scripted('a'), scripted('b')])
  await run()
  show([scripted('a', { url: 'javascript:alert(1)' }), scripted('b')])
  expect(await run()).toMatchObject({ closed: 0, reasons: { no_url: 1, known: 1 } })
  expect(world.titles('closed')).toEqual([])
})

test('a clock that is set back in the middle of a run closes nothing', async () => {
  const { world, show, run } = board()
  const all = ids('a', 20)
  show(
    all.slice(0, 10).map((id) => scripted(id)),
    all.slice(10).map((id) => scripted(id)),
  )
  await run()
  const { goOn } = world
  const killed = await world.run(['greenhouse'], { batches: 1 })
  world.clock.jump(-3 * DAY_MS)
  await goOn(killed)
  await run()
  world.clock.jump(-3 * DAY_MS)
  expect(world.titles('closed')).toEqual([])
})

test('a list that says it has more than it showed is not taken for whole', async () => {
  const { world, showPages, run } = board()
  const items = ids('a', 30).map((id) => scripted(id))
  showPages([
    { items: items.slice(0, 10), next: '1', total: 30 },
    { items: items.slice(10), next: null, total: 30 },
  ])
  await run()
  showPages([
    { items: items.slice(0, 10), next: '1', total: 30 },
    { items: [], next: null, total: 30 },
  ])
  expect((await run()).closed).toBe(0)
  showPages([
    { items: items.slice(0, 10), next: '1', total: 10 },
    { items: [], next: null, total: 10 },
  ])
  expect((await run()).closed).toBe(20)
  expect(world.titles('open')).toEqual(titles(ids('a', 10)))
})

test('a board that loses many at once closes all of them in the same run, few at a time, also when it is killed meanwhile', async () => {
  const { world, show, run } = board()
  const all = ids('a', 45)
  show(all.map((id) => scripted(id)))
  await run()
  show([scripted('a000')])
  const killed = await world.run(['greenhouse'], { batches: 2 })
  expect(only(killed)).toMatchObject({ state: 'running', found: 1, closed: 20 })
  expect(only(await world.goOn(killed))).toMatchObject({ state: 'ok', found: 1, closed: 44 })
  expect(world.titles('open')).toEqual(titles(['a000']))
})

test('a run that may bring nothing new any more closes nothing on a list that it did not see to its end', async () => {
  const { world, show, run } = board()
  show(ids('z', 10).map((id) => scripted(id)))
  await run()
  world.set({ maxPostingsPerRun: 10 })
  show([...ids('a', 20), ...ids('z', 9)].map((id) => scripted(id)))
  expect(await run()).toMatchObject({ new: 10, closed: 0 })
  expect(world.titles('closed')).toEqual([])
  expect(await run()).toMatchObject({ new: 10, closed: 1 })
  expect(world.titles('closed')).toEqual(titles(['z009']))
})

test('a posting of a board that somebody adds by hand stays on its board', async () => {
  const { world, show, run } = board()
  show([scripted('a'), scripted('b')])
  await run()
  const { store, clock } = world
  const item = prepareItem(scripted('a'), { sourceId: 'greenhouse', now: clock.now(), isKnown: () => false })
  store.commit({
    sourceId: 'greenhouse',
    items: [item],
    scope: null,
    closing: null,
    maxNew: 1,
    alsoWrite: () => undefined,
  })
  show([scripted('b')])
  expect((await run()).closed).toBe(1)
})

test('a posting of another source from before the closing joins the closed job and opens it', async () => {
  const { world, show, run } = board()
  show([scripted('a'), scripted('b')])
  await run()
  show([scripted('b')])
  await run()
  expect(world.titles('closed')).toEqual(titles(['a']))
  const copy = { title: 'Engineer a', url: 'https://jobs.example/a', postedAt: world.clock.now() }
  world.put('feed', () => Promise.resolve({ items: [scripted('a', copy)], nextCursor: null, problem: null }))
  expect(only(await world.run(['feed'])).reasons).toEqual({ url: 1 })
  expect(world.titles('closed')).toEqual([])
  const tokens = world.database.raw
    .prepare(`select count(*) from job_fts where job_fts match '"#xclosed"'`)
    .pluck()
    .get()
  expect(tokens).toBe(0)
  // The board still does not have it, and the job is not its alone any more.
  await run()
  expect(world.titles('closed')).toEqual([])
})
