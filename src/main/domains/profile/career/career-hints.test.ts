import { describe, expect, test } from 'vitest'
import type { Career } from '#shared/career.ts'
import { type Profile, profileSchema } from '#shared/profile.ts'
import { careerHints, endsBefore, isEmptyCareer } from './career-hints.ts'
import { bulletsOf, careerOf, degreeOf, postOf } from './career.fixture.ts'
import { longestGap } from './date-gaps.ts'

const PROFILE: Partial<Profile> = {
  skills: [{ name: 'Python', years: 4, level: null }],
  languages: [{ code: 'en', level: null }],
}
const POST = postOf({ title: 'Engineer', start: '2019-05', bullets: bulletsOf('Did a', 'Did b', 'Did c') })

/** Nothing is left to say. */
const FULL: Partial<Career> = {
  person: {
    name: 'Ana Müller',
    headline: 'Engineer',
    email: 'ana@example.org',
    phone: '1',
    city: 'Berlin',
    countryCode: 'DE',
    links: [{ label: 'Website', url: 'https://example.org' }],
  },
  summary: 'Builds pipelines.',
  experiences: [POST],
  education: [degreeOf({ end: '2015' })],
}
const hintsOf = (career: Partial<Career>, profile: Partial<Profile> = {}) =>
  careerHints(careerOf({ ...FULL, ...career }), profileSchema.parse({ ...PROFILE, ...profile })).map(
    ({ field, message }) => `${field}: ${message}`,
  )

describe('hints', () => {
  test('an empty career is asked for everything, what is needed most first', () => {
    const fields = careerHints(careerOf({}), profileSchema.parse({})).map(({ field }) => field)
    expect(fields).toEqual([
      'person.name',
      'person.email',
      'person.headline',
      'experiences',
      'skills',
      'education',
      'summary',
      'person.phone',
      'person.city',
      'person.links',
      'languages',
    ])
  })

  test.each<[string, Partial<Career>, Partial<Profile>, string[]]>([
    ['a full career', {}, {}, []],
    [
      'a post without dates',
      { experiences: [{ ...POST, start: null }] },
      {},
      ['experiences: Say when you were at Acme: parsers leave out posts without dates.'],
    ],
    [
      'posts without a word of what was done, each employer once',
      { experiences: [POST, ...['B', 'C', 'D', 'E', 'E'].map((company) => ({ ...POST, company, bullets: [] }))] },
      {},
      ['experiences: Say what you did at B, C, D and 1 more: only what stands here can be used.'],
    ],
    ['a post with a summary only', { experiences: [POST, { ...POST, summary: 'Pipelines.', bullets: [] }] }, {}, []],
    [
      'a post without a title',
      { experiences: [{ ...POST, title: '' }] },
      {},
      ['experiences: Say what you were at Acme: postings are compared by title.'],
    ],
    [
      'dates the wrong way round',
      { experiences: [{ ...POST, end: '2018' }] },
      {},
      ['experiences: Put the dates right at Acme: the end is before the start.'],
    ],
    [
      'a gap',
      { experiences: [POST, { ...POST, company: 'Old', start: '2015', end: '2018-04' }] },
      {},
      [
        'experiences: Nothing is said of 12 months after Old: employers ask about gaps. A course, a project or a sentence closes it.',
      ],
    ],
    [
      'years that leave open whether there is one',
      { experiences: [POST, { ...POST, start: '2015', end: '2018' }] },
      {},
      [],
    ],
    [
      'skills without years',
      {},
      { skills: [{ name: 'Python', years: null, level: 'strong' }] },
      ['skills: Say for how many years you have used your main skills: postings ask for years.'],
    ],
    [
      'skills of posts that the profile lacks',
      { experiences: [{ ...POST, skills: ['python', 'Kafka', 'Kafka'] }] },
      {},
      ['skills: Your posts name skills that matching does not know of: Kafka.'],
    ],
    [
      'education without a date',
      { education: [degreeOf({})] },
      {},
      ['education: Say when you were at TU Berlin: a permit may depend on how long ago that was.'],
    ],
  ])('%s', (_name, career, profile, hints) => {
    expect(hintsOf(career, profile)).toEqual(hints)
  })
})

test.each([
  ['2020-05', '2020', false],
  ['2020', '2020-01', false],
  ['2020-05', '2020-04', true],
  ['2020-05', '2020-05', false],
  ['2021', '2020-12', true],
])('%s to %s is the wrong way round: %j', (start, end, isReversed) => {
  expect(endsBefore(start, end)).toBe(isReversed)
})

test.each<[string, [string, string | null, string | null][], object | null]>([
  ['nothing', [], null],
  ['one post', [['A', '2019', '2020']], null],
  [
    'one after the other',
    [
      ['B', '2020-02', null],
      ['A', '2019-01', '2020-01'],
    ],
    null,
  ],
  [
    'posts inside another',
    [
      ['A', '2010-01', '2020-12'],
      ['B', '2011-01', '2011-02'],
      ['C', '2021-01', null],
    ],
    null,
  ],
  [
    'the longest of two',
    [
      ['A', '2010-01', '2010-03'],
      ['B', '2010-06', '2010-08'],
      ['C', '2011-01', null],
    ],
    { after: 'B', months: 4 },
  ],
  [
    'an undated one',
    [
      ['A', null, null],
      ['B', '2019', '2020'],
    ],
    null,
  ],
  [
    'one that goes on',
    [
      ['A', '2010-01', null],
      ['B', '2019', '2020'],
    ],
    null,
  ],
])('gaps: %s', (_name, posts, gap) => {
  expect(longestGap(posts.map(([company, start, end]) => postOf({ company, start, end })))).toEqual(gap)
})

test.each<[string, Partial<Career>, boolean]>([
  ['nothing', {}, true],
  ['a country alone', { person: { ...careerOf({}).person, countryCode: 'DE' } }, false],
  ['a post', { experiences: [POST] }, false],
  ['a summary', { summary: 'x' }, false],
])('empty: %s', (_name, parts, isEmpty) => {
  expect(isEmptyCareer(careerOf(parts))).toBe(isEmpty)
})
