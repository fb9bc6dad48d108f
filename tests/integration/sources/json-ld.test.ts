import { describe, expect, test } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import type { Fakes } from '../../fakes/job-boards.ts'
import type { Mode } from '../../fakes/modes.ts'
import { expectWellFormed } from '../../fakes/parser-laws.ts'
import { fakesFor, problemCode, readerOf, reasonsIn, type ReadOptions } from '../../support/read-source.ts'

const ID = 'json-ld'
const FOLLOWED_A_RUN = 25
const pages = (fakes: Fakes, ...paths: readonly string[]): ReadOptions => ({
  plan: { pages: paths.map((path) => `${fakes.urls[ID]}${path}`) },
})
const postingsIn = (items: readonly ParsedItem[]) => items.flatMap((item) => (item.ok ? [item.posting] : []))
const idsIn = (items: readonly ParsedItem[]) => new Set(postingsIn(items).map(({ sourcePostingId }) => sourcePostingId))

describe('pages with schema.org data', () => {
  test('that carry their postings are read with one request, whatever the plan wishes', async () => {
    const fakes = await fakesFor()
    const { plan } = pages(fakes, '/all')
    const { items, problems } = await readerOf(
      fakes,
      ID,
    )({ plan: { ...plan, roles: ['Beekeeper'], countries: ['MT'] } })
    expect([reasonsIn(items), problems]).toEqual([{ ok: 72 }, []])
    expect(fakes.requests().map(({ path }) => path)).toEqual(['/all'])
    expect(idsIn(items).size).toBe(72)
    for (const { descriptionHtml, countryCode, requisitionId } of postingsIn(items)) {
      expect(descriptionHtml).toMatch(/^<p>[\s\S]*Reference[\s\S]*<\/p>$/)
      expect([countryCode, requisitionId]).not.toContain(null)
    }
    expect(postingsIn(items).filter(({ statedSalary }) => statedSalary !== null).length).toBeGreaterThan(5)
  })

  test.each(['/careers', '/list'])(
    'that only list them (%s) lead to 25 a run, and to the next ones in the next run',
    async (path) => {
      const fakes = await fakesFor()
      const read = readerOf(fakes, ID)
      const first = await read(pages(fakes, path))
      expect([reasonsIn(first.items), first.stored]).toEqual([{ ok: FOLLOWED_A_RUN }, []])
      expect(fakes.requests()).toHaveLength(1 + FOLLOWED_A_RUN)
      const stored = idsIn(first.items)
      const second = await read({ ...pages(fakes, path), stored })
      expect(new Set(second.stored)).toEqual(stored)
      expect(idsIn(second.items).size).toBe(FOLLOWED_A_RUN)
      expect([...idsIn(second.items)].filter((id) => stored.has(id))).toEqual([])
      expect(new Set(fakes.requests().map((request) => request.path.split('?')[0])).size).toBe(1 + 2 * FOLLOWED_A_RUN)
    },
  )

  test('share the 25 between them, and single postings beside them cost none', async () => {
    const fakes = await fakesFor()
    const [, single = ''] = (await readerOf(fakes, ID)(pages(fakes, '/list'))).items.flatMap((item) =>
      item.ok ? [item.posting.url] : [],
    )
    const before = fakes.requests().length
    const { items } = await readerOf(fakes, ID)(pages(fakes, '/list', '/careers', new URL(single).pathname))
    expect(fakes.requests().length - before).toBe(3 + FOLLOWED_A_RUN)
    expect(postingsIn(items).at(-1)?.url).toBe(single)
  })

  test('lead to the postings first whose link fits the roles', async () => {
    const fakes = await fakesFor()
    const { plan } = pages(fakes, '/careers')
    const { items } = await readerOf(fakes, ID)({ plan: { ...plan, roles: ['Product Manager'] } })
    const titles = postingsIn(items).map(({ title }) => title)
    expect(titles.findLastIndex((title) => title.includes('Product Manager'))).toBe(
      titles.filter((title) => title.includes('Product Manager')).length - 1,
    )
  })

  test('that are gone, refused or without any posting are told, the next one is read', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(
      fakes,
      ID,
    )({
      plan: {
        pages: [`${fakes.urls[ID]}/gone`, 'http://10.0.0.1/', `${fakes.urls['rss']}/feed.xml`, `${fakes.urls[ID]}/all`],
      },
    })
    expect(problems.map(({ code }) => code)).toEqual(['not_found', 'address_refused', 'address_refused'])
    expect(items).toHaveLength(72)
  })
})

describe('a site that misbehaves', () => {
  const codes: readonly (readonly [Mode, string])[] = [
    ['rate-limited', 'rate_limited'],
    ['server-error', 'server_error'],
    ['redirect-loop', 'redirect'],
    ['login-page', 'challenge'],
    ['unauthorised', 'unauthorised'],
    ['huge', 'too_large'],
  ]
  test.each(codes)('%s ends as %s', async (mode, code) => {
    const fakes = await fakesFor()
    fakes.setMode(ID, mode)
    expect(await problemCode(() => readerOf(fakes, ID)(pages(fakes, '/all')))).toBe(code)
  })

  test('a hang is ended by the time limit', async () => {
    const fakes = await fakesFor()
    fakes.setMode(ID, 'hang')
    expect(await problemCode(() => readerOf(fakes, ID)({ ...pages(fakes, '/all'), timeoutMs: 150 }))).toBe('timeout')
  })

  const readIn = async (mode: Mode, path = '/all'): Promise<readonly ParsedItem[]> => {
    const fakes = await fakesFor()
    fakes.setMode(ID, mode)
    const { items, problems } = await readerOf(fakes, ID)(pages(fakes, path))
    expect(problems).toEqual([])
    for (const item of items) expectWellFormed(item)
    return items
  }

  test('broken markup around them costs no posting', async () => {
    expect(reasonsIn(await readIn('garbage'))).toEqual({ ok: 72 })
  })
  test('postings without a title are rejected one by one, in either form', async () => {
    expect(reasonsIn(await readIn('missing-fields'))).toEqual({ ok: 36, no_title: 36 })
    expect(reasonsIn(await readIn('missing-fields', '/list'))).toEqual({ ok: 12, no_title: 13 })
  })
  test('bytes that are not UTF-8 cost no posting', async () => {
    expect(reasonsIn(await readIn('bad-utf8'))).toEqual({ ok: 72 })
  })
  test('a description of megabytes costs only its own posting', async () => {
    expect(reasonsIn(await readIn('big-html', '/list'))).toEqual({ ok: 24, too_large: 1 })
  })
  test('scripts make no address out of themselves', async () => {
    for (const path of ['/all', '/careers']) {
      for (const { url } of postingsIn(await readIn('script-injection', path)))
        expect(new URL(url).hostname).toBe('127.0.0.1')
    }
  })
  test('an empty list is empty and no fault, a page without anything is told', async () => {
    expect(await readIn('empty', '/list')).toEqual([])
    const fakes = await fakesFor()
    fakes.setMode(ID, 'empty')
    expect(await problemCode(() => readerOf(fakes, ID)(pages(fakes, '/careers')))).toBe('unreadable')
  })
})
