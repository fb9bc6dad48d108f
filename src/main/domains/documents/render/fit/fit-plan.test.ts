import { expect, test } from 'vitest'
import { documentContentSchema } from '#shared/documents.ts'
import { leavable, namedOnce, tightenings } from './fit-plan.ts'

const bullets = (post: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${post}point${index + 1}`, text: `${post} ${index + 1}` }))

const CONTENT = documentContentSchema.parse({
  kind: 'resume',
  header: { name: 'Ada' },
  sections: [
    {
      id: 'summary1',
      kind: 'summary',
      paragraphs: [
        { id: 'parone1', text: 'first' },
        { id: 'partwo1', text: 'second' },
      ],
    },
    {
      id: 'experie1',
      kind: 'experience',
      items: [
        { id: 'newpost1', title: 'New', start: '2020-01', bullets: bullets('new', 6) },
        { id: 'midpost1', title: 'Middle', start: '2015-01', end: '2019-12', bullets: bullets('mid', 4) },
        { id: 'oldpost1', title: 'Old', start: '2010', end: '2014', bullets: bullets('old', 4) },
        { id: 'offpost1', title: 'Off', start: '2009', end: '2010', isShown: false, bullets: bullets('off', 4) },
      ],
    },
    { id: 'educati1', kind: 'education', items: [{ id: 'degree01', title: 'MSc', end: '2010' }] },
    { id: 'skills01', kind: 'skills', groups: [{ id: 'skillgr1', label: 'Tools', words: ['Go'] }] },
    { id: 'languag1', kind: 'languages', groups: [{ id: 'spoken01', words: ['Czech'] }] },
    { id: 'interes1', kind: 'interests', groups: [{ id: 'hobbies1', words: ['choir', 'bread'] }] },
  ],
})

const ids = leavable(CONTENT).map(({ id }) => id)
const place = (id: string) => ids.indexOf(id)

test('the last points of the oldest post go first, and of the newest post later than of the others', () => {
  expect(ids.slice(0, 3)).toEqual(['oldpoint4', 'midpoint4', 'newpoint6'])
  expect(place('oldpoint3')).toBeLessThan(place('midpoint3'))
  expect(place('midpoint3')).toBeLessThan(place('newpoint4'))
})

test('interests go before a post is down to one point, paragraphs and old posts at last', () => {
  expect(place('hobbies1')).toBeGreaterThan(place('oldpoint3'))
  expect(place('hobbies1')).toBeLessThan(place('oldpoint2'))
  expect(place('oldpost1')).toBeGreaterThan(place('partwo1'))
})

test('what carries the résumé stays: the newest post, its first two points, the degree, skills, languages, the first paragraph', () => {
  for (const id of ['newpost1', 'newpoint1', 'newpoint2', 'degree01', 'skillgr1', 'spoken01', 'parone1', 'midpost1'])
    expect(ids).not.toContain(id)
  expect(ids.filter((id) => id.startsWith('off'))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

test('what is left out is named by its words, a point of a post that goes as a whole not once more', () => {
  const named = namedOnce(CONTENT, leavable(CONTENT))
  expect(named.find(({ id }) => id === 'hobbies1')?.text).toBe('choir, bread')
  expect(named.find(({ id }) => id === 'oldpost1')?.text).toBe('Old')
  expect(named.filter(({ id }) => id.startsWith('oldpoint'))).toEqual([])
})

test('a letter loses nothing', () => {
  const letter = documentContentSchema.parse({
    kind: 'letter',
    header: {},
    recipient: {},
    paragraphs: [
      { id: 'paragr01', text: 'a' },
      { id: 'paragr02', text: 'b' },
    ],
  })
  expect(leavable(letter)).toEqual([])
})

test('text is set closer before it gets smaller, and never below the floor', () => {
  const steps = tightenings(1)
  expect(steps[0]).toEqual({ scale: 1, spacing: 1 })
  expect(steps.at(-1)?.scale).toBe(0.85)
  expect(steps.every((step, index) => index === 0 || step.scale <= (steps[index - 1]?.scale ?? 0))).toBe(true)
  expect(tightenings(1.2).at(-1)?.scale).toBe(0.85)
  expect(tightenings(0.8).every(({ scale }) => scale === 0.8)).toBe(true)
})
