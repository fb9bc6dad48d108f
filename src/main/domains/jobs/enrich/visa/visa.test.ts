import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVisa } from './visa.ts'
import { findVisaCandidates, MAX_READABLE_CHARS, MAX_TOPICAL_CHARS, MAX_TOPICAL_SENTENCES } from './topics.ts'
import { findVisaSubjects, wakeVisa } from './lexicon.ts'
import families from './fixtures/families.json' with { type: 'json' }
import heldOut from './fixtures/heldout.json' with { type: 'json' }
import romance from './fixtures/romance.json' with { type: 'json' }
import northern from './fixtures/northern.json' with { type: 'json' }
import obstacles from './fixtures/obstacles.json' with { type: 'json' }
import passages from './fixtures/passages.json' with { type: 'json' }
import wordings from './fixtures/wordings.json' with { type: 'json' }
import visaPhrases from '#resources/visa-phrases.json' with { type: 'json' }

const read = (descriptionText: string, title = 'Engineer') => readVisa({ title, descriptionText })

const TOPIC_CONCEPTS = ['right', 'permit', 'status', 'outsider', 'help', 'sponsor'] as const
/** What an open word ("candidat*") may end in, in one language or another. */
const ENDINGS = [
  '',
  'a',
  'o',
  'e',
  'i',
  's',
  'os',
  'as',
  'en',
  'er',
  'um',
  'te',
  'ts',
  'al',
  'ale',
  'ali',
  'aux',
  'ing',
  'ed',
  'i a',
  'owi',
]

/** The wordings of a phrase that have each of its alternatives once; words that may be missing are. */
function wordingsOf(phrase: string): string[] {
  const words = phrase
    .replaceAll(/\([^()]*\)|\.\.|~/g, ' ')
    .trim()
    .split(/\s+/)
    .map((word) => word.split('/'))
  const first = words.map(([word = '']) => word)
  return words.flatMap((alternatives, at) => alternatives.map((word) => first.with(at, word).join(' ')))
}

