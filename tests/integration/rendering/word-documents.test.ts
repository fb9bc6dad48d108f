import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { renderDocument } from '#main/domains/documents/render/render-document.ts'
import { documentStyleSchema, TEMPLATES } from '#shared/documents.ts'
import { SAMPLES } from '../../support/sample-documents.ts'

async function asHtml(bytes: Uint8Array): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
}

for (const template of TEMPLATES) {
  for (const sample of ['english', 'german', 'greek', 'hostile', 'german-letter', 'english-letter'] as const) {
    test(`${template} ${sample}: a Word document that is read back without loss, and without tables`, async () => {
      const { content, language } = SAMPLES[sample]
      const style = documentStyleSchema.parse({ template, language, pageSize: 'letter', font: 'noto_sans' })
      const { bytes, check, mediaType, fileName } = await renderDocument({ content, style, format: 'docx' })
      expect(check.checks.filter(({ isOk }) => !isOk)).toEqual([])
      expect(mediaType).toMatch(/wordprocessingml/)
      expect(fileName).toMatch(/\.docx$/)
      expect(await asHtml(bytes)).not.toContain('<table')
    })
  }
}

test('headings are headings, points a list, links links', async () => {
  const style = documentStyleSchema.parse({ template: 'modern' })
  const { bytes } = await renderDocument({ content: SAMPLES.english.content, style, format: 'docx' })
  const html = await asHtml(bytes)
  expect([...html.matchAll(/<h1>(?:<a[^>]*><\/a>)?([^<]*)<\/h1>/g)].map((found) => found[1])).toEqual([
    'Summary',
    'Experience',
    'Education',
    'Projects',
    'Skills',
    'Languages',
    'Interests',
  ])
  expect(html.match(/<h2>/g)).toHaveLength(6)
  expect(html.match(/<li>/g)).toHaveLength(9)
  expect(html).toContain('<a href="https://example.org/tramways">Parquet files</a>')
  expect(html).toContain('<strong>ranking and forecasting</strong>')
})

test('both formats say the same in the same order', async () => {
  const squeezed = (text: string) => text.replace(/[\s•·]/g, '')
  for (const template of ['plain', 'modern', 'academic'] as const) {
    const asked = { content: SAMPLES.german.content, style: documentStyleSchema.parse({ template, language: 'de' }) }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const [pdf, docx] = [
      await renderDocument({ ...asked, format: 'pdf' }),
      await renderDocument({ ...asked, format: 'docx' }),
    ]
    expect(squeezed(docx.text)).toBe(squeezed(pdf.text))
  }
})
