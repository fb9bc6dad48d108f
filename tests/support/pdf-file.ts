import { deflateSync } from 'node:zlib'

/** A piece of text on a page, in points from its lower left corner. */
export interface PdfText {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** A PDF with text in Helvetica, WinAnsi encoded: a catalogue, a page tree, and a compressed content stream a page. */
export function pdfFile(pages: readonly (readonly PdfText[])[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\n', 'latin1')]
  const offsets: number[] = []
  let size = pieces[0]?.length ?? 0
  const add = (...parts: readonly (string | Buffer)[]): void => {
    const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
    const piece = Buffer.concat([Buffer.from(`${offsets.length + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    offsets.push(size)
    size += piece.length
    pieces.push(piece)
  }
  const kids = pages.map((_page, index) => `${4 + index * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [index, page] of pages.entries()) {
    const shown = page.map(({ x, y, text }) => `1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj`)
    const stream = deflateSync(Buffer.from(`BT /F1 8 Tf\n${shown.join('\n')}\nET`, 'latin1'))
    const resources = '/Resources << /Font << /F1 3 0 R >> >>'
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${5 + index * 2} 0 R >>`)
    add(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`, stream, '\nendstream')
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = offsets.length + 1
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(end)])
}
