import { expect, test } from 'vitest'
import { bandsOf } from './columns.ts'
import { type Segment, segmentsOf } from './page-lines.ts'

/** How often the measures of these are asked for. */
function counted<T extends object>(entries: readonly T[]): { readonly entries: T[]; readonly asked: () => number } {
  let count = 0
  const get = (target: T, key: string | symbol): unknown => {
    count += 1
    return Reflect.get(target, key)
  }
  return { entries: entries.map((entry) => new Proxy(entry, { get })), asked: () => count }
}

test('the pieces of a line are each looked at a few times, however many there are', () => {
  const runs = Array.from({ length: 3000 }, (_, at) => ({
    text: `w${at % 7} `,
    x: at * 6,
    y: 100,
    width: 6,
    size: 10,
    isBold: false,
  }))
  const { entries, asked } = counted(runs)
  const segments = segmentsOf({ runs: entries, links: [], width: 18_000, height: 842, turned: [] }, 1)
  expect(segments).toHaveLength(1)
  expect(segments[0]).toMatchObject({ x: 0, right: 18_000 })
  expect(asked()).toBeLessThan(runs.length * 200)
})

test('of thousands of edges, only the likely ones are tried as that of a column', () => {
  const segments = Array.from({ length: 4000 }, (_, at): Segment => ({
    text: 'word',
    x: (at % 1000) * 9,
    right: (at % 1000) * 9 + 5,
    y: Math.floor(at / 1000) * 20,
    size: 10,
    isBold: false,
    page: 1,
  }))
  const { entries, asked } = counted(segments)
  bandsOf(entries)
  expect(asked()).toBeLessThan(segments.length * 500)
})

test('the sign of a list that is drawn apart belongs to what it stands before', () => {
  const run = (text: string, x: number) => ({ text, x, y: 100, width: text.length * 5, size: 10, isBold: false })
  const segments = segmentsOf(
    {
      runs: [run('•', 50), run('Python', 68), run('•', 200), run('SQL', 218)],
      links: [],
      width: 595,
      height: 842,
      turned: [],
    },
    0,
  )
  expect(segments.map(({ text, x }) => [text, x])).toEqual([
    ['• Python', 50],
    ['• SQL', 200],
  ])
})
