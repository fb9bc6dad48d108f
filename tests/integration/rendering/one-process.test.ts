import { expect, test } from 'vitest'
import { renderDocument } from '#main/domains/documents/render/render-document.ts'
import { documentContentSchema, documentStyleSchema, type DocumentStyle } from '#shared/documents.ts'
import { SAMPLES } from '../../support/sample-documents.ts'

/** The text in three faces. */
function saying(text: string) {
  const paragraphs = [{ id: 'paragr01', text: `${text} **${text}** *${text}*` }]
  return documentContentSchema.parse({
    kind: 'resume',
    header: {},
    sections: [{ id: 'section01', kind: 'summary', paragraphs }],
  })
}

async function failed(text: string, style: Partial<DocumentStyle> = {}) {
  const out = await renderDocument({ content: saying(text), style: documentStyleSchema.parse(style), format: 'pdf' })
  return out.check.checks.filter(({ isOk }) => !isOk).map(({ kind, samples }) => ({ kind, samples }))
}

test('a document does not lose letters because of the ones before it', async () => {
  for (const font of ['inter', 'noto_sans', 'noto_serif'] as const) {
    // Parts of the letters of the first are the letters of the second.
    // oxlint-disable-next-line no-await-in-loop -- the order is what is tested
    expect(await failed('ŹŻÁÂÃÅÇÉÈÍÑÓÖŘŠÚÝ źżáâãåçéèíñóöřšúý ἈἘἨ ЙЁЇ', { font })).toEqual([])
    // oxlint-disable-next-line no-await-in-loop -- the order is what is tested
    expect(await failed('ZAACEINORSUY zaaceinorsuy ΑΕΗ ИЕІ ffi fi fl', { font })).toEqual([])
  }
})

test('documents that are written at the same time do not disturb each other', async () => {
  const names = ['Żaneta Źrebak', 'Zoë Zink', 'Ελένη Ζαχαρίου', 'Зоя Жук']
  expect(await Promise.all(names.map((name) => failed(name, { font: 'noto_serif' })))).toEqual(names.map(() => []))
})

test('a letter that the font lacks comes from another, and one that none has is told', async () => {
  expect(await failed('Ada अदा', { font: 'noto_serif' })).toEqual([])
  const told = await failed('Ada 愛', { font: 'inter' })
  expect(told).toContainEqual({ kind: 'glyphs', samples: ['愛'] })
})

test('signs that fonts like to join are read as they were written', async () => {
  const { content } = SAMPLES.hostile
  const out = await renderDocument({ content, style: documentStyleSchema.parse({ font: 'inter' }), format: 'pdf' })
  expect(out.text).toContain('a -> b, 1 << 2, x != y')
  expect(out.text).toContain('fi fl ffi ffl')
})

test('two columns are read one after the other', async () => {
  const { content } = SAMPLES.english
  const out = await renderDocument({
    content,
    style: documentStyleSchema.parse({ template: 'two_column' }),
    format: 'pdf',
  })
  const places = ['Skills', 'Kubernetes', 'Interests', 'Summary', 'Senior machine', 'tramways'].map((word) =>
    out.text.indexOf(word),
  )
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
})

test('one page: what was left out is named and not in the file, the rest is', async () => {
  const { content } = SAMPLES.long
  const out = await renderDocument({
    content,
    style: documentStyleSchema.parse({ template: 'plain', isOnePage: true }),
    format: 'pdf',
  })
  expect(out.check.pages).toBe(1)
  expect(out.check.isOk).toBe(true)
  expect(out.fit.left.length).toBeGreaterThan(10)
  const text = out.text.replace(/\s+/g, ' ')
  for (const { text: left } of out.fit.left) expect(text).not.toContain(left)
  expect(text).toContain('Point 1: measured')
  expect(text).toContain('Engineer of level 6')
})
