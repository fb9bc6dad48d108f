import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf'
import { expect, test } from 'vitest'
import { renderDocument } from '#main/domains/documents/render/render-document.ts'
import { SAMPLES } from '../../support/sample-documents.ts'
import { COMBINATIONS } from './combinations.ts'

/** A folder, to look at the pages: RENDERED=/tmp/pages npx vitest run tests/integration/rendering */
const kept = process.env['RENDERED']

const WIDTHS = { a4: 595.28, letter: 612 } as const
const HEIGHTS = { a4: 841.89, letter: 792 } as const

test('there are at least 40 combinations of template and text, of each template as many', () => {
  expect(COMBINATIONS.length).toBeGreaterThanOrEqual(40)
  expect(new Set(COMBINATIONS.map(({ name }) => name)).size).toBe(COMBINATIONS.length)
})

for (const { name, sample, style, isHostile } of COMBINATIONS) {
  test(`${name}: read back without loss, within the page`, async () => {
    const { content, language } = SAMPLES[sample]
    const out = await renderDocument({ content, style, format: 'pdf' })
    if (kept !== undefined) {
      mkdirSync(kept, { recursive: true })
      writeFileSync(join(kept, `${name.replaceAll(' ', '-')}.pdf`), out.bytes)
    }
    const failed = out.check.checks.filter(({ isOk }) => !isOk)
    // A name longer than a line cannot stand in one: that it is told is right.
    expect(failed.filter(({ kind }) => !(isHostile && kind === 'contact'))).toEqual([])
    expect(out.fit.isFitted || !style.isOnePage).toBe(true)

    const pdf = await getDocumentProxy(out.bytes.slice())
    const { items } = await extractTextItems(pdf)
    const { info } = await getMeta(pdf)
    expect(info).toMatchObject({ Author: content.header.name, Language: language })
    expect(String(info['Title'])).toContain(content.header.name)
    const outside = items.flat().filter(({ str, x, y, width }) => {
      if (str.trim() === '') return false
      return x < 30 || x + width > WIDTHS[style.pageSize] - 30 || y < 20 || y > HEIGHTS[style.pageSize] - 20
    })
    expect(outside).toEqual([])
    const numbered = items.map((page, index) => {
      const foot = page.filter(({ y }) => y < 36).map(({ str }) => str)
      return foot
        .join('')
        .replaceAll(/\s/g, '')
        .endsWith(`${index + 1}/${items.length}`)
    })
    expect(numbered).toEqual(items.map((_, index) => index > 0))
    expect(items.filter((page) => page.every(({ str }) => str.trim() === ''))).toEqual([])
    expect(out.check.pages).toBeGreaterThanOrEqual(sample === 'long' && !style.isOnePage ? 3 : 1)
    expect(out.check.pages).toBeLessThanOrEqual(sample === 'sparse' || sample.endsWith('letter') ? 1 : 4)
  })
}
