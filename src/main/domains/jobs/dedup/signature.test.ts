import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts, isForClient, signatureFromBuffer, signatureOf, signatureToBuffer } from './signature.ts'

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ')

describe('signatureOf', () => {
  it('does not mind case, diacritics, punctuation and "&" for "and"', () => {
    const plain = signatureOf('Wir suchen Köche and Bäcker fur die Kuche')
    expect(signatureOf('wir suchen, KÖCHE & Bäcker – für die Küche!')).toEqual(plain)
  })

  it.each([
    ['half of it', 0, 400, 200, 600, 0.5, 0.5],
    ['nothing', 0, 300, 300, 600, 0, 0],
    ['everything', 0, 300, 0, 300, 1, 1],
    ['all of the shorter one', 0, 600, 0, 200, 1, 1 / 3],
    ['most of a long one', 0, 3000, 300, 3300, 0.9, 0.9],
  ])('estimates what two long texts share: %s', (_what, fromA, toA, fromB, toB, shorter, longer) => {
    const agreement = compareTexts(signatureOf(words(fromA, toA)), signatureOf(words(fromB, toB)))
    expect(Math.abs((agreement?.shorter ?? 0) - shorter)).toBeLessThan(0.1)
    expect(Math.abs((agreement?.longer ?? 0) - longer)).toBeLessThan(0.1)
  })

  it('compares short texts exactly: one word out of thirty changes three triples', () => {
    const changed = words(0, 30).replace('word12', 'other')
    expect(compareTexts(signatureOf(words(0, 30)), signatureOf(changed))).toEqual({
      shorter: 25 / 28,
      longer: 25 / 28,
      shingles: 28,
    })
  })

  it('compares the same whichever text comes first', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 300 }), fc.lorem({ maxCount: 300 }), (a, b) => {
        const [one, other] = [signatureOf(a), signatureOf(b)]
        expect(compareTexts(one, other)).toEqual(compareTexts(other, one))
      }),
    )
  })

  it('agrees with nothing when there is no text, not even with another empty one', () => {
    expect(compareTexts(signatureOf(''), signatureOf(' … '))).toBeNull()
    expect(compareTexts(signatureOf(''), signatureOf(words(0, 50)))).toBeNull()
  })

  it.each([
    ['For our client, a maker of pumps, we are looking for support.', true],
    ['Im Auftrag unseres Kunden suchen wir Verstärkung.', true],
    ['Für unseren Mandanten aus der Pharmabranche suchen wir einen Controller.', true],
    ['Voor een opdrachtgever in Utrecht zoeken wij een engineer.', true],
    ['Notre client, un éditeur de logiciels, recrute.', true],
    ['Nuestro cliente es una aseguradora.', true],
    ['Per conto di una società del settore cerchiamo un analista.', true],
    ['Dla naszego klienta z branży finansowej poszukujemy programisty.', true],
    ['Our clients trust us, and you will talk to them every day.', false],
    ['Wir bieten unseren Kunden Software für die Lagerhaltung.', false],
    ['You are the voice of our client services team.', false],
    ['Nos clients sont des hôpitaux.', false],
  ])('knows a text that speaks of the client it is for: %s', (text, expected) => {
    expect(isForClient(signatureOf(text))).toBe(expected)
  })

  it('survives the database, byte order included', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), (text) => {
        const signature = signatureOf(text)
        expect(signatureFromBuffer(signatureToBuffer(signature))).toEqual(signature)
      }),
    )
    expect([...signatureToBuffer(Uint16Array.of(0, 1))]).toEqual([0, 0, 1, 0])
  })

  it('takes a blob of another make for a text without words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (bytes) => {
        expect(signatureFromBuffer(bytes)).toEqual(signatureOf(''))
      }),
    )
    expect(signatureFromBuffer(Buffer.from('short'))).toEqual(signatureOf(''))
    expect(signatureFromBuffer(Buffer.alloc(0))).toEqual(signatureOf(''))
  })
})
