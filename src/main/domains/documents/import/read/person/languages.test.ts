import { expect, test } from 'vitest'
import { resumeLines } from '../resume-lines.fixture.ts'
import { languagesInPassing, languagesListed } from './languages.ts'

const listed = (...texts: readonly string[]) =>
  languagesListed(resumeLines(...texts)).map(({ code, level }) => (level === null ? code : `${code} ${level}`))

test.each([
  ['Norwegian', ['Norsk (morsmål), engelsk – C1, tysk: grunnleggende'], ['no native', 'en C1', 'de']],
  ['Norwegian forms', ['Bokmål: morsmål'], ['no native']],
  ['Swedish', ['Svenska: modersmål', 'Engelska: flytande', 'Franska B1'], ['sv native', 'en', 'fr B1']],
  ['Danish', ['Dansk – modersmål', 'Engelsk – flydende', 'Italiensk (A2)'], ['da native', 'en', 'it A2']],
  [
    'Finnish',
    ['Suomi (äidinkieli)', 'Ruotsi B1', 'Espanja (A2)', 'Venäjä: alkeet'],
    ['fi native', 'sv B1', 'es A2', 'ru'],
  ],
  ['Italian', ['Italiano: madrelingua', 'Inglese: ottimo', 'Tedesco (B2)'], ['it native', 'en', 'de B2']],
  ['Portuguese', ['Português – língua materna', 'Inglês – avançado', 'Francês A2'], ['pt native', 'en', 'fr A2']],
  ['Dutch', ['Nederlands: moedertaal', 'Engels: vloeiend', 'Duits (B1)'], ['nl native', 'en', 'de B1']],
  ['languages that few ask for', ['Quechua (B2), Luganda: mother tongue'], ['qu B2', 'lg native']],
  [
    'a name of two words, and one that nobody knows between others',
    ['English (native), Scottish Gaelic (C1), Klingon (A1)', 'Deutsch: fliessend, C1'],
    ['en native', 'gd C1', 'de C1'],
  ],
  [
    'names in the languages themselves',
    ['Українська (native)', 'Русский: C1', '日本語 A1'],
    ['uk native', 'ru C1', 'ja A1'],
  ],
])('a list of languages: %s', (_name, lines, languages) => {
  expect(listed(...lines)).toEqual(languages)
})

test('a country is no language outside of a list of them', () => {
  expect(resumeLines('Espanja, C1 Oy').flatMap(languagesInPassing)).toEqual([])
  expect(resumeLines('Lived in Italia, level B2 of the car park').flatMap(languagesInPassing)).toEqual([])
})
