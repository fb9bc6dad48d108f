import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from './charset.ts'

const bytes = (text: string, charset: string): Buffer => iconv.encode(text, charset)
const joined = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

describe('decodeText', () => {
  it.each([
    ['UTF-8 by header', bytes('Köln – 60 €', 'utf-8'), 'application/json; charset=utf-8', 'Köln – 60 €'],
    ['UTF-8 undeclared', bytes('Köln – 60 €', 'utf-8'), 'application/json', 'Köln – 60 €'],
    ['no Content-Type', bytes('Zürich', 'utf-8'), undefined, 'Zürich'],
    ['quoted charset', bytes('Zürich', 'latin1'), 'text/html; charset="ISO-8859-1"', 'Zürich'],
    ['Latin-1 means windows-1252', Buffer.from([0x80, 0x93, 0x94]), 'text/plain; charset=iso-8859-1', '€“”'],
    ['windows-1252 apostrophe', Buffer.from([0x49, 0x92, 0x6d]), 'text/plain; charset=windows-1252', 'I’m'],
    ['ISO-8859-2', bytes('Łódź', 'iso-8859-2'), 'text/html; charset=iso-8859-2', 'Łódź'],
    ['ISO-8859-15', Buffer.from([0xa4]), 'text/html; charset=iso-8859-15', '€'],
    ['windows-1251', bytes('Работа', 'windows-1251'), 'text/html; charset=windows-1251', 'Работа'],
    ['KOI8-R', bytes('Работа', 'koi8-r'), 'text/html; charset=KOI8-R', 'Работа'],
    ['Shift_JIS', bytes('求人', 'shift_jis'), 'text/html; charset=Shift_JIS', '求人'],
    ['GBK', bytes('招聘', 'gbk'), 'text/html; charset=gb2312', '招聘'],
    ['UTF-16LE with mark', joined([0xff, 0xfe], [...bytes('Köln', 'utf-16le')]), 'text/xml; charset=utf-8', 'Köln'],
    ['UTF-16BE with mark', joined([0xfe, 0xff], [...bytes('Köln', 'utf-16be')]), undefined, 'Köln'],
    ['UTF-8 mark beats the header', joined([0xef, 0xbb, 0xbf], 'Köln'), 'text/xml; charset=iso-8859-1', 'Köln'],
    ['Latin-1 by name, UTF-8 in fact', bytes('Köln', 'utf-8'), 'text/html; charset=iso-8859-1', 'Köln'],
    ['unknown label', bytes('Köln', 'utf-8'), 'text/html; charset=klingon', 'Köln'],
    ['no text encoding', bytes('abcd', 'utf-8'), 'text/html; charset=base64', 'abcd'],
    [
      'undeclared Latin-1',
      bytes('Größe in Köln, Öffentlichkeit', 'latin1'),
      'text/plain',
      'Größe in Köln, Öffentlichkeit',
    ],
    ['declared UTF-8 with a bad byte', joined('K', [0xf6], 'ln'), 'text/plain; charset=utf-8', 'K\uFFFDln'],
    ['undeclared UTF-8 with one bad byte', joined('Größe Köln ', [0xff]), 'text/plain', 'Größe Köln \uFFFD'],
    ['cut in the middle of a character', bytes('Kö', 'utf-8').subarray(0, 2), 'text/plain; charset=utf-8', 'K\uFFFD'],
    ['empty', Buffer.alloc(0), 'text/html', ''],
  ])('%s', (_name, body, contentType, text) => {
    expect(decodeText(body, contentType)).toBe(text)
  })

  it.each([
    ['XML prolog', '<?xml version="1.0" encoding="ISO-8859-1"?><t>Düsseldorf, Straße</t>', 'latin1'],
    ['meta charset', '<!doctype html><meta charset=windows-1252><title>Straße</title>', 'latin1'],
    [
      'meta http-equiv',
      '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">Łódź',
      'iso-8859-2',
    ],
    ['prolog that claims UTF-16 over single bytes', '<?xml version="1.0" encoding="utf-16"?><t>Köln</t>', 'utf-8'],
  ])('believes a declaration inside the document: %s', (_name, text, charset) => {
    expect(decodeText(bytes(text, charset), 'text/html')).toBe(text)
  })

  it('reads every UTF-8 text back as it was, and never throws whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/^\uFEFF/, '')
        fc.pre(!plain.startsWith('\uFEFF'))
        expect(decodeText(Buffer.from(plain), 'text/plain; charset=utf-8')).toBe(plain)
      }),
    )
    const label = fc.constantFrom('utf-8', 'latin1', 'utf-16', 'gb18030', 'iso-2022-jp', 'x-user-defined', '', 'hex')
    fc.assert(
      fc.property(fc.uint8Array(), label, (noise, charset) => {
        expect(typeof decodeText(noise, `text/html; charset=${charset}`)).toBe('string')
      }),
    )
  })
})
