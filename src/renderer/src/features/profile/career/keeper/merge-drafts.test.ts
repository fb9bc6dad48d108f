import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Career, careerSchema } from '#shared/career.ts'
import { joinDrafts } from './merge-drafts.ts'

const careerOf = (parts: object): Career => careerSchema.parse(parts)
const post = (id: string, parts: object = {}) => ({ id, company: `Firm ${id}`, ...parts })
const A = post('aaaaaa')
const B = post('bbbbbb')
const C = post('cccccc')
const posts = (...experiences: object[]) => careerOf({ experiences })
const ids = ({ experiences }: Career) => experiences.map(({ id }) => id[0]).join('')

test.each<[string, Career, Career, Career, string]>([
  ['nothing changed', posts(A, B), posts(A, B), posts(A, B), 'ab'],
  ['one added by each', posts(A), posts(B, A), posts(A, C), 'bac'],
  ['one removed by them', posts(A, B), posts(A, B), posts(B), 'b'],
  ['one removed by me', posts(A, B), posts(B), posts(A, B), 'b'],
  [
    'removed by them, changed by me: it stays',
    posts(A, B),
    posts(post('aaaaaa', { title: 'Cook' }), B),
    posts(B),
    'ab',
  ],
  ['my order', posts(A, B), posts(B, A), posts(A, B), 'ba'],
  ['their order', posts(A, B), posts(A, B), posts(B, A), 'ba'],
])('lists: %s', (_name, base, mine, theirs, order) => {
  const joined = joinDrafts({ base, mine, theirs }, 'mine')
  expect(ids(joined.career)).toBe(order)
  expect(joined.conflicts).toEqual([])
})

test('two fields of one entry are both kept', () => {
  const base = posts(A)
  const mine = posts(post('aaaaaa', { title: 'Cook' }))
  const theirs = posts(post('aaaaaa', { place: 'Berlin' }))
  const { career, conflicts } = joinDrafts({ base, mine, theirs }, 'mine')
  expect(career.experiences[0]).toMatchObject({ title: 'Cook', place: 'Berlin' })
  expect(conflicts).toEqual([])
})

test('the same changed in two ways is told, and only there one side wins', () => {
  const base = careerOf({ summary: 'Old.', experiences: [A] })
  const mine = careerOf({ summary: 'Mine.', experiences: [post('aaaaaa', { title: 'Cook', place: 'Bonn' })] })
  const theirs = careerOf({
    summary: 'Old.',
    person: { name: 'Ana' },
    experiences: [post('aaaaaa', { title: 'Chef' })],
  })
  const kept = joinDrafts({ base, mine, theirs }, 'theirs')
  expect(kept.conflicts).toEqual(['Firm aaaaaa (title)'])
  expect(kept.career).toMatchObject({
    summary: 'Mine.',
    person: { name: 'Ana' },
    experiences: [{ title: 'Chef', place: 'Bonn' }],
  })
  expect(joinDrafts({ base, mine, theirs }, 'mine').career.experiences[0]?.title).toBe('Cook')
})

test('a side that changed nothing gives the other as it is', () => {
  const names = fc.uniqueArray(fc.constantFrom('aaaaaa', 'bbbbbb', 'cccccc', 'dddddd'))
  const careers = fc
    .tuple(names, fc.string())
    .map(([order, summary]) => careerOf({ summary, experiences: order.map((id) => post(id)) }))
  fc.assert(
    fc.property(careers, careers, (base, other) => {
      expect(joinDrafts({ base, mine: base, theirs: other }, 'mine')).toEqual({ career: other, conflicts: [] })
      expect(joinDrafts({ base, mine: other, theirs: base }, 'mine')).toEqual({ career: other, conflicts: [] })
    }),
  )
})
