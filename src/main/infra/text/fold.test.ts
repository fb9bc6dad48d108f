import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForKey, foldLetters, foldSpelling, stripAccents } from './fold.ts'

const ROWS: readonly (readonly [written: string, stripped: string, letters: string, key: string, spelling: string])[] =
  [
    ['', '', '', '', ''],
    ['Data Engineer', 'data engineer', 'data engineer', 'data engineer', 'data engineer'],
    ['Göteborg', 'goteborg', 'goteborg', 'goteborg', 'goteborg'],
    ['Łódź', 'łodz', 'lodz', 'lodz', 'lodz'],
    ['STRAẞE', 'straße', 'strasse', 'strasse', 'strasse'],
    ['Møller', 'møller', 'moller', 'moller', 'moller'],
    ['Mueller', 'mueller', 'mueller', 'mueller', 'muller'],
    ['Müller', 'muller', 'muller', 'muller', 'muller'],
    ['Ærø', 'ærø', 'aero', 'aero', 'aro'],
    ['Œuvre', 'œuvre', 'oeuvre', 'oeuvre', 'ouvre'],
    ['Đorđević', 'đorđevic', 'dordevic', 'dordevic', 'dordevic'],
    ['Þór Guðrún', 'þor guðrun', 'thor gudrun', 'thor gudrun', 'thor gudrun'],
    ['İstanbul', 'istanbul', 'istanbul', 'istanbul', 'istanbul'],
    ['Cafe\u0301', 'cafe', 'cafe', 'cafe', 'cafe'],
    ['ﬁnance…', 'ﬁnance…', 'ﬁnance…', 'finance...', 'finance...'],
    ['Инженер 한국', 'инженер 한국'.normalize('NFD'), 'инженер 한국', 'инженер 한국', 'инженер 한국'],
  ]

describe('folding letters', () => {
  it.each(ROWS)('folds %j', (written, stripped, letters, key, spelling) => {
    expect([stripAccents(written), foldLetters(written), foldForKey(written), foldSpelling(written)]).toEqual([
      stripped,
      letters,
      key,
      spelling,
    ])
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldLetters(foldLetters(text))).toBe(foldLetters(text))
      }),
    )
  })

  it('takes composed and decomposed letters for the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldForKey(text.normalize('NFD'))).toBe(foldForKey(text.normalize('NFC')))
      }),
    )
  })
})
