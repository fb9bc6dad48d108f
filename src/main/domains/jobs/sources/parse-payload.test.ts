import { describe, expect, test } from 'vitest'
import { greenhouse } from './greenhouse/greenhouse.source.ts'
import { hnWhoIsHiring } from './hn-who-is-hiring/hn-who-is-hiring.source.ts'
import { parsePayload } from './parse-payload.ts'
import { remotive } from './remotive/remotive.source.ts'
import type { Source } from './source.ts'

const now = Date.UTC(2026, 10, 28)
const url = 'https://boards-api.greenhouse.io/v1/boards/kranich/jobs'
const job = {
  id: 7,
  title: 'Koch (m/w/d)',
  absolute_url: 'https://boards.greenhouse.io/kranich/jobs/7',
  location: { name: 'München' },
  first_published: '2026-11-02T09:00:00.346Z',
  content: '&lt;p&gt;Gr&uuml;&szlig;e &amp;amp; mehr&lt;/p&gt;',
}

function parse(
  body: unknown,
  about: { source?: Source; status?: number; context?: Readonly<Record<string, string>> } = {},
) {
  const { source = greenhouse, status = 200, context = { slug: 'kranich', company: 'Kranich GmbH' } } = about
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return parsePayload(source, { body: new TextEncoder().encode(text), status, url, context, now })
}

test('a posting is shown with its own id, its place in the words of the source, and its text without markup', async () => {
  expect(await parse({ jobs: [job] })).toEqual({
    status: 'ok',
    items: [
      {
        sourceId: '7',
        title: 'Koch (m/w/d)',
        company: 'Kranich GmbH',
        url: 'https://boards.greenhouse.io/kranich/jobs/7',
        location: 'München',
        places: ['München'],
        countryCode: 'DE',
        postedAt: '2026-11-02T09:00:00.346Z',
        closesAt: null,
        salary: null,
        workplace: 'unknown',
        employmentType: null,
        description: 'Grüße & mehr',
      },
    ],
    rejected: [],
  })
})

describe('an answer', () => {
  const page = '<!doctype html><title>Just a moment...</title><p>Checking your browser</p>'
  test.each([
    ['of postings', { jobs: [job] }, 200, 'ok', undefined],
    ['of none', { jobs: [] }, 200, 'empty', undefined],
    ['without a body', '', 204, 'empty', undefined],
    ['of an empty body', '', 200, 'error', 'unreadable'],
    ['that breaks off', '{"jobs":[{"id":7,"ti', 200, 'error', 'unreadable'],
    ['of another shape', { error: 'no' }, 200, 'error', 'unreadable'],
    ['of items none of which can be read', { jobs: [null, {}, { id: 8 }] }, 200, 'error', 'drift'],
    ['that refuses', { message: 'no' }, 401, 'blocked', 'unauthorised'],
    ['that refuses in a number of its own', '', 999, 'blocked', 'unauthorised'],
    ['of a board that is gone', { status: 404 }, 404, 'error', 'not_found'],
    ['that asks for patience', 'Too many requests', 429, 'blocked', 'rate_limited'],
    ['of a server at fault', '', 502, 'error', 'server_error'],
    ['of a bot check', page, 403, 'blocked', 'challenge'],
    ['of a bot check that says it is fine', page, 200, 'blocked', 'challenge'],
    ['of a login form', '<html><body><input type="password"></body></html>', 200, 'blocked', 'challenge'],
  ])('%s', async (_, body, status, expected, code) => {
    const parsed = await parse(body, { status })
    expect([parsed.status, parsed.code, parsed.items.length]).toEqual([expected, code, expected === 'ok' ? 1 : 0])
  })
})

test('a posting that is there twice is one', async () => {
  const { items } = await parse({ jobs: [job, { ...job, title: 'Köchin' }, { ...job, id: 8 }] })
  expect(items.map(({ sourceId, title }) => [sourceId, title])).toEqual([
    ['7', 'Koch (m/w/d)'],
    ['8', 'Koch (m/w/d)'],
  ])
})

test('the company that the request knew stands in where a posting names none', async () => {
  const body = { jobs: [{ id: 1, url: 'https://remotive.com/1', title: 'Koch' }] }
  const companyOf = async (context: Readonly<Record<string, string>>) =>
    (await parse(body, { source: remotive, context })).items[0]?.company
  expect(await companyOf({ company: 'Kranich GmbH' })).toBe('Kranich GmbH')
  expect(await companyOf({})).toBeNull()
})

test('a thread in which nobody offers a job is empty, not broken', async () => {
  const thread = { id: 1, type: 'story', children: [{ id: 2, type: 'comment', text: 'Is anybody hiring juniors?' }] }
  expect(await parse(thread, { source: hnWhoIsHiring })).toMatchObject({ status: 'empty', items: [] })
})
