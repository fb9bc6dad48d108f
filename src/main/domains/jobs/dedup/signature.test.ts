import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts, signatureFromBuffer, signatureOf, signatureToBuffer, similarity } from './signature.ts'

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ')
const standardErrors = 4 * Math.sqrt(0.25 / 64)

describe('signatureOf', () => {
  it('does not mind case, diacritics, punctuation and "&" for "and"', () => {
    const plain = signatureOf('Wir suchen Köche and Bäcker fur die Kuche')
    expect(signatureOf('wir suchen, KÖCHE & Bäcker – für die Küche!')).toEqual(plain)
  })

  it.each([
    ['half of it', 0, 400, 200, 600, 200 / 600, 0.5],
    ['nothing', 0, 300, 300, 600, 0, 0],
    ['everything', 0, 300, 0, 300, 1, 1],
    ['all of the shorter one', 0, 600, 0, 200, 1 / 3, 1],
  ])('estimates what two texts share: %s', (_what, fromA, toA, fromB, toB, resemblance, containment) => {
    const agreement = compareTexts(signatureOf(words(fromA, toA)), signatureOf(words(fromB, toB)))
    expect(Math.abs((agreement?.resemblance ?? 0) - resemblance)).toBeLessThan(standardErrors)
    expect(Math.abs((agreement?.containment ?? 0) - containment)).toBeLessThan(1.5 * standardErrors)
  })

  it('agrees with nothing when there is no text, not even with another empty one', () => {
    expect(similarity(signatureOf(''), signatureOf(' … '))).toBe(0)
    expect(compareTexts(signatureOf(''), signatureOf(words(0, 50)))).toBeNull()
  })

  it('survives the database, byte order included', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), (text) => {
        const signature = signatureOf(text)
        expect(signatureFromBuffer(signatureToBuffer(signature))).toEqual(signature)
      }),
    )
    expect([...signatureToBuffer(Uint32Array.of(1, ...Array.from({ length: 63 }, () => 0))).subarray(0, 4)]).toEqual([
      1, 0, 0, 0,
    ])
    expect(signatureFromBuffer(Buffer.from('short'))).toEqual(signatureOf(''))
  })
})