describe('readVisa', () => {
  it.each(passages.passages)('reads as $status ($language): $text', ({ text, status }) => {
    const fact = read(text)
    expect(fact.status).toBe(status)
    expect(fact.evidence === null).toBe(status === 'unstated')
    expect(fact.rule === null).toBe(status === 'unstated')
    expect(text).toContain(fact.evidence ?? '')
  })

  it.each(heldOut.passages)('reads (%s) as %s, %s: %s', (_language, status, _kind, text) => {
    const fact = read(text ?? '')
    expect(fact.status).toBe(status)
    expect(text).toContain(fact.evidence ?? '')
  })

  it.each([
    ...Map.groupBy(
      [...wordings.passages, ...families.passages, ...romance.passages, ...northern.passages, ...obstacles.passages],
      ([language, status]) => `${language}, ${status}`,
    ),
  ])('reads every wording of %s', (_group, rows) => {
    const misread = rows.filter(([, status, text = '']) => read(text).status !== status)
    expect(misread).toEqual([])
  })

  it.each([
    ['A valid work permit is required.', 'en.refuses.permit-demanded'],
    ['You must have the right to work in Ireland.', 'en.refuses.right-demanded'],
    ['Swiss citizenship is required.', 'en.refuses.citizenship-demanded'],
    ['We do not sponsor visas.', 'en.refuses.no-sponsorship'],
    ['We would love to sponsor your visa but cannot.', 'en.refuses.only-wished'],
    ['The group sponsors visas; our Leeds office does not.', 'en.refuses.not-here'],
    ['Applicants without a work permit will not be considered.', 'en.refuses.not-considered'],
    ['We sponsor visas in Dublin, but not in Cork.', 'en.conditional.partly'],
    ['Visa sponsorship may be available.', 'en.conditional.hedged'],
    ['We sponsor your visa if your degree is recognised in Spain.', 'en.conditional.provided'],
    ['Een werkvergunning is bespreekbaar.', 'nl.conditional.open'],
    ['Visa: yes', 'any.offers.field'],
    ['Need a visa? We handle that.', 'en.offers.answer'],
    ['We sponsored visas until 2024; we no longer do.', 'en.refuses.no-longer'],
    ['We sponsor Blue Cards; other permits we cannot handle.', 'en.conditional.partly'],
    ['In Lyon we arrange your work permit. In Geneva you must already hold one.', 'en.conditional.divided'],
    ['In Geneva a valid work permit is required. In Lyon we arrange your visa.', 'any.conditional.divided'],
    ['Our parent sponsors visas. This vacancy is not part of that scheme.', 'en.refuses.not-here'],
    ['Many people ask about visas. We are too small for that.', 'en.refuses.answer'],
    ['What we cannot offer:\n- Free beer\n- Visa sponsorship', 'en.refuses.listed'],
  ])('names the rule that decided: %s', (text, rule) => {
    expect(read(text).rule).toBe(rule)
  })

  it.each([
    ['a company for payments', 'You integrate our gateway with Visa, Klarna and Bizum.', 'unstated'],
    ['a paper beside payments', 'Payments are our field; we offer visa sponsorship.', 'offers'],
    ['a form of both genders', 'Vous êtes autorisé(e) à travailler en Suisse.', 'refuses'],
    ['a form of both genders, German', 'Nur für EU-Bürger:innen.', 'refuses'],
    ['a pronoun that looks like an "if"', 'Exige-se autorização de trabalho.', 'refuses'],
    ['a Spanish question', '¿Necesitas visado? Lo tramitamos.', 'offers'],
    [
      'a company in a posting about payments',
      'We issue cards. You certify our flows with Visa within a year.',
      'unstated',
    ],
    ['permits of another kind', 'You must get building permits for your sites.', 'unstated'],
    ['a bare permit in what the employer does', 'We apply for the permit on the day you sign.', 'offers'],
    ['what nobody is judged by', 'Age, gender, citizenship and visa status do not matter.', 'unstated'],
    ['papers that are no permit', 'We sort out the papers for your company car.', 'unstated'],
    ['a header of fields between strokes', 'Acme (seed) / Elixir / Amsterdam / relo+visa / 65-85k EUR', 'offers'],
    ['a heading of what the employer gives', 'O que damos\nTratamento do visto\nSeguro de saúde', 'offers'],
    ['a verb that looks like a visa', 'Du ska visa hur modellerna används.', 'unstated'],
    ['a form with boxes', 'Benötigen Sie ein Visum?\n[ ] ja [ ] nein', 'unstated'],
    ['what others get and this post does not', 'While our nurses get help with their visas, IT does not.', 'refuses'],
    ['papers that are one', 'Moving from abroad? We sort out the papers.', 'offers'],
  ])('tells by what stands beside it: %s', (_name, text, status) => {
    expect(read(text).status).toBe(status)
  })

  it('quotes the sentence that answers a need, not the need', () => {
    const text = 'You may need a work permit for this. We take care of that. Lunch is free.'
    expect(read(text)).toMatchObject({ status: 'offers', evidence: 'We take care of that.' })
  })

  it('quotes the one sentence that decides, not its neighbours', () => {
    const text = 'We build maps. You get 30 days off.\n- We sponsor your visa and pay the move.\n- Free lunch'
    expect(read(text)).toEqual({
      status: 'offers',
      evidence: 'We sponsor your visa and pay the move.',
      rule: 'en.offers.help',
    })
  })

  it('reads the title as well', () => {
    expect(read('We build maps.', 'Go Developer (visa sponsorship available)').status).toBe('offers')
    expect(read('We build maps.', 'Go Developer - EU citizens only').status).toBe('refuses')
  })

  it.each([
    [
      'this role over a general line',
      'We sponsor visas in many teams. This role is not eligible for visa sponsorship.',
      'refuses',
    ],
    ['help over a demand', 'You have the right to work in Germany. We offer visa sponsorship for engineers.', 'offers'],
    [
      'a condition over a plain yes',
      'We offer visa support. Visa sponsorship depends on the level of the role.',
      'conditional',
    ],
    ['a refusal over a plain yes', 'Visa support in Berlin. We do not sponsor visas for students.', 'refuses'],
    [
      'a condition over a demand',
      'A valid work permit is required. Visa sponsorship is possible for seniors.',
      'conditional',
    ],
  ])('lets the more specific sentence win: %s', (_name, text, status) => {
    expect(read(text).status).toBe(status)
  })

  it('reads a line about permits by the heading it stands under', () => {
    expect(read('Our benefits:\n- Work permit and flights\n- Lunch').status).toBe('offers')
    expect(read('Requirements:\n- Work permit\n- Java').status).toBe('refuses')
    expect(read('Your tasks:\n- Work permits and visas of the crew').status).toBe('unstated')
  })

  it.each(['visa|', 'visa | ', 'visa\n', 'visa ', 'visa? ', 'Visa sponsorship. ', '(visa) ', 'visa, we ', 'visa'])(
    'looks at a bounded part of 50 kB of "%s"',
    (piece) => {
      const text = piece.repeat(50_000 / piece.length)
      const lengths = findVisaCandidates(text).candidates.map(({ sentence }) => sentence.text.length)
      expect(lengths.length).toBeLessThanOrEqual(3 * MAX_TOPICAL_SENTENCES)
      expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(MAX_READABLE_CHARS)
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(3 * MAX_TOPICAL_CHARS)
      expect(readVisa({ title: 'Engineer', descriptionText: text }).status).toBeDefined()
    },
  )

  it('looks at every sentence that names a topic: each wording of a topic contains a stem', () => {
    const overlooked = Object.values(visaPhrases.languages).flatMap((concepts) =>
      TOPIC_CONCEPTS.flatMap((concept) => concepts[concept])
        .filter((phrase) => !/[A-Z]{4}/.test(phrase))
        .flatMap(wordingsOf)
        .filter((wording) => ENDINGS.every((ending) => findVisaSubjects(wording.replaceAll('*', ending)).length === 0)),
    )
    expect(overlooked).toEqual([])
  })

  it('can make what it needs a step at a time, and reads the same afterwards', () => {
    const concepts = Object.values(visaPhrases.languages).flatMap((language) => Object.keys(language))
    expect([...wakeVisa()].length).toBeGreaterThan(concepts.length)
    expect(read('We sponsor your visa.').status).toBe('offers')
  })

  it('never throws, and quotes only what stands in the posting', () => {
    const words = constantFrom(
      'visa',
      'no',
      'not',
      'sponsorship',
      'we',
      'offer',
      'valid',
      'work permit',
      'Arbeitserlaubnis',
      'kein',
      'VISA |',
      'EU citizens',
      '?',
      '.',
      '\n',
      ':',
      '- ',
      ',',
      'visum',
      'sans',
      'must',
      'İ',
      '\u0301',
      '𝒱',
      '\u0000',
    )
    const text = oneof(
      string({ unit: 'binary', maxLength: 400 }),
      array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    )
    assert(
      property(text, text, (title, descriptionText) => {
        const fact = readVisa({ title, descriptionText })
        expect(fact.evidence === null).toBe(fact.status === 'unstated')
        const evidence = fact.evidence ?? ''
        expect(title.includes(evidence) || descriptionText.includes(evidence)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
