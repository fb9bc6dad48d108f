import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, spansOf, wordsOfSpans } from './inline-text.ts'

/** A short form: b:, i:, and the address in angle brackets. */
function short(line: string): string[] {
  return spansOf(line).map(
    ({ text, isBold, isItalic, url }) =>
      `${isBold ? 'b:' : ''}${isItalic ? 'i:' : ''}${text}${url === null ? '' : `<${url}>`}`,
  )
}

test.each([
  ['plain', ['plain']],
  ['a **b** c', ['a ', 'b:b', ' c']],
  ['*i* and **b**', ['i:i', ' and ', 'b:b']],
  ['**b *bi* b**', ['b:b ', 'b:i:bi', 'b: b']],
  ['*i **ib** i*', ['i:i ', 'b:i:ib', 'i: i']],
  ['[here](https://example.org/a?b=1)', ['here<https://example.org/a?b=1>']],
  ['[**bold** link](https://example.org)', ['b:bold<https://example.org>', ' link<https://example.org>']],
  ['**[link](https://example.org/a_(b))**', ['b:link<https://example.org/a_(b)>']],
  ['[bad](javascript:alert(1))', ['[bad](javascript:alert(1))']],
  ['[file](file:///etc/passwd)', ['[file](file:///etc/passwd)']],
  ['[no](https://)', ['[no](https://)']],
  ['5 * 3 * 2', ['5 * 3 * 2']],
  ['**open', ['**open']],
  ['a ** b ** c', ['a ** b ** c']],
  ['# heading', ['# heading']],
  ['- point', ['- point']],
  ['`code` <b>html</b> &amp; snake_case_name', ['`code` <b>html</b> &amp; snake_case_name']],
  ['', []],
])('%s', (line, spans) => {
  expect(short(line)).toEqual(spans)
})

test('no letter is lost or made: what is left out are stars, brackets and addresses', () => {
  assert(
    property(array(constantFrom('a', 'ß', ' ', '*', '**', '[x]', '(https://e.org)', '[', '](', ')', '_')), (parts) => {
      const line = parts.join('')
      const letters = (text: string) => text.replace(/https:\/\/e\.org/g, '').replace(/[^aßx_]/g, '')
      expect(letters(wordsOfSpans(spansOf(line)))).toBe(letters(line))
    }),
  )
})

test('a line of nothing but opening marks stays what it is', () => {
  const line = '*a **b [c]('.repeat(270)
  expect(wordsOfSpans(spansOf(line)).replace(/[*]/g, '')).toBe(line.replace(/[*]/g, ''))
})

test.each([
  ['soft\u00adhyphen zero\u200bwidth \ufeffmark', 'softhyphen zerowidth mark'],
  ['a\tb\r\nc\u0000d', 'a b c d'],
  ['e\u0301', 'é'],
  ['пʼять', 'п’ять'],
  ['  spaces   between ', 'spaces between'],
])('%j becomes %j', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})
