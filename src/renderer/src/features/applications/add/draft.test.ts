import { expect, test } from 'vitest'
import { readDraft } from './draft.ts'

const DRAFT = { title: ' Data Engineer ', company: 'Adyen', place: '', url: '' }

test('what was typed is trimmed; no link is none', () => {
  expect(readDraft(DRAFT)).toEqual({
    isGood: true,
    fields: { title: 'Data Engineer', company: 'Adyen', place: '', url: null },
  })
})

test.each([
  ['jobs.adyen.com/1', 'https://jobs.adyen.com/1'],
  ['http://adyen.com', 'http://adyen.com'],
])('the link %s is kept as %s', (url, kept) => {
  expect(readDraft({ ...DRAFT, url })).toMatchObject({ fields: { url: kept } })
})

test.each([
  [{ title: '  ' }, ['title']],
  [{ company: '' }, ['company']],
  [{ url: 'javascript:alert(1)' }, ['url']],
  [{ url: 'not a link' }, ['url']],
  [{ title: '', company: 'x'.repeat(201) }, ['title', 'company']],
])('%j is told at its fields', (patch, fields) => {
  const reading = readDraft({ ...DRAFT, ...patch })
  expect(reading.isGood ? [] : Object.keys(reading.problems)).toEqual(fields)
})
