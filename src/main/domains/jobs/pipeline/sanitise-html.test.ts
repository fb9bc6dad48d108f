import { describe, expect, it } from 'vitest'
import { htmlToPlainText } from './html-to-plain-text.ts'
import { sanitiseHtml } from './sanitise-html.ts'

const LINK = 'rel="noopener nofollow"'

describe('sanitiseHtml', () => {
  it.each([
    [
      'boxes become paragraphs',
      '<div><div>One</div><div>Two <b>bold</b></div></div>',
      '<p>One</p><p>Two <strong>bold</strong></p>',
    ],
    [
      'markup that was escaped is decoded',
      '&lt;p&gt;A &amp;amp; B&lt;/p&gt;&lt;ul&gt;&lt;li&gt;C&lt;/li&gt;&lt;/ul&gt;',
      '<p>A &amp; B</p><ul><li>C</li></ul>',
    ],
    [
      'markup that was escaped twice',
      '&amp;lt;p&amp;gt;A&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;B&amp;lt;/p&amp;gt;',
      '<p>A</p><p>B</p>',
    ],
    ['plain text keeps its lines', 'One\ntwo\n\nPara < 5 & more', '<p>One<br />two</p><p>Para &lt; 5 &amp; more</p>'],
    ['inline markup keeps its lines', '<b>Tasks</b>\nOne\nTwo', '<p><strong>Tasks</strong><br />One<br />Two</p>'],
    ['a text that talks about a tag stays', 'Use &lt;div&gt; in HTML', '<p>Use &lt;div&gt; in HTML</p>'],
    [
      'a paragraph in a list item is its text',
      '<ul><li><p>One</p></li><li>Two<br>x</li></ul>',
      '<ul><li>One</li><li>Two<br />x</li></ul>',
    ],
    ['headings become two kinds', '<h1>T</h1><h2>U</h2><h5>V</h5>', '<h3>T</h3><h3>U</h3><h4>V</h4>'],
    [
      'inline around blocks moves into them',
      '<strong><p>x</p><p>y</p></strong>',
      '<p><strong>x</strong></p><p><strong>y</strong></p>',
    ],
    [
      'links keep only where they lead',
      '<a href="https://a.example/x?b=1&c=2" onclick=x target=_blank class=y>z</a>',
      `<p><a href="https://a.example/x?b=1&amp;c=2" ${LINK}>z</a></p>`,
    ],
    [
      'links without a web address are text',
      '<a href="mailto:x@y.example">mail</a> <a href="/jobs">here</a>',
      '<p>mail here</p>',
    ],
    ['empty blocks go', '<p></p><p>&nbsp;</p><ul><li></li></ul><p>ok</p>', '<p>ok</p>'],
    [
      'images, styles and forms go',
      '<style>p{}</style><img src=x><form><input value=1></form><p style="color:red" class="x">ok</p>',
      '<p>ok</p>',
    ],
    [
      'tables stay',
      '<table><tr><td>Pay</td><td>60k</td></tr></table>',
      '<table><tr><td>Pay</td><td>60k</td></tr></table>',
    ],
    ['unclosed tags are closed', '<p>One<ul><li>Two<li>Three', '<p>One</p><ul><li>Two</li><li>Three</li></ul>'],
    ['nothing', '', ''],
  ])('%s', (_what, raw, expected) => {
    expect(sanitiseHtml(raw)).toBe(expected)
  })

  it.each([
    ['too many tags', '<p>word</p>'.repeat(20_000)],
    ['too many open tags', `${'<div>'.repeat(5000)}word${'</div>'.repeat(5000)}`],
    ['too many of them escaped', '&lt;p&gt;word&lt;/p&gt;'.repeat(12_000)],
  ])('keeps the text of markup that no parser should be given: %s', (_what, raw) => {
    expect(htmlToPlainText(sanitiseHtml(raw))).toMatch(/^word(?:\s+word)*$/)
  })

  it('gives the same result when its own result comes in again', () => {
    const once = sanitiseHtml('<div>One <b>two</b><ul><li>three<br>four</li></ul><pre>a\n  b</pre>five</div>')
    expect(sanitiseHtml(once)).toBe(once)
  })
})

describe('htmlToPlainText', () => {
  it.each([
    [
      'paragraphs are set apart, items have a line each',
      '<h3>Tasks</h3><ul><li>One</li><li>Two</li></ul><p>End</p>',
      'Tasks\n\nOne\nTwo\n\nEnd',
    ],
    ['a line break is a line', '<p>One<br />Two<br /><br />Three</p>', 'One\nTwo\n\nThree'],
    ['nested items', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', 'a\nb\nc'],
    [
      'cells are parted by a tab',
      '<table><tr><td>Pay</td><td>60k</td></tr><tr><td>Leave</td><td>30</td></tr></table>',
      'Pay\t60k\nLeave\t30',
    ],
    ['entities are characters', '<p>R&amp;D &lt; 5 &quot;x&quot;</p>', 'R&D < 5 "x"'],
    ['preformatted lines stay', '<pre>a\n  b</pre>', 'a\n  b'],
    ['inline markup adds no space', '<p>C<strong>++</strong> and <em>Go</em></p>', 'C++ and Go'],
  ])('%s', (_what, html, expected) => {
    expect(htmlToPlainText(html)).toBe(expected)
  })
})
