import { expect, test } from 'vitest'
import { resumeContentSchema } from '#shared/documents.ts'
import { citing, dropped } from './claim-edits.ts'

const content = resumeContentSchema.parse({
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
          bullets: [
            { id: 'bullet01', text: 'One' },
            { id: 'bullet02', text: 'Two' },
          ],
        },
        { id: 'item000002', title: 'Trainee' },
      ],
    },
    { id: 'section2', kind: 'summary', paragraphs: [{ id: 'claim001', text: 'About' }] },
    { id: 'section3', kind: 'skills', groups: [{ id: 'group001', words: ['Python', 'Rust'] }] },
  ],
})
const said = (of: unknown) => JSON.stringify(of)

test.each([
  ['a point', 'bullet01', 'One', 'One'],
  ['an item', 'item000002', 'Trainee', 'Trainee'],
  ['a sentence', 'claim001', 'About', 'About'],
  ['one word of a row', 'group001', 'rust', 'Rust'],
])('drops %s and nothing else', (_what, at, words, gone) => {
  const next = dropped(content, at, words)
  expect(said(next)).not.toContain(`"${gone}"`)
  const others = ['One', 'Two', 'Engineer', 'Trainee', 'About', 'Python', 'Rust'].filter((kept) => kept !== gone)
  for (const kept of others) expect(said(next)).toContain(`"${kept}"`)
})

test('what stands in the header cannot be dropped', () => {
  expect(dropped(content, 'header', 'Ada')).toBeNull()
})

test('a confirmed fact is cited once', () => {
  const once = citing(content, 'bullet02', 'fact00001')
  expect(said(once)).toContain('"text":"Two","isShown":true,"cites":["fact00001"]')
  expect(citing(once, 'bullet02', 'fact00001')).toEqual(once)
})
