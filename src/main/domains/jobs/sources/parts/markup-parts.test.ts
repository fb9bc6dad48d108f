import { expect, test } from 'vitest'
import { joinedMarkup } from './markup-parts.ts'

test.each([
  [
    'sections under their headings',
    [{ html: '<p>We are.</p>' }, { heading: 'You & we', html: '<ul><li>SQL</li></ul>' }],
    '<p>We are.</p>\n<h3>You &amp; we</h3>\n<ul><li>SQL</li></ul>',
  ],
  [
    'plain text as paragraphs, its signs escaped',
    [{ html: ' ', plain: 'a < b\nand\n\nmore' }],
    '<p>a &lt; b<br />and</p><p>more</p>',
  ],
  ['markup before plain text', [{ html: '<p>a</p>', plain: 'a' }], '<p>a</p>'],
  ['escaped markup as markup', [{ html: '&lt;p&gt;a&lt;/p&gt;' }], '<p>a</p>'],
  ['no heading without a text', [{ heading: 'Benefits', html: '', plain: null }], ''],
  ['nothing from what is no text', [{ heading: 3, html: 7, plain: {} }], ''],
])('joins %s', (_, parts, markup) => {
  expect(joinedMarkup(parts)).toBe(markup)
})
