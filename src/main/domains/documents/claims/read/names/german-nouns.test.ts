import { describe, expect, it } from 'vitest'
import { isFirstPart, isNoun, nounLook } from './german-nouns.ts'
import { isNounForm, NOUN_NAMES } from './noun-table.ts'

describe('the table of nouns', () => {
  it.each(['haus', 'hausern', 'radiologen', 'greifen', 'rontgen', 'zyste'])('has %s', (word) => {
    expect(isNounForm(word)).toBe(true)
  })

  it.each(['', 'hausx', 'haushau', 'zzz', 'aaa', 'lufthansa', 'telekom', 'allianz', 'adac', 'synlab'])(
    'has not "%s"',
    (word) => {
      expect(isNounForm(word)).toBe(false)
    },
  )

  it('knows which employers are nouns, too', () => {
    expect(['orange', 'linde', 'trumpf', 'siemens'].map((name) => NOUN_NAMES.has(name))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

it.each([
  'lungenrundherden',
  'universitatsklinikums',
  'triebfahrzeugfuhrerinnen',
  'punktlichkeitsberichte',
  'physiotherapeutin',
  'mitgliedstaates',
  'teilnehmende',
  'interessierten',
  'bankkaufmann',
  'aktuariat',
  'noroviren',
  'hochregallager',
  'nachwuchskrafte',
  'greifpunkten',
])('a German noun: %s', (word) => {
  expect(nounLook(word)).toBe('noun')
})

it.each([
  // Made like a noun, of something that is none.
  ['zikaviren', 'made'],
  ['isarpflege', 'made'],
  // Of nouns, but such as names are made of.
  ['nordmoor', 'none'],
  ['silberpfad', 'none'],
  ['mooslicht', 'none'],
  ['havelwerk', 'none'],
  ['nordhausen', 'none'],
  ['helios', 'none'],
  ['sundvik', 'none'],
  ['celonis', 'none'],
  ['lorenz', 'none'],
])('%s looks %s', (word, look) => {
  expect(nounLook(word)).toBe(look)
})

it('takes a compound for no noun in itself', () => {
  expect([isNoun('moos'), isNoun('mooslicht')]).toEqual([true, false])
})

it.each([
  ['arbeits', true],
  ['greif', true],
  ['schul', true],
  ['rund', true],
  ['punktlichkeits', true],
  ['fjell', false],
])('the first part of a compound: %s', (part, isPart) => {
  expect(isFirstPart(part)).toBe(isPart)
})

it('reads a long word in no time that matters', () => {
  expect(nounLook(`${'unter'.repeat(11)}q`)).toBe('none')
  expect(nounLook(`${'unter'.repeat(3000)}q`)).toBe('none')
})
