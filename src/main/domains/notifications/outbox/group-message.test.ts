import { expect, test } from 'vitest'
import { digestText, groupMessage, type Told } from './group-message.ts'

function match(title: string, more: Partial<Told> = {}): Told {
  return {
    type: 'job_match',
    title,
    body: 'Kranich',
    path: `/jobs?open=${title}`,
    count: 1,
    letter: null,
    createdAt: 1,
    ...more,
  }
}

test('alone, a message is told as it is', () => {
  const told = match('Data Engineer')
  expect(groupMessage('k', [told], '/inbox')).toEqual({ key: 'k', ...told })
})

test('twelve matches are one message that names five of them, and all in its letter', () => {
  const [first, ...others] = Array.from({ length: 12 }, (_, index) => match(`Job ${index + 1}`))
  if (first === undefined) throw new Error('no matches')
  const message = groupMessage('k', [first, ...others], '/inbox')
  expect(message).toMatchObject({
    key: 'k',
    type: 'job_match',
    title: '12 new matches',
    body: 'Job 1\nJob 2\nJob 3\nJob 4\nJob 5\nand 7 more',
    path: '/inbox',
    count: 12,
  })
  expect(message.letter?.sections[0]?.lines).toHaveLength(12)
})

test('a letter of very many says how many are left', () => {
  const [first, ...others] = Array.from({ length: 150 }, (_, index) => match(`Job ${index + 1}`))
  if (first === undefined) throw new Error('no matches')
  const lines = groupMessage('k', [first, ...others], '/inbox').letter?.sections[0]?.lines ?? []
  expect(lines).toHaveLength(101)
  expect(lines.at(-1)?.text).toBe('and 50 more in the inbox')
})

test('those that lead to one screen lead there together, and count what each of them counts', () => {
  const path = '/searches'
  const message = groupMessage(
    'k',
    [match('Search A', { path, count: 3 }), match('Search B', { path, count: 4 })],
    '/n',
  )
  expect(message).toMatchObject({ title: '7 new matches', path, count: 7 })
})

test('a digest says how many of each kind were over the limit', () => {
  const reminder: Told = { ...match('Send the letter'), type: 'deadline_reminder' }
  expect(digestText([match('A'), match('B'), reminder])).toMatchObject({
    title: '3 more messages',
    body: 'Beyond the day’s limit of messages: 2 new matches, 1 reminder.',
    count: 3,
    letter: { sections: [{ heading: '2 new matches' }, { heading: '1 reminder' }] },
  })
})
