import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FileFormat, formatNamed, PLAIN_TEXT } from './file-format.ts'
import { endingOf, safeFileName } from './file-name.ts'

function format(ending: string): FileFormat {
  return formatNamed(ending) ?? PLAIN_TEXT
}

describe('a name that is safe to save under', () => {
  test.each([
    ['CV.pdf', 'pdf', 'CV.pdf'],
    ['CV.PDF', 'pdf', 'CV.PDF'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['..\\..\\Windows\\win.ini', 'txt', 'win.ini.txt'],
    ['C:\\Users\\ana\\CV.docx', 'docx', 'CV.docx'],
    ['/home/ana/CV.pdf/', 'pdf', 'CV.pdf'],
    ['../../', 'pdf', 'file.pdf'],
    ['..', 'pdf', 'file.pdf'],
    ['.htaccess', 'txt', 'htaccess.txt'],
    ['...pdf', 'pdf', 'pdf.pdf'],
    ['CV\u0000.exe', 'pdf', 'CV.pdf'],
    ['CV.exe', 'pdf', 'CV.pdf'],
    ['photo.png', 'jpg', 'photo.jpg'],
    ['photo.jpeg', 'jpg', 'photo.jpeg'],
    ['Letter v2.1', 'pdf', 'Letter v2.1.pdf'],
    ['notes.markdown', 'md', 'notes.markdown'],
    ['CON.pdf', 'pdf', '_CON.pdf'],
    ['nul', 'txt', '_nul.txt'],
    ['com1.backup.pdf', 'pdf', '_com1.backup.pdf'],
    ['concert.pdf', 'pdf', 'concert.pdf'],
    ['a<b>:"c|d?*.pdf', 'pdf', 'a_b___c_d__.pdf'],
    ['CV \u202Efdp.exe', 'pdf', 'CV fdp.pdf'],
    ['CV . . ', 'pdf', 'CV.pdf'],
    ['  Lebenslauf  Łódź\t2026.pdf', 'pdf', 'Lebenslauf Łódź 2026.pdf'],
    ['履歴書.pdf', 'pdf', '履歴書.pdf'],
    ['\ud800CV.pdf', 'pdf', '_CV.pdf'],
  ])('%j as a %s is %j', (name, ending, safe) => {
    expect(safeFileName(name, format(ending))).toBe(safe)
  })

  test('a long one is cut by whole letters and keeps its ending', () => {
    const safe = safeFileName(`${'ü'.repeat(400)}.pdf`, format('pdf'))
    expect(safe).toBe(`${'ü'.repeat(98)}.pdf`)
  })

  test('whatever is written, it is one name that stays in its folder, and is safe already', () => {
    const part = fc.constantFrom(
      '..',
      '/',
      '\\',
      '.',
      ' ',
      'con',
      '\u0000',
      '\u202e',
      'CV',
      '.pdf',
      '.exe',
      ':',
      '🙂',
      'é',
    )
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.array(part, { minLength: 1 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(name, fc.constantFrom('pdf', 'docx', 'txt', 'png'), (written, ending) => {
        const safe = safeFileName(written, format(ending))
        expect(safe).not.toMatch(/[/\\<>:"|?*]|\p{Cc}|^[. ]|[. ]$/u)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200)
        expect(format(ending).endings).toContain(endingOf(safe))
        expect(safeFileName(safe, format(ending))).toBe(safe)
      }),
    )
  })
})
