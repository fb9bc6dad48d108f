import { describe, expect, test } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import type { BrowsePage } from '#main/domains/jobs/runs/source-session.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import { parseList } from '#main/domains/jobs/sources/linkedin/parse.ts'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import type { Mode } from '../../fakes/modes.ts'
import { fakesFor, problemCode, readerOf, reasonsIn } from '../../support/read-source.ts'

const postingsIn = (items: readonly ParsedItem[]) => items.flatMap((item) => (item.ok ? [item.posting] : []))
const GERMANY = { countries: ['DE'], roles: [] }
const isList = (path: string): boolean => path.includes('/seeMoreJobPostings/')

describe('LinkedIn', () => {
  test('is read by a few pages of results and ten postings a run', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'linkedin')()
    const paths = fakes.requests().map(({ path }) => path)
    expect(paths.filter(isList).map((path) => new URLSearchParams(path.split('?')[1]).get('start'))).toEqual([
      '0',
      '10',
      '20',
      '30',
    ])
    expect(paths.filter((path) => !isList(path))).toHaveLength(10)
    const { ok = 0, closed = 0 } = reasonsIn(items)
    expect([ok + closed, closed > 0]).toEqual([10, true])
    for (const posting of postingsIn(items)) {
      expect(posting.sourcePostingId).toMatch(/^43000\d{5}$/)
      expect(posting.url).toMatch(/^https:\/\/de\.linkedin\.com\/jobs\/view\/[a-z0-9-]+-\d+$/)
      expect(posting.company).not.toBeNull()
      expect(posting.locations).toHaveLength(1)
      expect(posting.descriptionHtml).toContain('Reference')
      expect(posting.employmentType).not.toBeNull()
      expect(new Date(posting.postedAt ?? 0).toISOString()).toMatch(/^2026-11-2\dT00:00/)
      expect(posting.statedSalary).toBeNull()
    }
  })

  test('is asked for roles, a country and the days since the last reading, a few searches in turn', async () => {
    const fakes = await fakesFor()
    const roles = [
      'Data Scientist',
      'Data Engineer',
      'Backend Engineer',
      'Product Manager',
      'Data Analyst',
      'Developer',
    ]
    const countries = ['DE', 'NL', 'SE']
    const now = DEFAULT_CONTENT.asOf
    const read = readerOf(fakes, 'linkedin')
    const { items } = await read({ plan: { roles, countries }, now, since: now - 36 * 3_600_000 })
    const asked = () =>
      fakes
        .requests()
        .filter(({ path }) => isList(path))
        .map(({ path }) => Object.fromEntries(new URLSearchParams(path.split('?')[1])))
    const [first] = asked()
    expect(first).toEqual({
      keywords: '"Data Scientist" OR "Data Engineer" OR "Backend Engineer" OR "Product Manager" OR "Data Analyst"',
      location: 'Germany',
      f_TPR: 'r259200',
      sortBy: 'DD',
      start: '0',
    })
    expect(asked().map(({ location, keywords }) => [location, keywords === 'Developer'])).toEqual([
      ['Germany', false],
      ['Germany', true],
      ['Netherlands', false],
      ['Netherlands', true],
    ])
    for (const { title } of postingsIn(items)) expect(title).toMatch(/data|backend|product|develop|engineer/i)
    await read({ plan: { roles, countries }, turn: 1 })
    expect(
      asked()
        .slice(4, 6)
        .map(({ location }) => location),
    ).toEqual(['Sweden', 'Sweden'])
  })

  test('leaves what the plan does not want and what is stored unopened', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'linkedin')
    const first = await read({ plan: { ...GERMANY, roles: ['Data Engineer'] } })
    const stored = new Set(first.items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : [])))
    expect(stored.size).toBeGreaterThan(1)
    const opened = fakes.requests().length
    const again = await read({ plan: { ...GERMANY, roles: ['Data Engineer'] }, stored })
    expect(new Set(again.stored)).toEqual(stored)
    expect(
      fakes
        .requests()
        .slice(opened)
        .some(({ path }) => [...stored].some((id) => path.endsWith(id))),
    ).toBe(false)
    const elsewhere = await read({ plan: { countries: ['FR'], roles: [] } })
    expect(elsewhere.items).toEqual([])
  })

  test('never asks for more than a run may', async () => {
    const fakes = await fakesFor()
    const code = await problemCode(() => readerOf(fakes, 'linkedin')({ plan: GERMANY, plannedRequests: 3 }))
    expect(code).toBe('quota_used')
    expect(fakes.requests()).toHaveLength(3)
  })

  test.each<[Mode, string]>([
    ['rate-limited', 'rate_limited'],
    ['server-error', 'server_error'],
    ['unauthorised', 'unauthorised'],
    ['login-page', 'challenge'],
    ['redirect-loop', 'redirect'],
    ['huge', 'too_large'],
    ['hang', 'timeout'],
  ])('that is %s ends in %s', async (mode, code) => {
    const fakes = await fakesFor()
    fakes.setMode('linkedin', mode)
    expect(await problemCode(() => readerOf(fakes, 'linkedin')({ plan: GERMANY, timeoutMs: 700 }))).toBe(code)
    expect(fakes.requests().filter(({ mode: seen }) => seen === mode).length).toBeLessThanOrEqual(6)
  })

  test('with cards that lack their title or their address gives the others, and invents nothing', async () => {
    const fakes = await fakesFor()
    fakes.setMode('linkedin', 'missing-fields')
    const { items } = await readerOf(fakes, 'linkedin')()
    expect(reasonsIn(items)).toMatchObject({ no_title: expect.any(Number) as number })
    for (const { sourcePostingId } of postingsIn(items)) expect(sourcePostingId).toMatch(/^43000/)
  })

  test.each<Mode>(['empty', 'bad-utf8', 'garbage', 'big-html', 'script-injection'])(
    'in the mood "%s" gives postings or nothing',
    async (mode) => {
      const fakes = await fakesFor()
      fakes.setMode('linkedin', mode)
      const { items } = await readerOf(fakes, 'linkedin')()
      expect(items.some(({ ok }) => ok)).toBe(mode !== 'empty')
      for (const { url } of postingsIn(items)) expect(url).toMatch(/^https:\/\/[a-z]+\.linkedin\.com\/jobs\/view\//)
    },
  )
})

