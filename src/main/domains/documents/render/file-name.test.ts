import { expect, test } from 'vitest'
import { documentContentSchema } from '#shared/documents.ts'
import { fileNameOf } from './file-name.ts'
import { toSheet } from './sheet/to-sheet.ts'

test.each([
  ['Jörg Weiß', 'Jörg-Weiß-Lebenslauf.pdf'],
  ['', 'Lebenslauf.pdf'],
  ['../../etc/passwd', 'etc-passwd-Lebenslauf.pdf'],
  ['A"<>|:*?\\B', 'A-B-Lebenslauf.pdf'],
  ['x'.repeat(120), `${'x'.repeat(60)}-Lebenslauf.pdf`],
])('the file of "%s" is %s', (name, fileName) => {
  const content = documentContentSchema.parse({ kind: 'resume', header: { name }, sections: [] })
  expect(fileNameOf(toSheet({ content, language: 'de', left: new Set() }), 'pdf')).toBe(fileName)
})
