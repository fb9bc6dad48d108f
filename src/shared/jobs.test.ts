import { expect, test } from 'vitest'
import { jobFilterSchema } from './jobs.ts'

test.each([
  ['skills', ['', ' ', ' Python', 'python ', 'C++'], ['Python', 'C++']],
  ['skillsAny', ['\t', 'AWS', 'aws'], ['AWS']],
  ['cities', ['', 'Berlin ', 'berlin', 'Paris'], ['Berlin', 'Paris']],
  ['countries', [' DE', 'de', '', 'NL'], ['DE', 'NL']],
  ['sources', ['', 'sample', ' sample '], ['sample']],
  ['languages', ['en', ' ', 'en'], ['en']],
  ['speaks', ['de ', '', 'de'], ['de']],
  ['visa', ['offers', 'offers'], ['offers']],
  ['roleFamilies', ['backend', 'other', 'backend'], ['backend', 'other']],
])('%s: blanks and doubles are left out', (field, written, read) => {
  const filter = jobFilterSchema.parse({ [field]: written })
  expect(filter).toEqual({ ...jobFilterSchema.parse({}), [field]: read })
  expect(jobFilterSchema.parse(filter)).toEqual(filter)
})

test.each([
  ['countries', ['DEU']],
  ['sources', ['Sample!']],
  ['visa', ['']],
  ['skills', ['x'.repeat(61)]],
  ['skillsAny', Array.from({ length: 21 }, (_, index) => `skill ${index}`)],
  ['salaryMaxEur', -1],
])('%s: what does not fit is refused', (field, written) => {
  expect(jobFilterSchema.safeParse({ [field]: written }).success).toBe(false)
})

test('a filter from before a field existed has its default', () => {
  expect(jobFilterSchema.parse({ text: 'rust', skills: ['Rust'] })).toMatchObject({ skillsAny: [], salaryMaxEur: null })
})
