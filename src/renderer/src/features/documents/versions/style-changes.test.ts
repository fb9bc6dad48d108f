import { expect, test } from 'vitest'
import { documentStyleSchema, type DocumentStyle } from '#shared/documents.ts'
import { styleChangesOf } from './style-changes.ts'

const BASE = documentStyleSchema.parse({})

test.each<[Partial<DocumentStyle>, string]>([
  [{ template: 'compact' }, 'Template: Modern → Compact'],
  [{ pageSize: 'letter' }, 'Page: A4 → US Letter'],
  [{ font: 'noto_serif' }, 'Font: Inter → Noto Serif'],
  [{ scale: 0.95 }, 'Text size: 100 % → 95 %'],
  [{ language: 'de' }, 'Language: English → German'],
  [{ accent: '#a02020' }, 'Accent: #3f51b5 → #a02020'],
  [{ isOnePage: true }, 'Fit on one page: Off → On'],
])('%j is told', (change, words) => {
  const told = styleChangesOf(BASE, { ...BASE, ...change })
  expect(told.map(({ label, before, after }) => `${label}: ${before} → ${after}`)).toEqual([words])
})

test('the same looks differ in nothing; all that differs is told in order', () => {
  expect(styleChangesOf(BASE, { ...BASE })).toEqual([])
  const other = { ...BASE, isOnePage: true, template: 'plain', font: 'noto_sans' } as const
  expect(styleChangesOf(BASE, other).map(({ label }) => label)).toEqual(['Template', 'Font', 'Fit on one page'])
})
