import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { readPlaces } from '../../enrich/place/places.ts'
import { parseOffers } from './parse.ts'

const search = readFileSync(new URL('fixtures/search.json', import.meta.url), 'utf8')
const url = 'https://api.francetravail.io/partenaire/offresdemploi/v2/offres/search'
const parse = (text: string) => parseOffers({ text, url })
const postingsOf = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object) => postingsOf(JSON.stringify({ id: '7', intitule: 'Data engineer', ...fields }))[0]

describe('a search on France Travail', () => {
  const postings = postingsOf(search)

  test('gives what an ad says', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: '201XYZK',
      title: 'Ingénieur / Ingénieure données (F/H)',
      company: 'Tidemark Robotics France',
      url: 'https://candidat.francetravail.fr/offres/recherche/detail/201XYZK',
      locations: ['Paris 12e Arrondissement'],
      countryCode: 'FR',
      descriptionHtml: "Vous construisez les flux de données d'un réseau de bus.\n\nProfil :\n- Python & SQL",
      postedAt: Date.UTC(2026, 10, 20, 8, 30, 15),
      closesAt: null,
      statedSalary: null,
      salaryText: 'Annuel de 45000.0 Euros à 55000.0 Euros sur 12.0 mois',
      workplace: null,
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('does with what there is of an ad', () => {
    expect(postings[1]).toMatchObject({
      sourcePostingId: '4711',
      company: null,
      url: 'https://candidat.francetravail.fr/offres/recherche/detail/4711',
      locations: ['Lyon 3e Arrondissement'],
      countryCode: 'FR',
      postedAt: Date.UTC(2026, 10, 19, 6),
      salaryText: 'Selon profil',
      employmentType: 'temporary',
    })
  })

  test('says why an item is no posting', () => {
    expect(parse(search).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'no_title', 'no_url'])
  })
})

test.each([
  ['75 - Paris 12e Arrondissement', 'Paris 12e Arrondissement', 'FR', 'Paris'],
  ['69 - LYON 03', 'Lyon 3e Arrondissement', 'FR', 'Lyon'],
  ['13 - MARSEILLE 08', 'Marseille 8e Arrondissement', 'FR', 'Marseille'],
  ['75 - PARIS 01', 'Paris 1er Arrondissement', 'FR', 'Paris'],
  ['2A - AJACCIO', 'Ajaccio', 'FR', 'Ajaccio'],
  ['92 - Hauts-de-Seine', 'Hauts-de-Seine', 'FR', null],
  ['44 - Nantes', 'Nantes', 'FR', 'Nantes'],
  ['France', 'France', 'FR', null],
  ['Île-de-France', 'Île-de-France', null, null],
])('%s is a place in France', (libelle, location, countryCode, city) => {
  const posting = one({ lieuTravail: { libelle } })
  expect(posting).toMatchObject({ locations: [location], countryCode })
  expect(readPlaces({ locations: posting?.locations ?? [], countryCode })).toMatchObject([{ city, countryCode: 'FR' }])
})

test.each([
  ['99 - Allemagne', 'Allemagne', 'DE'],
  ['Belgique', 'Belgique', 'BE'],
  ['Étranger', 'Étranger', null],
])('%s is a place elsewhere', (libelle, location, countryCode) => {
  expect(one({ lieuTravail: { libelle } })).toMatchObject({ locations: [location], countryCode })
})

test.each([[null], [{}], [{ libelle: ' ' }], [['Paris']]])('%j names no place', (lieuTravail) => {
  expect(one({ lieuTravail })).toMatchObject({ locations: [], countryCode: null })
})

test.each([
  ['CDI', { typeContrat: 'CDI' }, null],
  ['CDI, temps partiel', { typeContrat: 'CDI', dureeTravailLibelleConverti: 'Temps partiel' }, 'part_time'],
  ['CDD', { typeContrat: 'CDD', dureeTravailLibelleConverti: 'Temps plein' }, 'temporary'],
  ['intérim', { typeContrat: 'MIS' }, 'temporary'],
  ['saisonnier', { typeContrat: 'SAI' }, 'temporary'],
  ['CDI intérimaire', { typeContrat: 'DIN', dureeTravailLibelleConverti: 'Temps plein' }, 'full_time'],
  ['libéral', { typeContrat: 'LIB' }, 'contract'],
  ['alternance', { typeContrat: 'CDD', alternance: true }, 'internship'],
  ['apprentissage', { typeContrat: 'CDD', natureContrat: 'Contrat apprentissage' }, 'internship'],
  ['nothing', {}, null],
])('employment: %s', (_, fields, employmentType) => {
  expect(one(fields)?.employmentType).toBe(employmentType)
})

test('an ad is read with text in place of its objects', () => {
  const fields = { entreprise: 'Feldlerche SARL', lieuTravail: '33 - BORDEAUX', salaire: 'Mensuel de 2000 Euros' }
  expect(one(fields)).toMatchObject({
    company: 'Feldlerche SARL',
    locations: ['Bordeaux'],
    countryCode: 'FR',
    salaryText: 'Mensuel de 2000 Euros',
  })
})

test.each([
  [{ urlOrigine: 'https://a.example/1' }, 'https://a.example/1'],
  [{ urlOrigine: 'javascript:alert(1)' }, 'https://candidat.francetravail.fr/offres/recherche/detail/7'],
  [null, 'https://candidat.francetravail.fr/offres/recherche/detail/7'],
])('an address from %j', (origineOffre, address) => {
  expect(one({ origineOffre })?.url).toBe(address)
})

test.each([
  ['a bare list', [{ id: '7', intitule: 'x' }]],
  ['one alone', { id: '7', intitule: 'x' }],
])('ads come as %s', (_, value) => {
  expect(postingsOf(JSON.stringify(value))).toHaveLength(1)
})

test.each(['', 'null', '"x"', '{}', '{"message":"no"}', '<html></html>'])('%j is none of its answers', (text) => {
  expect(() => parse(text)).toThrow(/JSON/)
})

const underTest = { payload: JSON.parse(search) as unknown, listKey: 'resultats', parse }
test('never throws anything but unreadable, whatever is sent', () => {
  expect(() => staysReadable(underTest)).not.toThrow()
})
test('keeps the good items whatever stands between them', () => {
  expect(() => keepsTheGoodItems(underTest)).not.toThrow()
})
