import { expect, test } from 'vitest'
import { countsWords, missingWords, restWords, tableWords, unreadableWords } from './words.ts'

test.each([
  [{ new: 9800, known: 0, twice: 0, bad: 200 }, '9,800 new, 200 cannot be read'],
  [{ new: 0, known: 3, twice: 1, bad: 0 }, '0 new, 3 already there, 1 twice in the file'],
  [{ new: 2, known: 0, twice: 0, bad: 0 }, '2 new'],
])('counts name what occurs, and new rows always: %j', (counts, words) => {
  expect(countsWords(counts, 'en')).toBe(words)
})

test('an unreadable file is told with its line where there is one', () => {
  expect(unreadableWords({ problem: 'broken', line: 17 }).title).toBe('The file breaks off at line 17')
  expect(unreadableWords({ problem: 'not_table', line: null }).title).toBe('The file is no table')
})

test.each([
  [{}, 'Say which column holds the job title and which the employer.'],
  [{ title: 0 }, 'Say which column holds the employer.'],
  [{ company: 1 }, 'Say which column holds the job title.'],
  [{ title: 0, company: 1 }, null],
])('what no row can do without is asked for: %j', (columns, words) => {
  expect(missingWords({ columns, stages: {}, dates: 'iso' })).toBe(words)
})

test('a table is told by its columns and what parts them', () => {
  expect(tableWords(['a', 'b'], ';')).toBe('2 columns, parted by semicolons')
  expect(tableWords(['a'], ',')).toBe('1 column')
  expect(tableWords(['a', 'b'], '^')).toBe('2 columns')
})

test.each([
  [{ new: 5, known: 0, twice: 0, bad: 0 }, 'Every row of it was taken.'],
  [
    { new: 5, known: 1, twice: 2, bad: 200 },
    '1 row was there already. 2 rows say what an earlier one says. 200 rows could not be read.',
  ],
])('no row that was left out goes unsaid: %j', (counts, words) => {
  expect(restWords(counts, 'en')).toBe(words)
})
