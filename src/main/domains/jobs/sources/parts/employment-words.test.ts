import { expect, test } from 'vitest'
import { employmentTypeOf } from './employment-words.ts'

test.each([
  [['Full Time'], 'full_time'],
  [['FULL_TIME'], 'full_time'],
  [['Vollzeit', 'berufserfahren'], 'full_time'],
  [['Teilzeit'], 'part_time'],
  [['Vollzeit', 'Teilzeit'], null],
  [['Werkstudent', 'Teilzeit'], 'internship'],
  [['Internship'], 'internship'],
  [['Praktikum'], 'internship'],
  [['International'], null],
  [['Freelance'], 'contract'],
  [['Contractor'], 'contract'],
  [['Permanent contract', 'Full-time'], 'full_time'],
  [['Befristet'], 'temporary'],
  [['Unbefristet', 'Vollzeit'], 'full_time'],
  [['Fixed-term contract'], 'temporary'],
  [['Vast contract'], null],
  [['Voltijds'], 'full_time'],
  [['Temps plein'], 'full_time'],
  [['professional / experienced'], null],
  [[], null],
  [[''], null],
])('%j is %s', (labels, type) => {
  expect(employmentTypeOf(labels)).toBe(type)
})
