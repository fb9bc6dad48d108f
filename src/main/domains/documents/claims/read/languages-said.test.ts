import { expect, test } from 'vitest'
import type { SPOKEN_LEVELS } from '#shared/profile.ts'
import { isSpoken, readLanguages } from './languages-said.ts'

type Known = readonly [string, (typeof SPOKEN_LEVELS)[number] | null]

test.each<[string, readonly Known[], boolean]>([
  ['Norwegian (C1)', [['nb', 'C1']], true],
  ['Norwegian (C1)', [['nn', 'C1']], true],
  ['Norwegian (C1)', [['no', 'C1']], true],
  ['Norwegian', [['nb', null]], true],
  ['Norwegian Bokmål (C1)', [['nb', 'C1']], true],
  [
    'Norwegian (C1)',
    [
      ['nb', 'B1'],
      ['nn', 'C1'],
    ],
    true,
  ],
  ['Norwegian (C1)', [['nb', 'B1']], false],
  ['Norwegian (C1)', [['nb', null]], false],
  ['Norwegian', [['sv', 'native']], false],
  ['Swedish', [['nb', 'native']], false],
  ['German (C1)', [['de', 'C1']], true],
])('%s with %j: %j', (text, known, isTrue) => {
  const said = readLanguages(text, { isList: true })
  expect(said.length).toBeGreaterThan(0)
  expect(said.every((language) => isSpoken(language, new Map(known)))).toBe(isTrue)
})

test.each<[string, readonly (readonly [string, readonly string[] | null])[]]>([
  [
    'Speaks Polish as a mother tongue and works in German and English, both at C1.',
    [
      ['pl', ['native']],
      ['de', null],
      ['en', ['C1']],
    ],
  ],
  [
    'Native speaker of Spanish with C1 German and C2 English',
    [
      ['es', ['native']],
      ['de', ['C1']],
      ['en', ['C2']],
    ],
  ],
  [
    'Englisch (C1); hinzu kommt Türkisch, das ich auf C2-Niveau beherrsche',
    [
      ['en', ['C1']],
      ['tr', ['C2']],
    ],
  ],
])('the level of each language of its own: %s', (text, said) => {
  expect(readLanguages(text, { isList: true }).map(({ code, levels }) => [code, levels])).toEqual(said)
})

test.each<[string, readonly (readonly [string, readonly string[] | null])[]]>([
  ['I would be glad to start learning Dutch at C1 level.', []],
  ['My goal is to reach German at C1 level.', []],
  ['Ich spreche Deutsch, Niederländisch würde ich gern lernen.', [['de', null]]],
  ['Dutch, which I would love to learn, I do not speak.', []],
  ['My German (B1) I would like to improve.', [['de', ['B1']]]],
  ['I speak German, but no Dutch.', [['de', null]]],
  ['I am keen to use my fluent Dutch.', [['nl', ['C1', 'C2', 'native']]]],
  [
    'My English is at C1 level, alongside native German and Polish.',
    [
      ['en', ['C1']],
      ['de', ['native']],
      ['pl', ['native']],
    ],
  ],
  [
    'Muttersprachlerin in Deutsch, Polnisch und Englisch.',
    [
      ['de', ['native']],
      ['pl', ['native']],
      ['en', ['native']],
    ],
  ],
  [
    'My English and Tamil are native.',
    [
      ['en', ['native']],
      ['ta', ['native']],
    ],
  ],
  ['Verhandlungssicheres Englisch bringe ich mit.', [['en', ['C1', 'C2', 'native']]]],
])('what somebody claims to speak: %s', (text, said) => {
  expect(readLanguages(text, { isList: false }).map(({ code, levels }) => [code, levels])).toEqual(said)
})
