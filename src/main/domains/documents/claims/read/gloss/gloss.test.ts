import { expect, it } from 'vitest'
import { glossOf } from './gloss.ts'

it.each([
  ['fr', 'une équipe de vingt-cinq personnes', 'one team of 25 people'],
  ['fr', 'quatre-vingt-dix-sept clients, mille deux cents visiteurs', '97 customers, 1,200 visitors'],
  ['fr', 'ramené de 5 heures à 50 minutes', 'reduced from 5 hours to 50 minutes'],
  ['fr', 'un cinquième de moins, un cinquième serveur', '20 percent of less, one cinquième serveur'],
  ['fr', 'durée divisée par six', 'durée reduced 6 times'],
  ['es', 'más de doscientas mil hectáreas', 'more than 200,000 hectares'],
  ['es', 'casi millón y medio de reservas al año', 'nearly 1.5 million of reservas per year'],
  ['it', 'milleduecento domande, ventitré ore', '1,200 domande, 23 hours'],
  ['it', 'un catalogo di 400mila articoli', 'one catalogo of 400 thousand articles'],
  ['it', 'dal 68% all’87%', 'from 68% to 87%'],
  ['nl', 'zesentwintig uur, drieënhalf jaar', '26 hours, 3.5 years'],
  ['nl', 'met 38 mensen, met 30% verlaagd', 'with 38 people, by 30% reduced'],
  ['pl', 'trzyosobowym zespołem od kwietnia 2021 r.', '3 people team since april 2021 r.'],
  ['pl', 'o ponad jedną trzecią, z 6 do 2 godzin', 'by more than 33.3333 percent, from 6 to 2 hours'],
  ['pt', 'sete milhões e meio de registos por dia', '7.5 million of registos per day'],
  ['sv', 'tvåhundrafemtio förare, tjugofem procent', '250 förare, 25 percent'],
  ['pl', 'w 2019 roku, trzy lata, w marcu 2020 r.', 'in 2019 , 3 years, in march 2020 r.'],
  ['fr', 'un budget de 2 M€', 'one budget of 2 million €'],
  ['de', 'elf Tage', 'elf Tage'],
  ['fr', 'chez La Poste et Due Diligence', 'chez La Poste and Due Diligence'],
])('%s: %s', (language, text, english) => {
  expect(glossOf(text, language).text).toBe(english)
})

it('finds the words of the sentence again', () => {
  const sentence = 'J’encadre sept développeurs, dont 400 mille lignes.'
  const gloss = glossOf(sentence, 'fr')
  for (const [english, own] of [
    ['7', 'sept'],
    ['7 developers', 'sept développeurs'],
    ['lignes', 'lignes'],
  ] as const) {
    const at = gloss.text.indexOf(english)
    expect(gloss.ownWords(at, at + english.length)).toBe(own)
  }
  expect(gloss.text.slice(gloss.placeOf(sentence.indexOf('lignes')))).toBe('lignes.')
})
