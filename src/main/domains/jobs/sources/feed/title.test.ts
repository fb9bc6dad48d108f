import { describe, expect, test } from 'vitest'
import { companyFromAuthor, readTitle } from './title.ts'

describe('a title that holds more than the role', () => {
  test.each([
    ['Senior Data Engineer (m/f/d) // Havelwerk', 'Senior Data Engineer (m/f/d)', 'Havelwerk', null],
    ['Tidemark & Co: Machine Learning Engineer', 'Machine Learning Engineer', 'Tidemark & Co', null],
    ['Go Developer @ Dünenwind SE [48.000 - 78.000 EUR]', 'Go Developer', 'Dünenwind SE', '48.000 - 78.000 EUR'],
    ['Data Analyst at Polarkreis Logistics', 'Data Analyst', 'Polarkreis Logistics', null],
    ['Softwareentwickler bei Institut für Daten', 'Softwareentwickler', 'Institut für Daten', null],
    ['Engineer at Scale at Acme', 'Engineer at Scale', 'Acme', null],
    ['Data Engineer (€60k - €75k)', 'Data Engineer', null, '€60k - €75k'],
  ])('%s', (text, title, company, salaryText) => {
    expect(readTitle(text)).toEqual({ title, company, salaryText })
  })
})

describe('a title that is only the role stays whole', () => {
  test.each([
    'Data Engineer: Platform Team',
    'Remote: Data Engineer',
    'Hiring: Senior Developer',
    'Data Entry at home',
    'Developer at heart',
    'Data Scientist (m/w/d)',
    'Analyst [Team 7]',
    'Engineer (2 years of C++)',
    'Ops // ',
    ': Data Engineer',
    ' at ',
  ])('%s', (text) => {
    expect(readTitle(text)).toEqual({ title: text, company: null, salaryText: null })
  })
})

test.each([
  ['Lichtbogen Energy', 'Lichtbogen Energy'],
  ['admin', null],
  ['jobs@polarkreis.example', null],
  ['no-reply', null],
])('the author %s is the employer %s', (author, company) => {
  expect(companyFromAuthor(author)).toBe(company)
})
