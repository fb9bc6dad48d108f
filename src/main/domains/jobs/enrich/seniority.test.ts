import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import titles from './fixtures/titles.json' with { type: 'json' }
import { readSeniority } from './seniority.ts'

describe('readSeniority', () => {
  it.each(titles.titles)('reads "$title" as $seniority', ({ title, seniority }) => {
    expect(readSeniority({ title, descriptionText: '' })).toBe(seniority)
  })

  it.each([
    ['We are looking for a senior data engineer to join our team.', 'senior'],
    ['Seniority: Mid-level\nYou will build services.', 'mid'],
    ['This is an entry-level position in our Berlin office.', 'junior'],
    ['Wir suchen dich als Werkstudent für unser Datenteam.', 'intern'],
    ['Nous recherchons un développeur confirmé pour notre équipe.', 'mid'],
    ['You will report to the Senior Director and mentor junior colleagues.', 'unknown'],
    ['You have 5+ years of experience.', 'unknown'],
    ['As an international company we value diversity.', 'unknown'],
  ])('asks the text where the title names no level: %s', (descriptionText, seniority) => {
    expect(readSeniority({ title: 'Data Engineer', descriptionText })).toBe(seniority)
  })

  it('believes the title before the text', () => {
    const descriptionText = 'We are looking for a senior engineer.'
    expect(readSeniority({ title: 'Junior Engineer', descriptionText })).toBe('junior')
  })

  it('never throws', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (title, descriptionText) => {
        expect(readSeniority({ title, descriptionText })).toBeTypeOf('string')
      }),
    )
  })
})
