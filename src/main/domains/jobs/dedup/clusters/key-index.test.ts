import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyIndex } from './key-index.ts'
import { SignaturePool } from './signature-pool.ts'
import { compareTexts, signatureOf } from '../signature.ts'

function filedUnder(index: KeyIndex, key: string): number[] {
  const found = new Set<number>()
  index.collect(key, found)
  return [...found].toSorted((a, b) => a - b)
}

describe('KeyIndex', () => {
  it('finds what a map of sets would find, also after it has grown', () => {
    const entries = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat(50)), { maxLength: 300 })
    fc.assert(
      fc.property(entries, (filed) => {
        const index = new KeyIndex()
        const expected = new Map<string, Set<number>>()
        for (const [key, value] of filed) {
          index.add(key, value)
          expected.set(key, (expected.get(key) ?? new Set()).add(value))
        }
        for (const [key, values] of expected) {
          expect(filedUnder(index, key)).toEqual([...values].toSorted((a, b) => a - b))
        }
        expect(filedUnder(index, 'nobody')).toEqual([])
      }),
    )
    const large = new KeyIndex()
    for (let value = 0; value < 20_000; value += 1) large.add(`key ${value % 7000}`, value)
    expect(filedUnder(large, 'key 13')).toEqual([13, 7013, 14_013])
  })
})

describe('SignaturePool', () => {
  const words = (count: number, of: string) => Array.from({ length: count }, (_, index) => `${of}${index}`).join(' ')

  it('gives back what was put in, however many there are', () => {
    const pool = new SignaturePool()
    const signatures = Array.from({ length: 6000 }, (_, index) => signatureOf(words(1 + (index % 300), `w${index}x`)))
    const places = signatures.map((signature) => pool.put(signature, 256))
    for (const [index, place] of places.entries()) expect(pool.get(place)).toEqual(signatures[index])
  })

  it('keeps of a signature what still tells how much two texts share', () => {
    const pool = new SignaturePool()
    const whole = signatureOf(words(400, 'word'))
    const short = pool.get(pool.put(whole, 96))
    expect(short.length).toBeLessThan(whole.length)
    expect(compareTexts(short, whole)).toMatchObject({ shorter: 1, longer: 1 })
    expect(compareTexts(short, signatureOf(words(400, 'other')))?.shorter).toBeLessThan(0.05)
  })
})
