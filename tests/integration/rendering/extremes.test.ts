import { expect, test } from 'vitest'
import { renderDocument } from '#main/domains/documents/render/render-document.ts'
import { documentContentSchema, documentStyleSchema, TEMPLATES } from '#shared/documents.ts'

const BLANK = [
  documentContentSchema.parse({ kind: 'resume', header: {}, sections: [] }),
  documentContentSchema.parse({ kind: 'letter', header: {}, recipient: {} }),
]

const sentence = 'Nothing of this is short, and all of it is said. '
const claim = (id: string, chars: number) => ({ id, text: sentence.repeat(Math.floor(chars / sentence.length)).trim() })
const HUGE = documentContentSchema.parse({
  kind: 'resume',
  header: { name: 'Ada Nováková' },
  sections: [
    {
      id: 'skills01',
      kind: 'skills',
      groups: [
        {
          id: 'group001',
          label: 'All',
          words: Array.from({ length: 100 }, (_, index) => `${index} ${'long words of a skill '.repeat(3)}`.trim()),
        },
      ],
    },
    { id: 'summary1', kind: 'summary', paragraphs: [claim('paragr01', 3000), claim('paragr02', 3000)] },
    {
      id: 'experie1',
      kind: 'experience',
      items: [
        {
          id: 'postone1',
          title: 'Engineer',
          bullets: [claim('point001', 3000), claim('point002', 600), claim('point003', 3000)],
        },
      ],
    },
  ],
})

for (const template of TEMPLATES) {
  test(`${template}: a blank document is a page, in both formats`, async () => {
    for (const content of BLANK) {
      for (const format of ['pdf', 'docx'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { check } = await renderDocument({ content, style: documentStyleSchema.parse({ template }), format })
        expect(check).toMatchObject({ isOk: true, pages: 1 })
      }
    }
  })

  test(`${template}: texts that are longer than half a page are split between pages, and none is lost`, async () => {
    const { check } = await renderDocument({
      content: HUGE,
      style: documentStyleSchema.parse({ template }),
      format: 'pdf',
    })
    expect(check.checks.filter(({ isOk }) => !isOk)).toEqual([])
    expect(check.pages).toBeGreaterThan(2)
    expect(check.pages).toBeLessThan(9)
  })
}
