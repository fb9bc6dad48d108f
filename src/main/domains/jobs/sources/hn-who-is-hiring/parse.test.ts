import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { readFacts } from '../../enrich/enrich.ts'
import { normalise } from '../../pipeline/normalise.ts'
import { parseComments } from './parse.ts'
import { newestThread } from './thread.ts'

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const thread = read('thread.json')
const parse = (text: string) => parseComments({ text, url: 'https://hn.algolia.com/api/v1/items/46001000' })
const postings = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const comment = (text: string) =>
  postings(JSON.stringify({ type: 'comment', id: 7, created_at_i: 1_793_635_450, text }))

describe('the thread', () => {
  test('gives every posting with what the comment says and null for what it does not', () => {
    expect(postings(thread)[0]).toEqual({
      sourcePostingId: '46001101',
      title: 'Senior Data Engineer',
      company: 'Havelwerk Analytics',
      url: 'https://news.ycombinator.com/item?id=46001101',
      locations: ['Berlin, Germany', 'REMOTE (EU)'],
      countryCode: null,
      descriptionHtml: expect.stringMatching(
        /^<p>Havelwerk Analytics \(.*€75k-€95k<\/p>\n<p>We measure .*<\/p>\n<p>Python, /,
      ),
      postedAt: Date.UTC(2026, 10, 2, 16, 4, 10),
      closesAt: null,
      statedSalary: null,
      salaryText: '€75k-€95k',
      workplace: 'remote',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('leaves the words of the header to the readers of visa, pay and place', () => {
    const [first, second] = postings(thread)
    if (first === undefined || second === undefined) throw new Error('the fixture has no postings')
    const facts = [first, second].map((raw) => {
      const normalised = normalise(raw, { sourceId: 'hn-who-is-hiring', now: Date.UTC(2026, 10, 24) })
      if (!normalised.ok) throw new Error(normalised.detail)
      return readFacts(normalised.posting)
    })
    expect(facts[0]).toMatchObject({
      visa: { status: 'offers' },
      salary: { min: 75_000, max: 95_000, currency: 'EUR', period: 'year' },
      workplace: 'remote',
      remoteScope: 'eu',
      places: [{ city: 'Berlin', countryCode: 'DE' }],
    })
    expect(facts[1]).toMatchObject({ visa: { status: 'refuses' }, workplace: 'onsite', places: [{ city: 'Hamburg' }] })
  })

  test('gives a posting for each of several roles that have a line and a link of their own', () => {
    expect(postings(thread).slice(1, 3)).toMatchObject([
      {
        sourcePostingId: '46001102/machine-learning-engineer-perception',
        title: 'Machine Learning Engineer (Perception)',
        company: 'Tidemark Robotics',
        url: 'https://jobs.tidemark.example/ml-1',
        locations: ['Hamburg'],
        workplace: 'onsite',
      },
      {
        sourcePostingId: '46001102/embedded-engineer',
        title: 'Embedded Engineer',
        url: 'https://jobs.tidemark.example/embedded-2',
      },
    ])
  })

  test('takes the roles from lines of their own where the header names none', () => {
    expect(postings(thread)[3]).toMatchObject({
      sourcePostingId: '46001103',
      title: 'Data Scientist, Backend Developer',
      locations: ['Vienna'],
      workplace: 'remote',
      postedAt: Date.UTC(2026, 10, 3, 8),
    })
  })

  test('takes no reply for a posting, and says for each comment that is none why', () => {
    expect(postings(thread).map(({ company }) => company)).not.toContain('Somebody else')
    expect(parse(thread).map((item) => (item.ok ? 'ok' : item.reason))).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      'closed',
      'bad_shape',
      'no_title',
      'no_url',
      'bad_shape',
    ])
  })
})

describe('a comment', () => {
  test('without a company has none, and keeps a role that stands alone', () => {
    expect(comment('Berlin, Germany | Data Engineer | Full-time<p>Write to us.')).toMatchObject([
      { title: 'Data Engineer', company: null, url: 'https://news.ycombinator.com/item?id=7' },
    ])
  })

  test.each([
    [
      'one linked role is the comment itself',
      'Acme | Berlin | Full-time<p>Data Engineer: https:&#x2F;&#x2F;x.example&#x2F;1',
      1,
      'Data Engineer',
    ],
    [
      'no link makes no posting of its own',
      'Acme | Backend Engineer | Berlin<p>- Data Engineer<p>- SRE',
      1,
      'Backend Engineer',
    ],
    [
      'a link to apply is no role',
      'Acme | Backend Engineer | Berlin<p>Apply to be an engineer: https://x.example/1<p>See all engineering roles: https://x.example/2',
      1,
      'Backend Engineer',
    ],
    [
      'the same link twice is one role',
      'Acme | Engineer | Berlin<p>Data Engineer: https://x.example/1<p>Data Engineers: https://x.example/1',
      1,
      'Engineer',
    ],
    [
      'roles of one name are told apart by their place in the list',
      'Acme | Engineers | Berlin<p>C++ Engineer: https://x.example/1<p>C Engineer: https://x.example/2',
      2,
      'C++ Engineer',
    ],
  ])('%s', (_, text, count, title) => {
    const found = comment(text)
    expect(found).toHaveLength(count)
    expect(found[0]?.title).toBe(title)
    expect(new Set(found.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(count)
  })

  test.each(['', ' ', '[deleted]', '[flagged]'])('that was deleted (%j) is closed', (text) => {
    const [item] = parse(JSON.stringify({ type: 'comment', id: 7, text }))
    expect(item).toMatchObject({ ok: false, reason: 'closed' })
  })

  test('of plain lines is read like one of paragraphs', () => {
    expect(comment('Acme | Data Engineer | Berlin\n\nWe build things.')).toMatchObject([
      { title: 'Data Engineer', descriptionHtml: 'Acme | Data Engineer | Berlin\n\nWe build things.' },
    ])
  })

  test('of a megabyte of open links is read in no time and rejected for its size', () => {
    const text = `Acme | Data Engineer | Berlin<p>${'<a href="https://x.example/1">Engineer '.repeat(40_000)}`
    const [item] = parse(JSON.stringify({ type: 'comment', id: 7, text }))
    expect(item).toMatchObject({ ok: false, reason: 'too_large' })
  })
})

describe('other answers of Hacker News', () => {
  const text = 'Acme | Data Engineer | Berlin'
  test.each([
    ['a search for comments', { hits: [{ objectID: '7', comment_text: text, parent_id: 1, story_id: 1 }] }, 1],
    ['a search that found replies', { hits: [{ objectID: '8', comment_text: text, parent_id: 7, story_id: 1 }] }, 0],
    ['a search for stories', JSON.parse(read('stories.json')), 0],
    ['the item of the official API', { id: 7, by: 'anna', parent: 1, text, time: 1_793_635_450, type: 'comment' }, 1],
    ['the story of the official API', { id: 1, kids: [7, 8], title: 'Ask HN: Who is hiring?', type: 'story' }, 0],
    ['a list of comments', [{ id: 7, text }], 1],
    ['a comment with replies', { id: 7, type: 'comment', text, children: [{ id: 8, text }] }, 1],
    [
      'the thread of those who look for work',
      { id: 2, type: 'story', title: 'Ask HN: Who wants to be hired? (November 2026)', children: [{ id: 9, text }] },
      0,
    ],
  ])('%s', (_, answer, count) => {
    expect(postings(JSON.stringify(answer))).toHaveLength(count)
  })

  test.each([
    ['a login page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['an error', '{"status":404,"error":"Not found"}'],
    ['a number', '7'],
    ['a thread without its comments', '{"id":1,"type":"story","text":"Who?","children":{}}'],
    ['half a thread', thread.slice(0, 900)],
  ])('are unreadable when they are %s', (_, answer) => {
    expect(() => parse(answer)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  const underTest = { payload: JSON.parse(thread) as unknown, listKey: 'children', parse }
  test('never throw anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keep the good comments whatever stands between them', () => {
    const oneEach = { ...(underTest.payload as { children: unknown[] }) }
    oneEach.children = oneEach.children.filter((_, index) => index !== 1)
    expect(() => keepsTheGoodItems({ ...underTest, payload: oneEach })).not.toThrow()
  })
})

describe('the newest thread', () => {
  const find = (text: string) => newestThread({ text, url: 'https://hn.algolia.com/api/v1/search_by_date' })
  test('is the last "Who is hiring?", whatever else the same author asks', () => {
    expect(find(read('stories.json'))).toBe('46001000')
  })
  test('is none in an empty answer', () => {
    expect(find('{"hits":[]}')).toBeNull()
    expect(find('{"hits":[{"objectID":"1","title":"Ask HN: Who wants to be hired?"},null,7]}')).toBeNull()
  })
  test('is unreadable in what is no search result', () => {
    expect(() => find('{"message":"no"}')).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
})
