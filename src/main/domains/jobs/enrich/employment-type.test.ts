import { describe, expect, it } from 'vitest'
import { readEmploymentType } from './employment-type.ts'

describe('readEmploymentType', () => {
  it.each([
    ['Data Engineer (full-time)', '', 'full_time'],
    ['Data Engineer (Teilzeit)', '', 'part_time'],
    ['Freelance Data Engineer', '', 'contract'],
    ['Data Engineer - Maternity Cover', '', 'temporary'],
    ['Praktikum Data Science', 'Die Stelle ist in Vollzeit.', 'internship'],
    ['Data Engineer (Voll- oder Teilzeit)', '', 'full_time'],
    ['Internal Auditor', '', null],
    ['B2B Sales Manager', '', null],
    ['Engineer', 'This is a 6-month contract role, outside IR35.', 'contract'],
    ['Engineer', 'Die Stelle ist auf zwei Jahre befristet.', 'temporary'],
    ['Engineer', 'Ein unbefristeter Vertrag in Vollzeit.', 'full_time'],
    ['Engineer', 'Poste en CDD de 12 mois à temps plein.', 'temporary'],
    ['Engineer', 'You know contract law and smart contracts.', null],
    ['Engineer', 'Part-time models that fit your life.', null],
    ['Engineer', 'Contrato a jornada completa.', 'full_time'],
    ['Engineer', 'Praca w pełnym wymiarze, pełny etat.', 'full_time'],
    ['Engineer', '', null],
  ])('reads "%s" / "%s" as %s', (title, descriptionText, type) => {
    expect(readEmploymentType({ title, descriptionText, stated: null })).toBe(type)
  })

  it('believes the source before the words', () => {
    expect(readEmploymentType({ title: 'Intern', descriptionText: '', stated: 'full_time' })).toBe('full_time')
  })
})
