import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PostingWord, readPostingWords } from './posting-words.ts'

describe('what a posting says of its employer', () => {
  test.each<[string, PostingWord, string]>([
    ['We offer flexible working hours and cake.', 'flexible_hours', 'flexible working hours'],
    ['Dich erwarten Gleitzeitmodelle und Obst.', 'flexible_hours', 'Gleitzeitmodelle'],
    ['Télétravail total possible.', 'remote_culture', 'Télétravail total'],
    ['Je krijgt een opleidingsbudget van 2000 euro.', 'learning_budget', 'opleidingsbudget'],
    ['Ofrecemos formación continua.', 'learning_budget', 'formación continua'],
    ['Zapewniamy budżet szkoleniowy.', 'learning_budget', 'budżet szkoleniowy'],
    ['Vi erbjuder föräldralön.', 'family_friendly', 'föräldralön'],
    ['Crediamo nelle pari opportunità.', 'diversity', 'pari opportunità'],
    ['Uma empresa com foco na sustentabilidade.', 'sustainability', 'sustentabilidade'],
    ['Du lernst von deinem persönlichen Mentor: persönlicher Mentor ab Tag eins.', 'mentoring', 'persönlicher Mentor'],
    ['Hay oportunidades de crecimiento.', 'path', 'oportunidades de crecimiento'],
    ['Real opportunities for growth.', 'path', 'opportunities for growth'],
  ])('%s', (text, kind, quote) => {
    const words = readPostingWords(text)
    expect(words[kind]).toBe(quote)
  })

  test.each([
    ['There is no learning budget.', 'learning_budget'],
    ['Keine Gleitzeit, feste Schichten.', 'flexible_hours'],
    ['Pas de télétravail total.', 'remote_culture'],
    ['We sell parts of engines.', 'startup'],
  ] as const)('%s says nothing of it', (text, kind) => {
    expect(readPostingWords(text)[kind]).toBeUndefined()
  })

  test('any text is read, and what is quoted is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('startup', 'a mentor', 'diversity'))),
        (parts) => {
          const text = parts.join(' ')
          const flat = text.replaceAll(/\s+/g, ' ')
          for (const quote of Object.values(readPostingWords(text))) expect(flat).toContain(quote)
        },
      ),
    )
  })
})
