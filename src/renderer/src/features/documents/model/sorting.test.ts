import { expect, test } from 'vitest'
import { letterContentSchema, resumeContentSchema } from '#shared/documents.ts'
import { LETTER_LIST, listId, namesIn, sorted } from './sorting.ts'

const resume = resumeContentSchema.parse({
  kind: 'resume',
  header: {},
  sections: [
    {
      id: 'section1',
      kind: 'experience',
      items: [
        {
          id: 'item000001',
          title: 'Engineer',
          organisation: 'Northwind',
          bullets: ['bullet01', 'bullet02', 'bullet03'].map((id) => ({ id, text: id })),
        },
        { id: 'item000002', bullets: [{ id: 'bullet04', text: 'Alone' }] },
      ],
    },
    {
      id: 'section2',
      kind: 'summary',
      title: 'Who I am',
      paragraphs: ['claim001', 'claim002'].map((id) => ({ id, text: id })),
    },
    {
      id: 'section3',
      kind: 'skills',
      groups: [
        { id: 'group001', label: 'Tools', words: ['Git'] },
        { id: 'group002', words: ['Rust'] },
      ],
    },
  ],
})
const letter = letterContentSchema.parse({
  kind: 'letter',
  header: {},
  recipient: {},
  paragraphs: ['claim001', 'claim002'].map((id) => ({ id, text: id })),
})

/** Every id, in the order in which the document has them. */
const order = (of: unknown) => [...JSON.stringify(of).matchAll(/"id":"(\w+)"/g)].map(([, id]) => id).join(' ')

test.each([
  ['a section', listId('sections'), 'section3', 0, /^section3 group001 group002 section1/],
  ['an item with its points', listId('items', 'section1'), 'item000002', 0, /^section1 item000002 bullet04 item000001/],
  ['a point', listId('claims', 'item000001'), 'bullet01', 2, /bullet02 bullet03 bullet01/],
  ['a paragraph', listId('claims', 'section2'), 'claim002', 0, /claim002 claim001/],
  ['a row of words', listId('groups', 'section3'), 'group001', 1, /group002 group001$/],
])('moves %s, and nothing else', (_what, list, id, to, found) => {
  const next = sorted(resume, { list, id, to })
  expect(order(next)).toMatch(found)
  expect(order(next).split(' ').toSorted()).toEqual(order(resume).split(' ').toSorted())
})

test('a paragraph of a letter moves', () => {
  expect(order(sorted(letter, { list: listId('claims', LETTER_LIST), id: 'claim001', to: 1 }))).toBe(
    'claim002 claim001',
  )
})

test.each([
  ['a list that is gone', listId('items', 'gone'), 'item000001'],
  ['a member of another list', listId('items', 'section1'), 'bullet01'],
])('%s changes nothing', (_what, list, id) => {
  expect(sorted(resume, { list, id, to: 0 })).toEqual(resume)
})

test.each([
  [listId('sections'), ['Experience', 'Who I am', 'Skills']],
  [listId('items', 'section1'), ['Engineer, Northwind', 'Entry 2']],
  [listId('claims', 'item000001'), ['Point 1', 'Point 2', 'Point 3']],
  [listId('claims', 'section2'), ['Paragraph 1', 'Paragraph 2']],
  [listId('groups', 'section3'), ['Tools', 'Row 2']],
  [listId('groups', 'gone'), []],
])('the members of %s are called %j', (list, names) => {
  expect(namesIn(resume, list)).toEqual(names)
})
