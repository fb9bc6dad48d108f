import { expect, test } from 'vitest'
import { documentContentSchema, documentStyleSchema } from '#shared/documents.ts'
import { fitted } from './fit-page.ts'

const content = documentContentSchema.parse({
  kind: 'resume',
  header: {},
  sections: [
    {
      id: 'experie1',
      kind: 'experience',
      items: [
        {
          id: 'postone1',
          title: 'One',
          start: '2020',
          bullets: Array.from({ length: 30 }, (_, index) => ({ id: `point${index + 100}`, text: `${index}` })),
        },
      ],
    },
  ],
})
const style = documentStyleSchema.parse({ isOnePage: true })

/** A page that holds so many lines at full size. */
const page =
  (holds: number) => async (how: { tightness: { scale: number; spacing: number }; left: ReadonlySet<string> }) => ({
    pages: (30 - how.left.size) * how.tightness.scale * how.tightness.spacing <= holds ? 1 : 2,
    how,
  })

test('what fits is left as it is', async () => {
  const { fit } = await fitted({ content, style, write: page(30) })
  expect(fit).toEqual({ isFitted: true, scale: 1, left: [] })
})

test('closer setting is enough, and the least of it is taken', async () => {
  const { fit, written } = await fitted({ content, style, write: page(26) })
  expect(fit).toEqual({ isFitted: true, scale: 1, left: [] })
  expect(written.how.tightness).toEqual({ scale: 1, spacing: 0.85 })
})

test('then smaller text, no smaller than needed', async () => {
  const { fit } = await fitted({ content, style, write: page(20) })
  expect(fit).toEqual({ isFitted: true, scale: 0.92, left: [] })
})

test('then the least that must be left out, last points first, each named', async () => {
  const { fit, left } = await fitted({ content, style, write: page(15) })
  expect(fit.isFitted).toBe(true)
  expect(fit.scale).toBe(0.85)
  expect(fit.left.map(({ id }) => id)).toEqual(['point129', 'point128', 'point127', 'point126', 'point125', 'point124'])
  expect(left.size).toBe(6)
})

test('when nothing helps, nothing is left out and the report says so', async () => {
  const { fit, left } = await fitted({ content, style, write: page(0) })
  expect(fit).toEqual({ isFitted: false, scale: 0.85, left: [] })
  expect(left.size).toBe(0)
})

test('without the wish for one page it is written once, as it is', async () => {
  let written = 0
  const { fit } = await fitted({
    content,
    style: documentStyleSchema.parse({}),
    write: async (how) => {
      written += 1
      return await page(10)(how)
    },
  })
  expect([written, fit]).toEqual([1, { isFitted: false, scale: 1, left: [] }])
})
