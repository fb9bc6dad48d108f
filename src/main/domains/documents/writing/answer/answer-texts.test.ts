import { array, assert, constantFrom, nat, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'
import { closedJson } from './closed-json.ts'
import { ReadableText } from './readable-text.ts'

const clean = (text: string, known = '') => cleanText(text, { known, mostChars: 500 }).text

describe('a sentence of a model', () => {
  test.each([
    ['Built it, see [proof](https://evil.example/a?b=1).', 'Built it, see proof.'],
    ['Built it ![x](https://evil.example/p.png) here', 'Built it x here'],
    ['**Built** `it` __well__', 'Built it well'],
    ['- Built it', 'Built it'],
    ['# Built it', 'Built it'],
    ['<script>alert(1)</script>Built it', 'alert(1) Built it'],
    ['&lt;b&gt;Built&lt;/b&gt; &amp;lt;i&amp;gt;it', 'Built it'],
    ['&#60;img src=x&#62;Built it', 'Built it'],
    ['Built it javascript:alert(1)', 'Built it'],
    ['Mail eve@evil.example or www.evil.example/x', 'Mail or'],
    ['Call 10.0.0.1:80/x now', 'Call now'],
    ['Cut it by < 20 ms and <20 %, > 3 times', 'Cut it by < 20 ms and <20 %, > 3 times'],
    ['R&D in C++ and C#', 'R&D in C++ and C#'],
    ['Node.js/Express and ASP.NET', 'Node.js/Express and ASP.NET'],
    ['pipe\u200bline\u202e\u{E0041}', 'pipeline'],
    ['one\n\ntwo\tthree', 'one two three'],
    ['\u0000\u0007', ''],
  ])('%j becomes %j', (written, plain) => {
    expect(clean(written)).toBe(plain)
  })

  test.each([
    'Checked that 3*4=12 and 2*3*4 = 24',
    'Moved to version 1.2.3.4',
    'Built data:pipeline tools',
    '5* and 4* hotels',
    '3. Platz beim Wettbewerb',
    '> 3 times faster',
    'Read matrix[1][2] and called main()',
    'snake__case__name',
  ])('%j stays as it is', (written) => {
    expect(cleanText(written, { known: '', mostChars: 500 })).toEqual({ text: written, isAltered: false })
  })

  test.each([
    ['**Cut** costs by *40 %*', false],
    ['[proof](https://evil.example/a)', false],
    ['<b>Built</b> it', false],
    ['Ranking at booking.com', true],
    ['Used Map<string, number> a lot', true],
    ['Cut errors to <one percent of all calls', true],
    ['Built it javascript:alert(1)', true],
    ['Mail eve@evil.example', true],
    ['Call 10.0.0.1:80/x now', true],
    ['See data:text/html,hi', true],
  ])('%j: more than markup goes: %j', (written, isAltered) => {
    expect(cleanText(written, { known: '', mostChars: 500 }).isAltered).toBe(isAltered)
  })

  test('a name is not known as the end of another', () => {
    expect(cleanText('At booking.com and Check24.de', { known: '"booking.com","check24.de"', mostChars: 99 })).toEqual({
      text: 'At booking.com and Check24.de',
      isAltered: false,
    })
    expect(cleanText('At evil.com', { known: '"medevil.com"', mostChars: 99 }).isAltered).toBe(true)
  })

  test('keeps a name with a dot that the career has', () => {
    expect(clean('Ranking at booking.com', '{"company":"booking.com"}')).toBe('Ranking at booking.com')
    expect(clean('Ranking at booking.com')).toBe('Ranking at')
  })

  test('is cut at a word', () => {
    expect(cleanText('one two three', { known: '', mostChars: 9 }).text).toBe('one two')
  })

  test('whatever it is, holds no tag, address, control or hidden sign', () => {
    const parts = constantFrom(
      '<b',
      '>',
      '&lt;',
      '&#x3c;',
      'script',
      'https://a.com/x',
      '[a](',
      'b)',
      '`',
      '**',
      ' ',
      'word',
      '\u200b',
      '"',
      'onerror=',
      '&amp;',
    )
    assert(
      property(array(oneof(parts, string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
        const plain = clean(pieces.join(''))
        expect(plain).not.toMatch(/<[a-z/!?]|https?:\/\/|[\u200b-\u200f\u202a-\u202e]|\p{Cc}/iu)
      }),
    )
  })
})

const ANSWER = {
  summary: { text: 'One “two” \\ three\nfour é', cites: ['a'] },
  items: [
    {
      fact: 'a',
      bullets: [
        { text: 'Five.', cites: ['b', 'c'] },
        { text: 'Six: {"x"}', cites: [] },
      ],
    },
    { fact: 'd', bullets: [] },
  ],
  skills: ['x', 'y'],
}

describe('an answer that comes in pieces', () => {
  test('reads the same however it is cut', () => {
    const json = JSON.stringify(ANSWER).replace('é', String.raw`\u00e9`)
    const whole = new ReadableText().next(json)
    expect(whole).toBe('One “two” \\ three\nfour é\n\nFive.\n\nSix: {"x"}')
    assert(
      property(array(nat({ max: json.length }), { maxLength: 20 }), (cuts) => {
        const reader = new ReadableText()
        const ends = [...cuts.toSorted((one, other) => one - other), json.length]
        expect(ends.map((end, at) => reader.next(json.slice(ends[at - 1] ?? 0, end))).join('')).toBe(whole)
      }),
    )
  })

  test('wherever it breaks off, what was whole is offered, never half a sentence', () => {
    const json = JSON.stringify(ANSWER)
    const texts = new Set(['One “two” \\ three\nfour é', 'Five.', 'Six: {"x"}'])
    for (let end = 0; end <= json.length; end++) {
      const value = closedJson(json.slice(0, end))
      for (const [, text] of JSON.stringify(value).matchAll(/"text":("(?:[^"\\]|\\.)*")/g))
        expect(texts).toContain(JSON.parse(text ?? ''))
    }
    expect(closedJson(json)).toEqual(ANSWER)
    expect(closedJson(`Here it is: ${json.slice(0, json.indexOf('Six'))}`)).toEqual({
      summary: ANSWER.summary,
      items: [{ fact: 'a', bullets: [{ text: 'Five.', cites: ['b', 'c'] }] }],
    })
  })

  test('that is no JSON offers nothing', () => {
    for (const text of ['', 'No.', '{', '{"a', '{]', '{"a":}']) expect(closedJson(text)).toBeNull()
    assert(property(string(), (text) => void closedJson(text)))
  })
})
