import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Career, Education, Experience } from '#shared/career.ts'
import type { Suggestion } from '#shared/resume-import.ts'
import { bulletsOf, careerOf, degreeOf, postOf } from '../../profile/career/career.fixture.ts'
import { mergeCareer } from '../../profile/career/merge/merge-career.ts'
import { incomingCareer } from './incoming-career.ts'

const said = { source: '', confidence: 1, doubts: [] }
const fileOf = (posts: readonly Experience[], degrees: readonly Education[] = []): Suggestion[] => [
  ...posts.map((value) => ({ ...said, id: value.id, kind: 'experience' as const, value })),
  ...degrees.map((value) => ({ ...said, id: value.id, kind: 'education' as const, value })),
]
const taken = (own: Career, file: readonly Suggestion[]) =>
  mergeCareer(own, { incoming: incomingCareer(file, own), mode: 'add' })

const ENGINEER = postOf({ id: 'own001', title: 'Engineer', start: '2018-01', end: '2020-03' })
const SENIOR = postOf({ id: 'own002', title: 'Senior Engineer', start: '2020-03', end: '2022-01' })
const renamed = <T extends { readonly id: string }>(entry: T, id: string): T => ({ ...entry, id })

describe('posts of a file and own posts', () => {
  test('two posts at one employer that touch are each their own', () => {
    const own = careerOf({ experiences: [SENIOR, ENGINEER] })
    for (const file of [
      [renamed(SENIOR, 'new002'), renamed(ENGINEER, 'new001')],
      [renamed(ENGINEER, 'new001'), renamed(SENIOR, 'new002')],
    ])
      expect(taken(own, fileOf(file))).toEqual(own)
  })

  test.each([
    ['a promotion that the file tells of', postOf({ title: 'Engineer', start: '2018' })],
    ['one that begins where the own post ends', ENGINEER],
  ])('%s is a post of its own', (_name, known) => {
    const own = careerOf({ experiences: [renamed(known, 'own001')] })
    const senior = postOf({ id: 'new002', title: 'Senior Engineer', start: '2020-03' })
    const engineer = postOf({ id: 'new001', title: 'Engineer', start: '2018', end: '2020' })
    expect(taken(own, fileOf([senior, engineer])).experiences.map(({ title }) => title)).toEqual([
      'Engineer',
      'Senior Engineer',
    ])
    expect(taken(own, fileOf([senior])).experiences).toHaveLength(2)
  })

  test('a title within the other, from the same month on, is the same post and gets what it lacked', () => {
    const own = careerOf({ experiences: [ENGINEER] })
    const file = postOf({ id: 'new001', title: 'Software Engineer', start: '2018', bullets: bulletsOf('Did a') })
    const { experiences } = taken(own, fileOf([file]))
    expect(experiences).toMatchObject([
      { id: 'own001', title: 'Engineer', start: '2018-01', bullets: [{ text: 'Did a' }] },
    ])
  })

  test('the exact post is preferred to one whose title holds it', () => {
    const lead = postOf({ id: 'own001', title: 'Engineer and lead', start: '2018' })
    const plain = postOf({ id: 'own002', title: 'Engineer', start: '2018' })
    const file = postOf({ id: 'new001', title: 'Engineer', start: '2018', place: 'Berlin' })
    const next = taken(careerOf({ experiences: [lead, plain] }), fileOf([file]))
    expect(next.experiences.map(({ place }) => place)).toEqual(['', 'Berlin'])
  })

  test('a post that is there exactly is not taken for another that says as much', () => {
    const own = careerOf({
      experiences: [SENIOR, postOf({ id: 'own001', title: 'Engineer', start: '2020', place: 'Berlin' })],
    })
    const file = [
      postOf({ ...SENIOR, id: 'new001', place: 'Berlin' }),
      postOf({ id: 'new002', title: 'Senior Engineer', start: '2018', place: 'Berlin' }),
    ]
    const once = taken(own, fileOf(file))
    expect(once.experiences).toMatchObject([{ id: 'own002', place: 'Berlin' }, { id: 'own001' }, { start: '2018' }])
    expect(taken(once, fileOf(file.map((post) => renamed(post, `re${post.id}`))))).toEqual(once)
  })

  test('two degrees at one school that touch are each their own', () => {
    const bachelor = degreeOf({ id: 'own001', degree: 'Science', start: '2015', end: '2018' })
    const master = degreeOf({ id: 'own002', degree: 'Master of Science', start: '2018', end: '2020' })
    const own = careerOf({ education: [bachelor, master] })
    expect(taken(own, fileOf([], [renamed(master, 'new002'), renamed(bachelor, 'new001')]))).toEqual(own)
    const first = careerOf({ education: [bachelor] })
    expect(taken(first, fileOf([], [renamed(master, 'new002')])).education).toHaveLength(2)
  })

  const dates = fc.constantFrom('2018', '2018-01', '2020', '2020-03', '2022')
  const ends = fc.option(dates)
  const words = fc.subarray(['Did a', 'Did b', 'Did c'])
  const entry = fc.record({
    title: fc.constantFrom('Engineer', 'Senior Engineer', 'Engineer and lead', 'Cook'),
    company: fc.constantFrom('ACME', 'Acme GmbH', 'Other'),
    start: dates,
    end: ends,
    place: fc.constantFrom('', 'Berlin'),
    bullets: words,
  })
  const degree = fc.record({
    degree: fc.constantFrom('BSc', 'MSc', 'MSc Physics'),
    field: fc.constantFrom('', 'Physics', 'Maths'),
    institution: fc.constantFrom('TU Berlin', 'TU', 'LMU'),
    start: dates,
    end: ends,
    bullets: words,
  })
  const careers = (name: string) =>
    fc
      .tuple(
        fc.uniqueArray(entry, { maxLength: 4, selector: ({ title, start }) => `${title} ${start.slice(0, 4)}` }),
        fc.uniqueArray(degree, { maxLength: 3, selector: ({ degree: name, start }) => `${name} ${start.slice(0, 4)}` }),
      )
      .map(([posts, degrees]) => ({
        experiences: posts.map((post, at) =>
          postOf({ ...post, id: `${name}p${at}00`, bullets: bulletsOf(...post.bullets) }),
        ),
        education: degrees.map((each, at) =>
          degreeOf({ ...each, id: `${name}d${at}00`, bullets: bulletsOf(...each.bullets) }),
        ),
      }))

  test('the same file a second time changes nothing', () => {
    fc.assert(
      fc.property(careers('own'), careers('new'), (known, file) => {
        const suggestions = fileOf(file.experiences, file.education)
        const once = taken(careerOf(known), suggestions)
        // What came in got a name of its own.
        const again = fileOf(
          file.experiences.map((post) => renamed(post, `re${post.id}`)),
          file.education.map((each) => renamed(each, `re${each.id}`)),
        )
        expect(taken(once, again)).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })

  test('what is there stays in every field that says something', () => {
    fc.assert(
      fc.property(careers('own'), careers('new'), (known, file) => {
        const next = taken(careerOf(known), fileOf(file.experiences, file.education))
        for (const [at, own] of known.experiences.entries()) {
          expect(next.experiences[at]?.id).toBe(own.id)
          expect(next.experiences[at]?.title).toBe(own.title || next.experiences[at]?.title)
          expect(next.experiences[at]?.bullets).toEqual(expect.arrayContaining(own.bullets))
        }
      }),
    )
  })
})

describe('summaries of a file', () => {
  const summary = (value: string): Suggestion => ({ ...said, id: value.slice(0, 9), kind: 'summary', value })

  test('become one, none of them twice', () => {
    const file = [summary('Builds pipelines.'), summary('Leads people.'), summary('Builds pipelines.')]
    expect(incomingCareer(file, careerOf({})).summary).toBe('Builds pipelines.\n\nLeads people.')
  })

  test('what there is no room for stays outside whole', () => {
    const file = [summary('a'.repeat(2500)), summary('b'.repeat(600)), summary('Short.')]
    expect(incomingCareer(file, careerOf({})).summary).toBe(`${'a'.repeat(2500)}\n\nShort.`)
  })
})
