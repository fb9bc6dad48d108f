import { expect, test } from 'vitest'
import { companyQuery, reasonsSentence } from './related-words.ts'

test('reasons become one line, none become none', () => {
  expect(reasonsSentence(['same level', '6 of 8 skills', 'also in Berlin'])).toBe(
    'Same level, 6 of 8 skills, also in Berlin',
  )
  expect(reasonsSentence([])).toBeNull()
})

test("an employer's name with a quote in it cannot end the phrase", () => {
  expect(companyQuery('The "Best" GmbH')).toBe('company:"The  Best  GmbH"')
})