describe('a refusal of LinkedIn', () => {
  /** A browser to which nothing is refused. */
  const browser = (fakes: Awaited<ReturnType<typeof fakesFor>>, urls: string[]): BrowsePage => {
    return async ({ url }) => {
      urls.push(url)
      fakes.setMode('linkedin', 'ok')
      const answer = await fetch(url)
      fakes.setMode('linkedin', 'unauthorised')
      return { url, text: await answer.text(), isNotModified: false }
    }
  }

  test('sends the run to the browser, for good', async () => {
    const fakes = await fakesFor()
    fakes.setMode('linkedin', 'unauthorised')
    const urls: string[] = []
    const { items } = await readerOf(fakes, 'linkedin')({ plan: GERMANY, browsePage: browser(fakes, urls) })
    expect(fakes.requests().filter(({ mode }) => mode === 'unauthorised')).toHaveLength(1)
    expect(urls.length).toBeGreaterThan(5)
    expect(items.some(({ ok }) => ok)).toBe(true)
  })

  test('stands when there is no browser, and so does that of the browser', async () => {
    const fakes = await fakesFor()
    fakes.setMode('linkedin', 'unauthorised')
    const read = readerOf(fakes, 'linkedin')
    expect(await problemCode(() => read({ plan: GERMANY }))).toBe('unauthorised')
    const browsePage: BrowsePage = () => Promise.reject(new HttpProblem('challenge', 'A check'))
    expect(await problemCode(() => read({ plan: GERMANY, browsePage }))).toBe('challenge')
  })

  test('in the middle of a run keeps what was read before it', async () => {
    const fakes = await fakesFor()
    fakes.setMode('linkedin', 'unauthorised')
    let opened = 0
    const whole = browser(fakes, [])
    const browsePage: BrowsePage = (page) => {
      opened += 1
      return opened > 3 ? Promise.reject(new HttpProblem('rate_limited', 'Slower')) : whole(page)
    }
    const { items, problems, pages } = await readerOf(fakes, 'linkedin')({ plan: GERMANY, browsePage })
    expect(problems).toEqual([{ code: 'rate_limited', message: 'Slower' }])
    expect(pages.at(-1)?.nextCursor).toBeNull()
    expect(items.filter(({ ok }) => ok).length + (reasonsIn(items)['closed'] ?? 0)).toBe(2)
  })

  test('to hurry is not got round', async () => {
    const fakes = await fakesFor()
    fakes.setMode('linkedin', 'rate-limited')
    const urls: string[] = []
    expect(
      await problemCode(() => readerOf(fakes, 'linkedin')({ plan: GERMANY, browsePage: browser(fakes, urls) })),
    ).toBe('rate_limited')
    expect(urls).toEqual([])
  })
})

test("the stand-in's pages are of the documented form", async () => {
  const fakes = await fakesFor()
  const answer = await fetch(
    `${fakes.urls['linkedin'] ?? ''}/jobs-guest/jobs/api/seeMoreJobPostings/search?location=Germany&start=0`,
  )
  expect(
    parseList({ text: await answer.text(), url: answer.url }).every(
      ({ id, title, company, location, postedAt }) =>
        id !== null && title !== null && company !== null && location !== null && postedAt !== null,
    ),
  ).toBe(true)
})
