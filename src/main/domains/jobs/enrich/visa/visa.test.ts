import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVisa } from './visa.ts'
import { findVisaCandidates, MAX_READABLE_CHARS, MAX_TOPICAL_CHARS, MAX_TOPICAL_SENTENCES } from './topics.ts'
import heldOut from './fixtures/heldout.json' with { type: 'json' }
import passages from './fixtures/passages.json' with { type: 'json' }

const read = (descriptionText: string, title = 'Engineer') => readVisa({ title, descriptionText })

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
