import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedPart } from './typed-part.ts'

describe('typedPart', () => {
  it.each([
    ['py', null, 0, ['py']],
    ['senior  Pyth', null, 0, ['senior', 'pyth']],
    ['"machine learning" pyt', null, 19, ['pyt']],
    ['rust OR pyt', null, 8, ['pyt']],
    ['(rust | pyt', null, 8, ['pyt']],
    ['rust -java pyt', null, 11, ['pyt']],
    ['dev* pyt', null, 5, ['pyt']],
    ['rust company:zal', 'company', 5, ['zal']],
    ['company:zalando pyt', null, 16, ['pyt']],
    ['company:"delivery he', 'company', 0, ['delivery', 'he']],
    ['company:“delivery he', 'company', 0, ['delivery', 'he']],
    ['Skill:C++', 'skill', 0, ['c++']],
    ['city:Mün', 'city', 0, ['mun']],
    ['"machine lear', null, 0, ['machine', 'lear']],
    ['a b c d e f g h', null, 6, ['d', 'e', 'f', 'g', 'h']],
  ] as const)('%s: what is being typed', (text, kind, from, words) => {
    const part = typedPart(text)
    expect(part).toMatchObject({ kind, from })
    expect(part?.words.map(({ folded }) => folded)).toEqual(words)
  })

  it.each([
    '',
    '  ',
    '"machine learning"',
    'rust -ja',
    'rust OR',
    'dev*',
    'source:lin',
    'company:',
    '-company:zal',
    '🙂',
    'company:"zalando"',
  ])('nothing can be suggested for %j', (text) => expect(typedPart(text)).toBeNull())

  it('never throws, and stands for an end of the text', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[a-c:"()|*\-, ]{0,30}$/))
    fc.assert(
      fc.property(texts, (text) => {
        const part = typedPart(text)
        if (part === null) return
        expect(part.from).toBeGreaterThanOrEqual(0)
        expect(part.from).toBeLessThan(text.length)
        expect(part.words.length).toBeGreaterThan(0)
      }),
    )
  })
})
