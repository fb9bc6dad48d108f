import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_MARKUP_CHARS, plainText, unescapeMarkup } from './markup.ts'
import { webAddress } from './web-address.ts'

describe('escaped markup', () => {
  test.each([
    ['<p>Tea &amp; coffee</p>', '<p>Tea &amp; coffee</p>'],
    ['&lt;p&gt;Tea &amp;amp; coffee&lt;/p&gt;', '<p>Tea &amp; coffee</p>'],
    ['&amp;lt;p&amp;gt;Tea&amp;lt;/p&amp;gt;', '<p>Tea</p>'],
    ['&#60;p&#62;Tea&#x3c;/p&#x3E;', '<p>Tea</p>'],
    ['<div>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</div>', '<div><p>One</p><p>Two</p></div>'],
    ['<p>You know &lt;div&gt; from &lt;span&gt;</p>', '<p>You know &lt;div&gt; from &lt;span&gt;</p>'],
    ['Plain text, 3 &lt; 4', 'Plain text, 3 &lt; 4'],
    ['R&amp;amp;D', 'R&amp;D'],
    ['', ''],
  ])('%s becomes %s', (markup, expected) => {
    expect(unescapeMarkup(markup)).toBe(expected)
  })

  test('of a monstrous size is left alone', () => {
    const monster = '&lt;p&gt;'.repeat(MAX_MARKUP_CHARS / 8)
    expect(unescapeMarkup(monster)).toBe(monster)
  })

  test('comes back whole when it was escaped once', () => {
    const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '&amp;', 'ü', '\n', '"') }), (text) => {
        const html = `<p>${text}</p>`
        expect(unescapeMarkup(escaped(html))).toBe(html)
        expect(unescapeMarkup(html)).toBe(html)
      }),
    )
  })
})

test.each([
  ['  R&amp;D\n Lead ', 'R&D Lead'],
  ['AT&amp;amp;T', 'AT&T'],
  ['C&A', 'C&A'],
  ['a\u0000b', 'a b'],
  ['   ', null],
  [7, null],
  [null, null],
])('the text of %j is %j', (value, expected) => {
  expect(plainText(value)).toBe(expected)
})

test.each([
  ['https://x.example/a b', undefined, 'https://x.example/a%20b'],
  [' http://x.example ', undefined, 'http://x.example/'],
  ['/jobs/1', 'https://x.example/feed', 'https://x.example/jobs/1'],
  ['/jobs/1', undefined, null],
  ['//evil.example/1', 'https://x.example/feed', 'https://evil.example/1'],
  ['javascript:alert(1)', 'https://x.example/feed', null],
  ['data:text/html,x', undefined, null],
  ['mailto:a@b.example', undefined, null],
  ['https://', undefined, null],
  ['', 'https://x.example/feed', null],
  [12, undefined, null],
])('the web address of %j, seen from %s, is %s', (value, base, expected) => {
  expect(webAddress(value, base)).toBe(expected)
})
