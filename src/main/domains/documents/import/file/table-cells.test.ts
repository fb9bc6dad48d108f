import { expect, test } from 'vitest'
import { withoutContactFooters } from './contact-footers.ts'
import type { Segment } from './page-lines.ts'
import { withPlainSigns } from './repair-text.ts'
import { withWholeCells } from './table-cells.ts'

const piece = (text: string, x: number, y: number): Segment => ({
  text,
  x,
  y,
  right: x + text.length * 5,
  size: 10,
  isBold: false,
  page: 0,
})
const PAGES = [{ width: 595 }]
const textsOf = (rows: readonly (readonly Segment[])[]) => rows.map((row) => row.map(({ text }) => text))

test('a cell that its column broke is whole again, and what stands below follows column by column', () => {
  const rows = [
    [piece('04/2012 – 12/2013', 45, 100), piece('Hansekontor GmbH &', 147, 100), piece('Werkstudentin', 250, 100)],
    [piece('Co. KG', 147, 112), piece('Pflege der Kundendatenbank', 250, 112)],
    [piece('Lübeck', 147, 124)],
    [piece('2010 – 2012', 45, 150), piece('Suchwerk', 147, 150), piece('Praktikantin', 250, 150)],
  ]
  expect(textsOf(withWholeCells(rows, PAGES))).toEqual([
    ['04/2012 – 12/2013', 'Hansekontor GmbH & Co. KG', 'Werkstudentin'],
    ['Lübeck'],
    ['Pflege der Kundendatenbank'],
    ['2010 – 2012', 'Suchwerk', 'Praktikantin'],
  ])
})

test('what was done below a header that ends with its place is not joined to it', () => {
  const header = piece('Sachbearbeiterin im Einkauf der Verwaltung, Kachelmeer IT-Dienste GmbH, Radebeul', 147, 100)
  const rows = [[piece('2015 – 2019', 45, 100), header], [piece('Schnittstellen zu SAP und DATEV', 147, 112)]]
  expect(textsOf(withWholeCells(rows, PAGES))).toEqual(textsOf(rows))
})

const PAGE = { width: 595, height: 842, runs: [], links: [], turned: [] }
const CONTACT = 'Coupure Links 614, 9000 Ghent • ilse@example.org'

test.each([
  ['that the next page repeats', [CONTACT], 780],
  ['far below the text', [], 600],
])('a footer that says how to reach the person: %s', (_name, repeated, last) => {
  const text = piece('Dutch: native', 54, last)
  const { kept, footer } = withoutContactFooters([[text, piece(CONTACT, 74, 800)]], { pages: [PAGE], repeated })
  expect(footer.map((each) => each.text)).toEqual([CONTACT])
  expect(kept).toEqual([[text]])
})

test('a referee at the end of the text is no footer', () => {
  const lines = [piece('References', 54, 770), piece('Jane Doe, jane@example.org', 54, 784)]
  expect(withoutContactFooters([lines], { pages: [PAGE], repeated: [] }).footer).toEqual([])
})

test('signs of private use are what the font shows, and of an unknown font what they were', () => {
  expect(withPlainSigns('2016 \uE089 2019', 'ABCDEF+Inter-Regular')).toBe('2016 – 2019')
  expect(withPlainSigns('\uE09D48 \uE0810\uE082', 'Inter')).toBe('+48 (0)')
  expect(withPlainSigns('2016 \uE089 2019', 'Lato')).toBe('2016 \uE089 2019')
})
