import { describe, expect, test } from 'vitest'
import { answeringContext } from '../../../../../../tests/support/answering-context.ts'
import { NO_WISHES, reasonsIn } from '../../../../../../tests/support/read-source.ts'
import type { SourceRequest } from '../source.ts'
import { bundesagentur } from './bundesagentur.source.ts'

const plan = { ...NO_WISHES, roles: ['Data Engineer'] }
const NUMBERS = Array.from({ length: 30 }, (_, index) => `10000-${index}-S`)

const isList = ({ url }: SourceRequest): boolean => url.includes('/pc/v6/jobs')
const list = (numbers: readonly string[] = NUMBERS): string =>
  JSON.stringify({
    maxErgebnisse: numbers.length,
    ergebnisliste: numbers.map((referenznummer) => ({
      referenznummer,
      stellenangebotsTitel: 'Data Engineer',
      firma: 'Havelwerk',
    })),
  })
const detail = JSON.stringify({ firma: null, stellenangebotsTitel: '', stellenangebotsBeschreibung: 'The whole text' })

describe('the postings of a list', () => {
  test('are read in parts of 25, the list itself once', async () => {
    const { context, asked } = answeringContext((request) => (isList(request) ? list() : detail), { plan })
    const first = await bundesagentur.fetchPage(context, null)
    expect([first.items.length, first.nextCursor]).toEqual([25, '1 Data Engineer'])
    const second = await bundesagentur.fetchPage(context, first.nextCursor)
    expect([second.items.length, second.nextCursor]).toEqual([5, null])
    expect(asked.filter(isList)).toHaveLength(1)
    expect(asked).toHaveLength(31)
  })

  test('keep what only the list says', async () => {
    const { context } = answeringContext((request) => (isList(request) ? list(['7']) : detail), { plan })
    const { items } = await bundesagentur.fetchPage(context, null)
    expect(items).toMatchObject([
      { ok: true, posting: { title: 'Data Engineer', company: 'Havelwerk', descriptionHtml: 'The whole text' } },
    ])
  })

  test.each([403, 404])('that are gone (status %s) are rejected and the next ones are read', async (status) => {
    const answer = (request: SourceRequest, index: number) =>
      isList(request) ? list() : index % 2 === 0 ? status : detail
    const { context } = answeringContext(answer, { plan })
    expect(reasonsIn((await bundesagentur.fetchPage(context, null)).items)).toEqual({ ok: 13, closed: 12 })
  })

  test('that are all refused end the source', async () => {
    const { context } = answeringContext((request) => (isList(request) ? list() : 403), { plan })
    await expect(bundesagentur.fetchPage(context, null)).rejects.toMatchObject({ code: 'unauthorised' })
  })

  test('that cannot be read are rejected, a host that wants a pause ends the source', async () => {
    const odd = answeringContext((request) => (isList(request) ? list(['1']) : '{"other":1}'), { plan })
    expect(reasonsIn((await bundesagentur.fetchPage(odd.context, null)).items)).toEqual({ bad_shape: 1 })
    const busy = answeringContext((request) => (isList(request) ? list() : 429), { plan })
    await expect(bundesagentur.fetchPage(busy.context, null)).rejects.toMatchObject({ code: 'rate_limited' })
    expect(busy.asked).toHaveLength(2)
  })

  test('are read as far as the requests go, and from there the next time', async () => {
    const { context, asked } = answeringContext((request) => (isList(request) ? list() : detail), { plan, budget: 11 })
    const page = await bundesagentur.fetchPage(context, null)
    expect([page.items.length, page.nextCursor, asked.length]).toEqual([10, '0 Data Engineer', 11])
  })

  test('that two queries find are read once', async () => {
    const twice = answeringContext((request) => (isList(request) ? list(['1', '2']) : detail), {
      plan: { ...plan, roles: ['Full Stack Developer', 'Data Engineer'] },
    })
    let cursor: string | null = null
    do cursor = (await bundesagentur.fetchPage(twice.context, cursor)).nextCursor
    while (cursor !== null)
    expect(twice.asked.filter(isList).length).toBeGreaterThan(1)
    expect(twice.asked.filter((request) => !isList(request))).toHaveLength(2)
  })

  test('without a number are taken as the list has them', async () => {
    const item = { stellenangebotsTitel: 'Data Engineer', externeURL: 'https://kranich.example/1' }
    const { context, asked } = answeringContext(() => JSON.stringify({ ergebnisliste: [item] }), { plan })
    expect(reasonsIn((await bundesagentur.fetchPage(context, null)).items)).toEqual({ ok: 1 })
    expect(asked).toHaveLength(1)
  })
})
