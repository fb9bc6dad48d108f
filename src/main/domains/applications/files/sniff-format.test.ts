import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  docxFile,
  exeFile,
  odtFile,
  pngFile,
  TINY_JPEG,
  TINY_WEBP,
} from '../../../../../tests/support/document-files.ts'
import { pdfFile } from '../../../../../tests/support/pdf-file.ts'
import { zipFile } from '../../../../../tests/support/zip-file.ts'
import { sniffFormat } from './sniff-format.ts'

const bytesOf = (text: string) => Buffer.from(text)

describe('what is taken', () => {
  test.each<[string, Buffer, string, string]>([
    ['a PDF', pdfFile([[{ x: 40, y: 800, text: 'CV' }]]), 'pdf', 'application/pdf'],
    ['a PDF that calls itself a program', pdfFile([[]]), 'exe', 'application/pdf'],
    ['a DOCX', docxFile(), 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['an ODT', odtFile(), 'odt', 'application/vnd.oasis.opendocument.text'],
    ['an RTF', bytesOf('{\\rtf1\\ansi Dear Sir or Madam}'), 'rtf', 'application/rtf'],
    ['a PNG', pngFile(), 'png', 'image/png'],
    ['a JPEG', TINY_JPEG, 'jpg', 'image/jpeg'],
    ['a WebP', TINY_WEBP, 'webp', 'image/webp'],
    ['text', bytesOf('Dear Łukasz,\nGrüße 🙂'), 'txt', 'text/plain'],
    ['text with a mark of its order', bytesOf('\ufeffDear'), '', 'text/plain'],
    ['Markdown', bytesOf('# Letter\n\n<b>Dear</b>'), 'md', 'text/markdown'],
    ['text that speaks of pages', bytesOf('I wrote <html> and <script> for years.'), 'txt', 'text/plain'],
    ['text that begins as a program does', bytesOf('MZ is a sign.'), 'txt', 'text/plain'],
  ])('%s', async (_what, bytes, ending, mediaType) => {
    expect(await sniffFormat(bytes, ending)).toEqual({
      format: expect.objectContaining({ mediaType }) as object,
      reason: null,
    })
  })
})

describe('what is refused, with its reason', () => {
  test.each<[string, Buffer, string]>([
    ['a program', exeFile(), 'program for Windows'],
    ['a program of another system', Buffer.concat([bytesOf('\u007fELF'), Buffer.alloc(40)]), 'program'],
    ['an archive', zipFile([{ name: 'CV.pdf', content: 'x' }]), 'archive'],
    ['a packed file', gzipSync('x'), 'archive'],
    ['a document with macros', docxFile('', 'application/vnd.ms-word.document.macroEnabled.main+xml'), 'macros'],
    [
      'a workbook',
      docxFile('', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
      'no kind of file',
    ],
    [
      'an old Office document',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]),
      'DOCX or PDF',
    ],
    ['a page', bytesOf('  <!DOCTYPE html><p>CV'), 'web page'],
    ['a page behind comments', bytesOf('<!-- a --> <!-- b -->\n<html>'), 'web page'],
    ['a page behind a comment without an end', bytesOf('<!-- a <html>'), 'web page'],
    ['a drawing', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'drawing'],
    ['a drawing behind its declaration', bytesOf('\ufeff<?xml version="1.0"?><svg/>'), 'drawing'],
    ['bytes', Buffer.from([1, 2, 3, 0, 255]), 'no kind of file'],
    ['text of another kind', Buffer.from('Gr\xfc\xdfe', 'latin1'), 'UTF-8'],
    ['half a WebP', Buffer.from('RIFF\u0000\u0000\u0000\u0000WAVE'), 'no kind of file'],
  ])('%s', async (_what, bytes, reason) => {
    const sniffed = await sniffFormat(bytes, 'pdf')
    expect(sniffed.format).toBeNull()
    expect(sniffed.reason).toContain(reason)
  })
})
