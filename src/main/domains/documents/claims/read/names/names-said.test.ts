import { describe, expect, it } from 'vitest'
import { findingsWith } from '../../figures/backing/one-fact.fixture.ts'
import { isBankName, isLowerBrand, phraseAt } from './known-names.ts'
import { otherSchoolWords } from './schools-said.ts'
import { isBareName } from './bare-names.ts'
import { isPlacedEmployer } from './placed-employers.ts'
import { isShortFor, isShortForWords, namePartsOf } from './short-names.ts'
import { regionsIn } from '../places-said.ts'
import { readWords } from '../words.ts'

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

it.each([
  ['NPCs', 'Learning for non-player characters', true],
  ['LLM', 'Fine-tuned large language models', true],
  ['NPC', 'Nice players cared', true],
  ['NPC', 'Nice, players cared', false],
  ['NPC', 'Number of the players and cards', false],
  ['NP', 'Non-players', false],
])('%s for words of "%s"', (word, text, isShort) => {
  expect(isShortForWords(word, [text])).toBe(isShort)
})

it.each([
  ['Two years as a working student at epic.', 'epic', true],
  ['Wrote tests at orange and then elsewhere.', 'orange', true],
  ['Work at Pixelmoor Studios and rare.', 'rare', true],
  ['I trained offices in R, and visa later booked the course.', 'visa', true],
  ['It cut the time, and meta went on to license it.', 'meta', true],
  ['Wrote tests for target groups.', 'target', false],
  ['Wrote tests for orange juice and rare diseases.', 'orange', false],
  ['Wrote tests for orange juice and rare diseases.', 'rare', false],
  ['Answered mails, and visa processing went on.', 'visa', false],
])('by its place in "%s" an employer: %s', (text, sought, isEmployer) => {
  const words = readWords(text)
  const at = words.findIndex(({ plain }) => plain === sought)
  expect(isPlacedEmployer({ text, words, at, isGerman: false })).toBe(isEmployer)
})

it.each([
  [{ word: 'trinkgut', before: 'mit', one: 'zusammenarbeit' }, true, true],
  [{ word: 'trinkgut', before: 'mit', one: 'habe' }, true, false],
  [{ word: 'aufgebaut', before: 'mit', one: 'habe' }, true, false],
  [{ word: 'anderen', before: 'von', one: 'und' }, true, false],
  [{ word: 'zuhause', before: 'von', one: 'arbeit' }, true, false],
  [{ word: 'knuspro', before: 'von', one: 'team' }, true, true],
  [{ word: 'zentra', before: 'at', one: 'years' }, false, true],
  [{ word: 'scale', before: 'at', one: 'data' }, false, false],
  [{ word: 'testing', before: 'at', one: 'good' }, false, false],
  [{ word: 'chess', before: 'at', one: 'good' }, false, false],
  [{ word: 'hospitals', before: 'at', one: 'worked' }, false, false],
])('the bare word %j', (said, isGerman, isName) => {
  expect(isBareName(said, isGerman)).toBe(isName)
})

it('finds the names of several words', () => {
  const words = readWords('Wrote tests for red bull in red.')
  expect(
    words.map(
      (_, at) =>
        phraseAt(words, at)
          ?.map(({ plain }) => plain)
          .join(' ') ?? '',
    ),
  ).toEqual(['', '', '', 'red bull', 'red bull', '', ''])
})

it.each([
  ['Hospitals in Lower Saxony and Tyrol', ['DE.06', 'AT.07']],
  ['Höfe in Niedersachsen, Nordrhein-Westfalen und Bayern', ['DE.06', 'DE.07', 'DE.02']],
  ['in NRW, NI and CT', ['DE.07']],
  ['in lower Saxony', ['DE.13']],
  ['Wrote tests.', []],
])('regions: %s', (text, codes) => {
  expect(regionsIn(text).map(({ code }) => code)).toEqual(codes)
})

describe('what says the same in another language', () => {
  it.each([
    ['Wrote tests in Lower Saxony.', 'Tests in Niedersachsen geschrieben.', false],
    ['Wrote tests in Lower Saxony.', 'Tests in Bayern geschrieben.', true],
    ['Tests in Katalonien geschrieben.', 'Wrote tests in Catalonia.', false],
    ['Tests in Katalonien geschrieben.', 'Wrote tests in Andalusia.', true],
    ['Wrote tests in Hanover.', 'Tests in Niedersachsen geschrieben.', false],
    ['Wrote tests in Lower Saxony.', 'Tests in Deutschland geschrieben.', false],
    ['Wrote tests for knee MRI.', 'Tests für Knie-MRT geschrieben.', false],
    ['Wrote tests for knee scans.', 'Tests für Knie-MRT geschrieben.', true],
    ['Wrote tests under the GDPR.', 'Tests nach DSGVO geschrieben.', false],
    ['Wrote tests for chest CT scans.', 'Tests mit Thorax-CTs geschrieben.', false],
  ])('%s → %s', (fact, sentence, isFound) => {
    expect(findingsWith(fact, sentence).length > 0).toBe(isFound)
  })
})

describe('German nouns and names', () => {
  it.each([
    'Tests für Ausbrüche von Grippe und Noroviren geschrieben.',
    'Tests für das Greifen durchsichtiger Objekte geschrieben.',
    'Tests mit Nutzenden, Radiologinnen und Radiologen geschrieben.',
    'Tests für Heizungs- und Lüftungsbau geschrieben.',
    'Tests zum Essen in der Mensa geschrieben.',
    'Tests für KundInnen und Schüler:innen geschrieben.',
    'Tests für Roadmaps und Insights geschrieben.',
  ])('backed: %s', (sentence) => {
    expect(findingsWith('Wrote tests.', sentence)).toEqual([])
  })

  it.each([
    ['Tests bei Orange geschrieben.', 'Orange'],
    ['Tests für Linde geschrieben.', 'Linde'],
    ['Tests bei der Allianz geschrieben.', 'Allianz'],
    ['Tests bei der ING Kafka-frei geschrieben.', 'ING'],
    ['Tests für das Spiel „Mooslicht“ geschrieben.', 'Mooslicht'],
    ['Tests für das Spiel Mooslicht geschrieben.', 'Mooslicht'],
    ['Bei der Rheinischen Assekuranz Tests geschrieben.', 'Rheinischen Assekuranz'],
    ['Bei der Agentur Lindwurm Tests geschrieben.', 'Lindwurm'],
    ['Shell-finanzierte Tests geschrieben.', 'Shell'],
    ['Tests für den Viewer syngo.plaza geschrieben.', 'syngo.plaza'],
    ['Tests in Zusammenarbeit mit trinkgut, dazu Skripte geschrieben.', 'trinkgut'],
    ['Tests geschrieben, die auch bei hermes liefen.', 'hermes'],
    ['Wrote tests for clients such as ikea.', 'ikea'],
    ['Wrote tests for goldman sachs.', 'goldman sachs'],
  ])('not backed: %s', (sentence, words) => {
    expect(findingsWith('Wrote tests.', sentence).map((finding) => finding.words)).toContain(words)
  })
})
