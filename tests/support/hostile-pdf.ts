import { pdfFile } from './pdf-file.ts'

/** A page of 100,000 pieces of text: seconds of work for whoever reads it. */
export function piecesPdf(): Buffer {
  const pieces = Array.from({ length: 100_000 }, (_, at) => ({
    x: 20 + (at % 40) * 14,
    y: 800 - Math.floor(at / 40) * 0.3,
    text: 'ab',
  }))
  return pdfFile([pieces])
}
