import { describe, expect, afterAll, beforeAll, test } from 'vitest'
import * as fc from 'fast-check'
import { JOB_SORTS } from '#shared/jobs.ts'
import { createJobSearch, type JobSearch } from './search.ts'
import { clock, everything, openTestDatabase, plainJob, storeJobs } from './search.fixture.ts'

const TITLES = ['python developer', 'drop table job', 'near misses', 'مهندس']

/** What the text has to find among the titles. */
const FOUND = {
  all: TITLES,
  none: [],
  python: ['python developer'],
  'not python': ['drop table job', 'near misses', 'مهندس'],
  drop: ['drop table job'],
  near: ['near misses'],
  arabic: ['مهندس'],
} as const

const HOSTILE: readonly (readonly [string, keyof typeof FOUND])[] = [
  ['"', 'all'],
  ['""', 'all'],
  ['"""', 'all'],
  ["'", 'all'],
  ['*', 'all'],
  ['**', 'all'],
  ['^', 'all'],
  [':', 'all'],
  ['-', 'all'],
  ['--', 'all'],
  ['+', 'all'],
  ['#', 'all'],
  ['(', 'all'],
  [')', 'all'],
  ['()', 'all'],
  ['(()', 'all'],
  ['-()', 'all'],
  ['-"" ', 'all'],
  ['{title}', 'none'],
  ['\\', 'all'],
  [';', 'all'],
  ['\u0000', 'all'],
  ['python\u0000developer', 'python'],
  ['🚀', 'all'],
  ['🚀 python', 'python'],
  ['-🚀 python', 'python'],
  ['👩‍💻', 'all'],
  ['\ud83d', 'all'],
  ['python \udc00', 'python'],
  ['\u202epython', 'python'],
  ['مهندس', 'arabic'],
  ['‏مهندس‏', 'arabic'],
  ['"python developer', 'python'],
  ['python" developer', 'python'],
  ['python "developer""', 'python'],
  ['"python" "developer', 'python'],
  ['AND', 'none'],
  ['OR', 'none'],
  ['NOT', 'none'],
  ['AND OR NOT', 'none'],
  ['OR OR OR', 'none'],
  ['python OR', 'python'],
  ['OR python', 'python'],
  ['python AND', 'python'],
  ['AND python', 'python'],
  ['NOT NOT python', 'not python'],
  ['python NOT', 'python'],
  ['python AND OR AND developer', 'python'],
  ['NEAR', 'near'],
  ['NEAR(near misses, 2)', 'none'],
  ['near*misses', 'near'],
  ['^python', 'python'],
  ['title:python', 'python'],
  ['TITLE:"python developer"', 'python'],
  ['title:title:python', 'python'],
  ['-title:python', 'not python'],
  ['NOT -title:python', 'not python'],
  ['company:python', 'none'],
  ['source:sample python', 'python'],
  ['source:"\' OR 1=1"', 'none'],
  ['skill:"#all"', 'none'],
  ['title:"', 'none'],
  ['title:""', 'none'],
  ['title:*', 'none'],
  ['title:🚀 python', 'python'],
  ['title:مهندس', 'arabic'],
  ['title:('.repeat(1_500), 'none'],
  ['title:python '.repeat(700), 'python'],
  ['{title company}:python', 'none'],
  ['filters : "#cde"', 'none'],
  ['-filters:"#cde"', 'none'],
  ['python*', 'python'],
  ['*python', 'python'],
  ['p*', 'none'],
  ['pyt*hon', 'none'],
  ['title: python', 'python'],
  ['title : python', 'python'],
  ['- title : python', 'python'],
  ['title : '.repeat(1_200), 'none'],
  ['title\n:\n"python developer"', 'python'],
  [`title${' '.repeat(9_000)}: python`, 'python'],
  ['pyt* dev*', 'python'],
  [Array.from({ length: 32 }, (_, index) => `py${String.fromCharCode(97 + index)}*`).join(' OR '), 'none'],
  ['python^2', 'none'],
  ['python~', 'python'],
  ['python?', 'python'],
  ['/python/i', 'none'],
  ['python && developer', 'python'],
  ['python || kotlin', 'python'],
  ["'; DROP TABLE job; --", 'drop'],
  ["' OR 1=1 --", 'none'],
  ['" OR 1=1', 'none'],
  ['%', 'all'],
  ['python%', 'python'],
  ['job_fts MATCH "x"', 'none'],
  ['<script>alert(1)</script>', 'none'],
  ['${python}', 'python'],
  ['python\n\r\t\u00a0developer', 'python'],
  ['((((((((((((python))))))))))))', 'python'],
  ['(((python', 'python'],
  ['python)))', 'python'],
  ['-(-(-(python)))', 'not python'],
  ['-python OR -python', 'not python'],
  ['"'.repeat(999), 'all'],
  ['('.repeat(10_000), 'all'],
  ['-('.repeat(5_000), 'all'],
  ['python '.repeat(1_400), 'python'],
  ['-python '.repeat(1_200), 'not python'],
  ['python OR '.repeat(1_000), 'python'],
  ['(python) '.repeat(1_100), 'python'],
  [`"${'python '.repeat(1_400)}"`, 'none'],
  ['a'.repeat(10_000), 'none'],
  ['*'.repeat(10_000), 'all'],
  ['x/'.repeat(5_000), 'none'],
  ['(-a OR -b) '.repeat(900), 'all'],
]

describe('hostile text', () => {
  const { db, dispose } = openTestDatabase()
  let engine: JobSearch
  beforeAll(async () => {
    storeJobs(
      db,
      TITLES.map((title) => ({ ...plainJob, title, company: '', place: '', body: '' })),
    )
    engine = createJobSearch(db, clock)
    await engine.ready()
  })
  afterAll(dispose)

  test.each(HOSTILE.map(([text, found]) => ({ shown: JSON.stringify(text).slice(0, 60), text, found })))(
    '$shown finds $found',
    async ({ text, found }) => {
      for (const sort of JOB_SORTS) {
        const result = engine.search({ ...everything, text, sort })
        expect(result.jobs.map((job) => job.title).sort()).toEqual(FOUND[found].toSorted())
        expect(result.total).toBe(FOUND[found].length)
        const facets = await engine.facets({ ...everything, text })
        expect(facets.sources.reduce((sum, { count }) => sum + count, 0)).toBe(result.total)
      }
    },
  )

  test('no text whatever is an error', () => {
    const sign = fc.constantFrom(
      '"',
      '*',
      '(',
      ')',
      '-',
      '|',
      ' ',
      'OR',
      'AND',
      'NOT',
      '#',
      '+',
      '^',
      ':',
      'title:',
      'skill:',
      'c',
      'python',
    )
    const textArb = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(sign, { maxLength: 60 }).map((signs) => signs.join('')),
      fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(' ')),
    )
    fc.assert(
      fc.property(textArb, (text) => {
        expect(engine.search({ ...everything, text }).total).toBeLessThanOrEqual(TITLES.length)
      }),
      { numRuns: 2_000 },
    )
  })
})
