import { expect, test } from 'vitest'
import { offlineContext } from '../../../../../../tests/support/offline-context.ts'
import type { SourceContext } from '../source.ts'
import { teamtailor } from './teamtailor.source.ts'

/** Reads a board that gives as many of its postings as it likes, wherever one asks it to begin. */
async function readBoard({ open, given }: { open: number; given: number }) {
  const offline = offlineContext(0)
  const context: SourceContext = {
    ...offline,
    base: () => 'https://{slug}.teamtailor.com',
    plan: { ...offline.plan, employers: [{ kind: 'teamtailor', slug: 'kranich', variant: null, name: 'Kranich' }] },
    get: ({ url }) => Promise.resolve({ url, text: feedOf(Math.min(open, given)), isNotModified: false }),
  }
  const first = await teamtailor.fetchPage(context, null)
  return first.nextCursor === null ? [first] : [first, await teamtailor.fetchPage(context, first.nextCursor)]
}

function feedOf(count: number): string {
  const items = Array.from(
    { length: count },
    (_, index) =>
      `<item><title>Engineer ${index}</title><link>https://x.example/${index}</link><guid>u-${index}</guid></item>`,
  )
  return `<rss version="2.0"><channel><title>Kranich</title>${items.join('')}</channel></rss>`
}

test('a board of any odd number is whole with its first page', async () => {
  const pages = await readBoard({ open: 154, given: 500 })
  expect(pages).toHaveLength(1)
  expect(pages[0]).toMatchObject({ fullList: { isComplete: true }, board: { state: 'ok', postings: 154 } })
})

test('a board of a round number that begins again was whole', async () => {
  const [first, second] = await readBoard({ open: 300, given: 500 })
  expect(first).toMatchObject({ fullList: { isComplete: false } })
  expect(second).toMatchObject({
    items: [],
    fullList: { isComplete: true },
    board: { state: 'ok', postings: 300 },
    problem: null,
  })
})

test.each([100, 500])('a board that stops at %i and begins again is not taken for whole', async (given) => {
  const [first, second] = await readBoard({ open: 600, given })
  expect(first?.items).toHaveLength(given)
  expect(second).toMatchObject({ items: [], problem: { code: 'unreadable' }, board: { state: 'failing' } })
  expect(second?.fullList).toBeUndefined()
})
