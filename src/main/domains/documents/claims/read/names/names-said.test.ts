import { describe, expect, it } from 'vitest'
import { findingsWith } from '../../figures/backing/one-fact.fixture.ts'
import { looksLikeNoun } from './german-nouns.ts'
import { isBankName, isLowerBrand } from './known-names.ts'
import { otherSchoolWords } from './schools-said.ts'
import { isShortFor, namePartsOf } from './short-names.ts'

describe('short forms of names', () => {
  it.each([
    ['TFLite', 'C++ and TensorFlow Lite on a board'],
    ['UCC', 'Nursing, University College Cork'],
    ['TFL', 'TensorFlow Lite'],
  ])('%s is one in "%s"', (word, text) => {
    expect(isShortFor(word, namePartsOf(text))).toBe(true)
  })

  it.each([
    ['UCL', 'Nursing, University College Cork'],
    ['TF', 'TensorFlow Lite'],
    ['Lite', 'TensorFlow Lite'],
    ['ABC', 'Alpha wrote Beta and then Gamma'],
  ])('%s is none in "%s"', (word, text) => {
    expect(isShortFor(word, namePartsOf(text))).toBe(false)
  })

  it('knows what a school is also called', () => {
    expect(otherSchoolWords('Graz University of Technology')).toContain('tu')
    expect(otherSchoolWords('University of Maribor')).not.toContain('tu')
  })
})

it.each([
  ['pflegekraften', true],
  ['frachtgeschaft', true],
  ['portieren', true],
  ['kundinnen', true],
  ['samstag', true],
  ['helios', false],
  ['synlab', false],
])('a German noun: %s', (word, isNoun) => {
  expect(looksLikeNoun(word)).toBe(isNoun)
})

it.each([
  [{ word: 'stripe', before: 'for', isGerman: false }, true],
  [{ word: 'stripe', before: 'a', isGerman: false }, true],
  [{ word: 'synlab', before: 'labordienstleister', isGerman: true }, true],
  [{ word: 'kvb', before: 'and', isGerman: false }, true],
  [{ word: 'erfolgreich', before: 'dienstleister', isGerman: true }, false],
  [{ word: 'stand', before: 'sekunde', isGerman: true }, false],
  [{ word: 'target', before: 'for', isGerman: false }, false],
  [{ word: 'three', before: 'from', isGerman: false }, false],
  [{ word: 'kg', before: 'of', isGerman: false }, false],
])('an employer in lower case: %j', (said, isBrand) => {
  expect(isLowerBrand(said)).toBe(isBrand)
})

it.each([
  ['commerzbank', true],
  ['stadtsparkasse', true],
  ['datenbank', false],
  ['ticketdatenbank', false],
])('a bank: %s', (word, isBank) => {
  expect(isBankName(word)).toBe(isBank)
})

describe('employers and tools that no fact names', () => {
  it.each([
    ['Wrote tests for stripe.', 'stripe'],
    ['Sundvik was glad of the tests.', 'Sundvik'],
    ['Schrieb Tests an den Helios Kliniken.', 'Helios'],
    ['Schrieb Tests bei der Stadtwerke Ulm AG.', 'Stadtwerke Ulm AG'],
    ['Wrote tests for engineers of Kuehne + Nagel.', 'Kuehne'],
    ['Wrote tests fed by prometheus.', 'prometheus'],
  ])('%s', (sentence, words) => {
    expect(findingsWith('Wrote tests.', sentence).map((finding) => finding.words)).toContain(words)
  })

  it.each([
    'ML engineer who wrote tests at Fjellheim.',
    'At Fjellheim Data I wrote tests for X-ray images.',
    'Schrieb samstags Tests für die Ticketdatenbank.',
  ])('but not in: %s', (sentence) => {
    expect(findingsWith('Wrote tests.', sentence)).toEqual([])
  })
})

it.each([
  ['Geodaten des Deutschen Wetterdienstes angebunden.', 'In Oslo habe ich Geodaten des DWD angebunden.', false],
  ['Geodaten des Deutschen Wetterdienstes angebunden.', 'In Oslo habe ich Geodaten des DLR angebunden.', true],
  ['Wrote the proposal to the FFG.', 'Convinced the Austrian Research Promotion Agency (FFG).', false],
  ['Wrote the proposal to the FFG.', 'Convinced the Austrian Research Promotion Agency (ABC).', true],
  [
    'Documentation under the MDR.',
    'I wrote the documentation that we needed under the Medical Device Regulation.',
    false,
  ],
  [
    'Documentation under the MDR.',
    'I wrote the documentation that we needed under the Payment Services Regulation.',
    true,
  ],
  ['Built the UI of a shop.', 'I worked on pages for United Internet and their shop.', true],
  ['Tested the MM module.', 'I tested the Materials Management module of a plant.', false],
  ['Planned tours with OR-Tools.', 'Planned tours with Google OR-Tools.', false],
  ['Planned tours with OR-Tools.', 'Planned tours with OR-Tools at Google.', true],
  ['Tutor für Lineare Algebra.', 'Tutorien in Linearer Algebra gehalten.', false],
  ['Anomalieerkennung mit Transformern.', 'Erkennung mit Transformer-Modellen und Logging.', false],
])('%s → %s', (fact, sentence, isFound) => {
  const found = findingsWith(fact, sentence).filter(({ kind }) => kind === 'name' || kind === 'employer')
  expect(found.some(({ words }) => !/Oslo/.test(words))).toBe(isFound)
})

it.each([
  ['Won the hackathon of the region.', 'Siegerin des Hackathons.', false],
  ['Third place in the hackathon of the region.', 'Siegerin des Hackathons.', true],
  ['Prepared the lessons.', 'Abgeschlossenes Informatikstudium und Praxis.', true],
  ['Half of the tests run at night.', 'Die Tests habe ich eingeführt.', false],
])('a deed or degree by a noun: %s → %s', (fact, sentence, isFound) => {
  expect(findingsWith(fact, sentence).some(({ kind }) => kind === 'title' || kind === 'degree')).toBe(isFound)
})
