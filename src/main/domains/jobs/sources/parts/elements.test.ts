import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { elementsOf, hasClass, innerOf, textOf } from './elements.ts'

test.each<[string, string, string | null]>([
  ['<div class="a">x</div>', 'a', 'x'],
  ["<div id=1 class='b  a\n c'>x</div>", 'a', 'x'],
  ['<div CLASS=a>x</div>', 'a', 'x'],
  ['<div class="ab">x</div><p data-a="a">y</p>', 'a', null],
  ['<div class="a">x<div>y</div>z</div><div>q</div>', 'a', 'x<div>y</div>z'],
  ['<div class="a">x<p>y</div>', 'a', 'x<p>y'],
  ['<div class="a">x', 'a', 'x'],
  ['<!-- <div class="a">no</div> --><script>"<div class=a>no</div>"</script><p class="a">yes</p>', 'a', 'yes'],
  ['', 'a', null],
])('the inside of %s', (html, name, inner) => {
  expect(innerOf(html, hasClass(name))).toBe(inner)
})

test('elements come in order, each with its own attributes, and none from inside another', () => {
  const html = '<ul><li class="a" id="1"><b class="a">x</b></li><li class="c a" id="2">y</li></ul>'
  const found = [...elementsOf(html, hasClass('a'))]
  expect(found.map(({ inner }) => inner)).toEqual(['<b class="a">x</b>', 'y'])
  expect(found.map(({ start, end }) => html.slice(start, end))).toEqual([
    '<li class="a" id="1"><b class="a">x</b></li>',
    '<li class="c a" id="2">y</li>',
  ])
})

test.each<[string | null, string | null]>([
  ['\n  Data <b>Engineer</b>&nbsp;&amp; more<!---->\n', 'Data Engineer & more'],
  ['<br>', null],
  [null, null],
  ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
])('the text of %s', (markup, text) => {
  expect(textOf(markup)).toBe(text)
})

test('any text gives elements that lie in it', () => {
  const piece = fc.constantFrom('<a class="a">', '</a>', '<p>', 'x', '<!--', '-->', '<a class=a', '"', '<script>')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join('')
      for (const { start, end, inner } of elementsOf(html, hasClass('a'))) {
        expect(html.slice(start, end)).toContain(inner)
      }
    }),
  )
})
