import { expect, test } from 'vitest'
import { decodeText, lineCount } from './decode-text.ts'

const TABLE = 'Title,Company\nKöchin,Müller\n'

function wide(text: string, options: { readonly isLittle: boolean; readonly hasMark: boolean }): Uint8Array {
  const said = options.hasMark ? `\uFEFF${text}` : text
  const view = new DataView(new ArrayBuffer(said.length * 2))
  for (let at = 0; at < said.length; at += 1) view.setUint16(at * 2, said.charCodeAt(at), options.isLittle)
  return new Uint8Array(view.buffer)
}

test.each([
  ['UTF-8', new TextEncoder().encode(TABLE), 'UTF-8'],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TABLE}`), 'UTF-8'],
  ['UTF-16, low byte first', wide(TABLE, { isLittle: true, hasMark: true }), 'UTF-16'],
  ['UTF-16, high byte first', wide(TABLE, { isLittle: false, hasMark: true }), 'UTF-16'],
  ['UTF-16 without a mark', wide(TABLE, { isLittle: true, hasMark: false }), 'UTF-16'],
  ['Windows-1252', Uint8Array.from(TABLE, (letter) => letter.charCodeAt(0)), 'Windows-1252'],
])('no letter of a file in %s is lost', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text: TABLE, encoding })
})

test('a sign that only Windows has is read as such', () => {
  expect(decodeText(Uint8Array.from([0x80, 0x20, 0x93, 0x94]))).toEqual({ text: '€ “”', encoding: 'Windows-1252' })
})

test('a picture is read as something, and left to the core to refuse', () => {
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])).text.slice(1, 4)).toBe('PNG')
})

test.each([
  ['', 0],
  ['a', 1],
  ['a\n', 1],
  ['a\r\nb', 2],
  ['a\rb\r', 2],
  ['a\n\nb\n', 3],
])('lines of %j', (text, lines) => {
  expect(lineCount(text)).toBe(lines)
})
