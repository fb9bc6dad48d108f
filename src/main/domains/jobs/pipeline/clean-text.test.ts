import { describe, expect, it } from 'vitest'
import { cleanLine, cut } from './clean-text.ts'
import { repairMojibake } from './mojibake.ts'

describe('cleanLine', () => {
  it.each([
    ['entities', 'R&amp;D &#8211; K&ouml;ln', 'R&D – Köln'],
    ['entities escaped twice', 'R&amp;amp;D', 'R&D'],
    ['tags, also escaped ones', '<b>Data</b> &lt;i&gt;Engineer&lt;/i&gt;', 'Data Engineer'],
    ['a script in a title', 'Dev<script>alert(1)</script>', 'Dev alert(1)'],
    ['white space of all kinds', ' Data\u00a0\t\n Engineer\u2003', 'Data Engineer'],
    ['zero-width, bidi and control characters', 'Da\u200bta\u202e Eng\u0000in\u00adeer\ufeff', 'Data Engineer'],
    ['hidden tag characters', 'Engineer\u{e0041}\u{e0042}', 'Engineer'],
    ['decomposed letters', 'Mu\u0308nchen', 'München'],
    ['a lone surrogate', 'Data \ud800 Engineer', 'Data \ufffd Engineer'],
  ])('cleans %s', (_what, raw, expected) => {
    expect(cleanLine(raw, 300)).toBe(expected)
  })

  it.each([['Salary < 50k > 40k'], ['C<T> templates? a < b'], ['AT&T'], ['x&y=1']])(
    'keeps what is no markup: %s',
    (raw) => {
      expect(cleanLine(raw, 300).replace(/\s+/g, '')).toContain(raw.includes('C<T>') ? 'a<b' : raw.replace(/\s+/g, ''))
    },
  )

  it('cuts at the limit without splitting a character in two', () => {
    expect(cleanLine('🚀'.repeat(10), 5)).toBe('🚀🚀')
    expect(cut('abc', 3)).toBe('abc')
  })

  it('takes time in proportion to its limit, not to a field of a megabyte', () => {
    expect(cleanLine('<'.repeat(1_000_000), 300)).toHaveLength(300)
    expect(cleanLine('&amp;'.repeat(500_000), 300).length).toBeLessThanOrEqual(300)
  })
})

describe('repairMojibake', () => {
  it.each([
    ['MÃ¼nchen', 'München'],
    ['Â£55k', '£55k'],
    ['weâ€™re', 'we’re'],
    ['GdaÅ„sk', 'Gdańsk'],
    ['LÃ³dÅº', 'Lódź'],
    ['KÃ¶ln – «ÉTÉ»', 'Köln – «ÉTÉ»'],
    ['caf\u00c3\u00a9 \u00e2\u0080\u0093 bar', 'café – bar'],
    ['a\u0096b', 'a–b'],
  ])('repairs UTF-8 that was read as Latin-1: %s', (broken, expected) => {
    expect(repairMojibake(broken)).toBe(expected)
  })

  it.each([
    ['München'],
    ['SÃO PAULO'],
    ['IRMÃ – São'],
    ['„BÄ“ und „Ü“'],
    ['naïve café'],
    ['“Crê…”'],
    ['ÅNGSTRÖM'],
    ['Ñandú'],
  ])('leaves alone what was right: %s', (text) => {
    expect(repairMojibake(text)).toBe(text)
  })
})
