import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseBoard } from './parse.ts'

const board = readFileSync(new URL('fixtures/board.json', import.meta.url), 'utf8')
const parse = (text: string) =>
  parseBoard({ text, url: 'https://boards-api.greenhouse.io/v1/boards/lichtbogen/jobs?content=true' }, { slug: 'lichtbogen', company: null })
const postings = parse(board).flatMap((item) => (item.ok ? [item.posting] : []))

describe('a Greenhouse board', () => {
  test('gives every posting with what the source says and null for what it does not', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: 'lichtbogen/7100001',
      title: 'Staff Backend Engineer (C++)',
      company: 'Lichtbogen Energy',
      url: 'https://boards.greenhouse.io/lichtbogen/jobs/7100001?gh_jid=7100001',
      locations: ['Berlin, Germany', 'Remote - Germany', 'Warsaw'],
      countryCode: null,
      descriptionHtml:
        '<div class="content-intro"><p>Lichtbogen runs battery parks &amp; grids.</p></div><p>Work with C++ and Kafka. We offer visa sponsorship.</p>',
      postedAt: Date.UTC(2026, 10, 2, 9),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: null,
      requisitionId: '5200001',
    })
  })

  test('falls back to the board for the company and to the last change for the date', () => {
    expect(postings[1]).toMatchObject({
      title: 'Data Analyst & Storyteller',
      company: 'lichtbogen',
      locations: [],
      postedAt: Date.UTC(2026, 10, 18, 16, 2, 41),
      closesAt: Date.UTC(2026, 11, 31),
      requisitionId: null,
    })
  })

  test('says why an item is no posting', () => {
    expect(parse(board).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'no_url', 'no_title'])
  })

  test.each([
    ['an error object', '{"status":404,"error":"Job not found"}'],
    ['a list', '[{"id":1}]'],
    ['nothing', ' '],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  const underTest = { payload: JSON.parse(board) as unknown, listKey: 'jobs', parse }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
