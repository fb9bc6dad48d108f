import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseBoard } from './parse.ts'

const board = readFileSync(new URL('fixtures/board.json', import.meta.url), 'utf8')
const parse = (text: string) =>
  parseBoard(
    { text, url: 'https://boards-api.greenhouse.io/v1/boards/lichtbogen/jobs?content=true' },
    { slug: 'lichtbogen', company: null },
  )
const postings = parse(board).flatMap((item) => (item.ok ? [item.posting] : []))

const posting = {
  id: 1,
  title: 'Engineer',
  absolute_url: 'https://boards.greenhouse.io/lichtbogen/jobs/1',
  content: '',
}
const reasons = (item: object) => parse(JSON.stringify([item])).map((read) => (read.ok ? 'ok' : read.reason))

describe('a Greenhouse board', () => {
  test('gives every posting with what the source says and null for what it does not', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: 'lichtbogen/7100001',
      title: 'Staff Backend Engineer (C++)',
      company: 'Lichtbogen Energy',
      url: 'https://boards.greenhouse.io/lichtbogen/jobs/7100001?gh_jid=7100001',
      locations: ['Berlin, Germany', 'Remote - Germany'],
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
    expect(parse(board).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'ok', 'no_title'])
  })

  test.each([
    ['an error object', '{"status":404,"error":"Job not found"}'],
    ['text', '"jobs"'],
    ['nothing', ' '],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test('without the address of a posting, names its page on the board', () => {
    expect(postings[2]?.url).toBe('https://job-boards.greenhouse.io/lichtbogen/jobs/7100003')
    expect(reasons({ ...posting, absolute_url: 'javascript:alert(1)' })).toEqual(['no_url'])
    expect(reasons({ ...posting, absolute_url: null, id: 'a/b' })).toEqual(['no_url'])
  })

  test.each([
    ['the only one of an answer', JSON.stringify(posting)],
    ['in a bare list', JSON.stringify([posting])],
    ['in a list that came as numbered fields', JSON.stringify({ jobs: { 3: posting } })],
  ])('reads a posting that is %s', (_, text) => {
    expect(parse(text)).toMatchObject([{ ok: true, posting: { sourcePostingId: 'lichtbogen/1' } }])
  })

  test.each([
    ['its place as text', { location: 'Hamburg, Germany' }, { locations: ['Hamburg, Germany'] }],
    ['offices only', { location: null, offices: [{ name: 'HQ', location: 'Hamburg' }] }, { locations: ['Hamburg'] }],
    [
      'a place and other offices',
      { location: { name: 'Hamburg' }, offices: [{ name: 'Oslo', location: 'Oslo, Norway' }] },
      { locations: ['Hamburg'] },
    ],
    ['a date in seconds', { first_published: 1_782_214_185 }, { postedAt: 1_782_214_185_000 }],
    [
      'fields of the employer',
      {
        metadata: [
          { name: 'Employment Type', value: ['Internship'] },
          { name: 'Workplace Type', value: 'Hybrid' },
          { name: 'Team', value: 'Remote' },
        ],
      },
      { employmentType: 'internship', workplace: 'hybrid' },
    ],
    [
      'fields that disagree',
      { metadata: [{ name: 'Work model', value: ['Remote', 'Hybrid'] }] },
      { employmentType: null, workplace: null },
    ],
    [
      'pay by the year',
      {
        pay_input_ranges: [
          { min_cents: 8_000_000, max_cents: 9_500_000, currency_type: 'GBP', title: 'Annual Salary:' },
        ],
      },
      { statedSalary: { min: 80_000, max: 95_000, currency: 'GBP', period: 'year' }, salaryText: null },
    ],
    [
      'pay by the hour',
      { pay_input_ranges: [{ min_cents: '2150', max_cents: 3000, currency_type: 'USD', title: 'Hourly Pay' }, {}] },
      { statedSalary: { min: 21.5, max: 30, currency: 'USD', period: 'hour' }, salaryText: null },
    ],
    [
      'pay by nobody knows what',
      { pay_input_ranges: [{ min_cents: 23_200_000, max_cents: null, currency_type: 'USD', title: 'Pay' }] },
      { statedSalary: null, salaryText: 'Pay 232000 USD' },
    ],
    [
      'no pay',
      { pay_input_ranges: [{ min_cents: 0, currency_type: 'USD' }] },
      { statedSalary: null, salaryText: null },
    ],
  ])('reads %s', (_, fields, expected) => {
    expect(parse(JSON.stringify({ jobs: [{ ...posting, ...fields }] }))).toMatchObject([
      { ok: true, posting: expected },
    ])
  })

  test('is known by the id alone where nobody says whose board it is', () => {
    const [item] = parseBoard({ text: JSON.stringify(posting), url: '' }, { slug: '', company: null })
    expect(item).toMatchObject({ ok: true, posting: { sourcePostingId: '1', company: null } })
  })

  const underTest = { payload: JSON.parse(board) as unknown, listKey: 'jobs', parse }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
