import { expect, test } from 'vitest'
import headings from '#resources/document-headings.json' with { type: 'json' }
import { DOCUMENT_LANGUAGES, SECTION_KINDS } from '#shared/documents.ts'
import { datesText, wordsOf } from './document-words.ts'

const going = { start: '2019-03', end: null, isDated: false }

test.each([
  ['en', 'Mar 2019 – present'],
  ['de', '03/2019 – heute'],
  ['fr', 'mars 2019 – aujourd’hui'],
  ['es', 'mar 2019 – actualidad'],
  ['it', 'mar 2019 – oggi'],
  ['nl', 'mrt. 2019 – heden'],
  ['pl', '03.2019 – obecnie'],
  ['pt', 'mar. 2019 – presente'],
  ['sv', 'mars 2019 – nu'],
] as const)('a post that goes on, in %s: %s', (language, text) => {
  expect(datesText(going, language)).toBe(text)
})

test.each([
  [{ start: '2016', end: '2018', isDated: false }, '2016 – 2018'],
  [{ start: '2016-12', end: '2017-01', isDated: false }, 'Dec 2016 – Jan 2017'],
  [{ start: '2021-06', end: null, isDated: true }, 'Jun 2021'],
  [{ start: null, end: '2012-10', isDated: false }, 'Oct 2012'],
  [{ start: '2015', end: '2015', isDated: false }, '2015'],
  [{ start: null, end: null, isDated: false }, ''],
])('dates %j are "%s"', (span, text) => {
  expect(datesText(span, 'en')).toBe(text)
})

test('every language names every section, differently, and twelve months or none', () => {
  expect(Object.keys(headings.languages).toSorted()).toEqual([...DOCUMENT_LANGUAGES].toSorted())
  for (const language of DOCUMENT_LANGUAGES) {
    const words = wordsOf(language)
    expect(Object.keys(words.sections).toSorted()).toEqual([...SECTION_KINDS].toSorted())
    expect(new Set(Object.values(words.sections)).size).toBe(SECTION_KINDS.length)
    expect([0, 12]).toContain(words.months.length)
    expect(new Set(words.months).size).toBe(words.months.length)
  }
})
