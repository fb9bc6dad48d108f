import { expect, test } from 'vitest'
import { documentContentSchema, documentStyleSchema } from '#shared/documents.ts'
import { columnsOf, inReadingOrder, lookOf } from './look.ts'
import { toSheet } from './sheet/to-sheet.ts'

function sheetOf(sections: readonly object[]) {
  const content = documentContentSchema.parse({ kind: 'resume', header: {}, sections })
  const sheet = toSheet({ content, language: 'en', left: new Set() })
  if (sheet.kind !== 'resume') throw new Error('not a résumé')
  return sheet
}

const skills = (id: string, words: number) => ({
  id: `${id}section`,
  kind: 'skills',
  title: id,
  groups: [{ id: `${id}group1`, words: Array.from({ length: words }, () => 'Elasticsearch cluster') }],
})
const work = { id: 'experie1', kind: 'experience', items: [{ id: 'postone1', title: 'Engineer' }] }

test('short sections stand in the narrow column and are read first', () => {
  const sheet = sheetOf([work, skills('skills', 5)])
  expect(columnsOf(sheet, true).side.map(({ title }) => title)).toEqual(['skills'])
  expect(inReadingOrder(sheet, true).map(({ title }) => title)).toEqual(['skills', 'Experience'])
  expect(inReadingOrder(sheet, false).map(({ title }) => title)).toEqual(['Experience', 'skills'])
})

test('what would run over the first page stays in the wide column', () => {
  const { side, main } = columnsOf(sheetOf([work, skills('long', 90), skills('short', 4)]), true)
  expect(side.map(({ title }) => title)).toEqual(['short'])
  expect(main.map(({ title }) => title)).toEqual(['Experience', 'long'])
})

test('the plain template has no colour, and size follows the scale', () => {
  const style = documentStyleSchema.parse({ template: 'plain', accent: '#ff0000' })
  const look = lookOf(style, { scale: 1, spacing: 1 }, 'resume')
  expect(look.accent).not.toBe('#ff0000')
  expect(lookOf(style, { scale: 0.9, spacing: 1 }, 'resume').base).toBeCloseTo(look.base * 0.9)
  expect(lookOf({ ...style, pageSize: 'letter' }, { scale: 1, spacing: 1 }, 'resume')).toMatchObject({
    width: 612,
    height: 792,
  })
})

test('a letter is never set as small and wide as a compact résumé', () => {
  const style = documentStyleSchema.parse({ template: 'compact' })
  const [resume, letter] = (['resume', 'letter'] as const).map((kind) => lookOf(style, { scale: 1, spacing: 1 }, kind))
  expect(letter?.base).toBeGreaterThan(resume?.base ?? Infinity)
  expect(letter?.sideMargin).toBeGreaterThan(resume?.sideMargin ?? Infinity)
})
