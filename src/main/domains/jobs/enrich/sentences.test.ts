import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

const texts = (text: string) => splitSentences(text).map((sentence) => sentence.text)

describe('splitSentences', () => {
  it.each([
    ['sentences', 'One is here. Two is there! Is three? Yes', ['One is here.', 'Two is there!', 'Is three?', 'Yes']],
    ['bullets without their signs', '• First\n- second\n  * third', ['First', 'second', 'third']],
    ['bullets on one line', 'Perks: • Visa • Lunch', ['Perks: •', 'Visa •', 'Lunch']],
    [
      'abbreviations stay inside',
      'You use tools, e.g. Git or z.B. Jira. Fine.',
      ['You use tools, e.g. Git or z.B. Jira.', 'Fine.'],
    ],
    ['numbers stay whole', 'Pay is 60.000 EUR. Version 2.0 is out.', ['Pay is 60.000 EUR.', 'Version 2.0 is out.']],
    [
      'a letter that is a language ends a sentence, an initial does not',
      'We use SQL and R. Ask J. Smith. Fine.',
      ['We use SQL and R.', 'Ask J. Smith.', 'Fine.'],
    ],
    [
      'an ordinal before a month does not end one',
      'Wir starten am 1. März. Stufe 2. Danach mehr.',
      ['Wir starten am 1. März.', 'Stufe 2.', 'Danach mehr.'],
    ],
    ['a country ends a sentence', 'Work in the U.S. We sponsor.', ['Work in the U.S.', 'We sponsor.']],
    ['a line of fields stays whole', 'Acme Inc. | Berlin. Germany | VISA', ['Acme Inc. | Berlin. Germany | VISA']],
    [
      'a wrapped line is joined',
      `${'word '.repeat(14)}goes\non here. End.`,
      [`${'word '.repeat(14)}goes\non here.`, 'End.'],
    ],
    ['short lines are not', 'no overtime\nvisa sponsorship', ['no overtime', 'visa sponsorship']],
  ])('splits: %s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it('gives pieces in order that are the text between their offsets, and none too long to work on', () => {
    assert(
      property(
        array(constantFrom('a', 'Word', '.', ' ', '\n', '•', '|', '? ', 'z.B. ', '😀'), { maxLength: 300 }),
        (parts) => {
          const text = parts.join('')
          let last = 0
          for (const { text: piece, start, end } of splitSentences(text)) {
            expect(text.slice(start, end)).toBe(piece)
            expect(start).toBeGreaterThanOrEqual(last)
            last = end
          }
        },
      ),
    )
    expect(Math.max(...texts('word '.repeat(10_000)).map((piece) => piece.length))).toBeLessThan(800)
  })

  it('loses no word', () => {
    const text = 'Acme hires. You (m/w/d) know C++, e.g. 17.\n\n- Visa: yes\nhttps://acme.example/jobs?id=1. End'
    expect(texts(text).join(' ').replace(/\s+/g, '')).toBe(text.replace('- ', '').replace(/\s+/g, ''))
  })
})
