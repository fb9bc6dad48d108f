import type { ServerResponse } from 'node:http'
import { ORPCError } from '@orpc/server'
import { describe, expect, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { BOARD_KINDS } from '#shared/employers.ts'
import type { ErrorData } from '#shared/errors.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { fakesFor } from '../support/read-source.ts'
import { discover, testCore, watchOnly } from '../support/test-core.ts'
import { serve } from './http/loopback.ts'

type Page = string | { readonly status: number; readonly location?: string }

interface World {
  /** Pages of the employer's site, by path. */
  readonly site?: Readonly<Record<string, Page>>
  readonly host?: string
  readonly isClockReal?: boolean
}

/** The core with stand-ins for every board and one employer's site, all of them on this machine. */
async function world({ site = {}, host = 'www.kranich.example', isClockReal = false }: World = {}) {
  const fakes = await fakesFor()
  const server = await serve((request, response) => answer(response, site[request.url ?? ''] ?? { status: 404 }))
  const origin = `http://${host}:${server.port}`
  const core = testCore({
    baseUrls: { ...fakes.urls, added: origin },
    clock: isClockReal ? systemClock : createFakeClock({ autoAdvance: true }),
    resolve: (name) =>
      name === host ? Promise.resolve(['127.0.0.1']) : Promise.reject(new Error(`ENOTFOUND ${name}`)),
  })
  const boardsAsked = () => fakes.requests().map(({ source, path }) => `${source} ${path.split('?')[0]}`)
  return { core, fakes, origin, visits: () => server.seen, boardsAsked }
}

function answer(response: ServerResponse, page: Page): void {
  if (typeof page === 'string') {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><title>x</title>${page}`)
    return
  }
  const { status, location } = page
  response
    .writeHead(status, { 'content-type': 'text/html', ...(location === undefined ? {} : { location }) })
    .end('gone')
}

async function recognise(core: Core, text: string) {
  const boards = await core.client.employers.recognise({ text })
  return boards.map(({ kind, slug, how, postings }) => `${how} ${kind}/${slug} ${postings}`)
}

async function triedFor(core: Core, text: string): Promise<readonly string[]> {
  try {
    await core.client.employers.recognise({ text })
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'BOARD_NOT_RECOGNISED') {
      return (error.data as ErrorData<'BOARD_NOT_RECOGNISED'>).tried
    }
    throw error
  }
  throw new Error('Something was recognised')
}

const EMBED =
  '<div id="grnhse_app"></div><script src="https://boards.greenhouse.io/embed/job_board/js?for=kranich"></script>'

describe('a careers page', () => {
  test('gives the board that it embeds, with what the board says of itself', async () => {
    const { core, origin, visits, boardsAsked } = await world({ site: { '/careers': EMBED } })
    const [board, ...others] = await core.client.employers.recognise({ text: `Jobs: ${origin}/careers.` })
    expect(others).toEqual([])
    expect(board).toEqual({
      kind: 'greenhouse',
      slug: 'kranich',
      variant: null,
      name: 'Kranich Health',
      url: `${origin}/careers`,
      how: 'page',
      postings: 9,
      isKnown: false,
    })
    expect(visits()).toEqual(['GET /careers'])
    expect(boardsAsked()).toEqual(['greenhouse /v1/boards/kranich/jobs'])
  })

  test('is found from the home page, and through redirects', async () => {
    const { core, origin, visits } = await world({
      site: {
        '/': '<a href="/ueber-uns">Über uns</a><a href="/karriere">Karriere</a>',
        '/karriere': { status: 302, location: '/de/stellen' },
        '/de/stellen': '<iframe src="https://kranich.recruitee.com/embed"></iframe>',
      },
    })
    expect(await recognise(core, origin)).toEqual(['page recruitee/kranich 9'])
    expect(visits()).toEqual(['GET /', 'GET /karriere', 'GET /de/stellen'])
  })

  test('that links several boards gives those that are there', async () => {
    const site = {
      '/jobs': `${EMBED}<a href="https://jobs.lever.co/tidemark">our sister</a><a href="https://jobs.ashbyhq.com/no-such-board">x</a>`,
    }
    const { core, origin } = await world({ site })
    expect(await recognise(core, `${origin}/jobs`)).toEqual(['page greenhouse/kranich 9', 'page lever/tidemark 9'])
  })

  test('that names its board counts when the board does not answer now', async () => {
    const { core, origin, fakes } = await world({ site: { '/careers': EMBED } })
    fakes.setMode('greenhouse', 'server-error')
    expect(await recognise(core, `${origin}/careers`)).toEqual(['page greenhouse/kranich null'])
  })

  test('of a system that does not name the employer leads to the boards of the site’s name there', async () => {
    const site = { '/': '<meta name="generator" content="Teamtailor"><p>We are hiring</p>' }
    const { core, origin, boardsAsked } = await world({ site })
    expect(await recognise(core, origin)).toEqual(['name teamtailor/kranich 9'])
    expect(boardsAsked()).toEqual(['teamtailor /kranich/jobs.rss'])
  })

  test('without a board leads to the boards of the site’s name', async () => {
    const { core, origin, boardsAsked } = await world({ site: { '/': '<p>Write to us</p>' } })
    const found = await recognise(core, origin)
    expect(found).toContain('name greenhouse/kranich 9')
    expect(found).toContain('name workable/kranich 9')
    expect(boardsAsked().length).toBeLessThanOrEqual(12)
  })

  test('that leads to nothing says what was tried', async () => {
    const link = '<a href="https://jobs.lever.co/no-such-board">Jobs</a>'
    const site = { '/': '<a href="/jobs">Jobs</a><a href="/careers">Careers</a>', '/jobs': link, '/careers': link }
    const { core, origin, visits, boardsAsked } = await world({ site, host: 'www.unheard-of.example' })
    const tried = await triedFor(core, `${origin}/`)
    expect(tried.slice(0, 2)).toEqual([
      `${origin}/: the page names no board`,
      'lever/no-such-board: no board answers to this name',
    ])
    expect(visits()).toEqual(['GET /', 'GET /jobs', 'GET /careers'])
    expect(boardsAsked()).toHaveLength(12)
    expect(tried).toContain('greenhouse/unheardof: no board answers to this name')
  })

  test('that cannot be had is told with its reason', async () => {
    const { core, origin } = await world({ site: { '/': { status: 503 } }, host: 'www.unheard-of.example' })
    expect((await triedFor(core, origin))[0]).toMatch(/^http:\/\/www\.unheard-of\.example:\d+\/: .*unheard-of\.example/)
    expect((await triedFor(core, 'http://127.0.0.1/careers'))[0]).toMatch(/^http:\/\/127\.0\.0\.1\/careers: /)
  })

  test('on a site of other people’s jobs leads to no guess', async () => {
    const { core, boardsAsked } = await world()
    expect(await triedFor(core, 'https://www.linkedin.com/company/kranich')).toHaveLength(1)
    expect(boardsAsked()).toEqual([])
  })
})

describe('the name of an employer', () => {
  test('gives the boards of that name, those that say so first, with at most twelve requests', async () => {
    const { core, boardsAsked } = await world()
    const boards = await core.client.employers.recognise({ text: 'Kranich' })
    expect(new Set(boards.map(({ kind }) => kind))).toEqual(new Set(BOARD_KINDS))
    expect(boards.every(({ how, slug }) => how === 'name' && slug === 'kranich')).toBe(true)
    expect(boards[0]?.name).toBe('Kranich Health')
    expect(boardsAsked().length).toBeLessThanOrEqual(12)
  })

  test('is tried in its other spelling', async () => {
    const { core } = await world()
    expect(await recognise(core, 'Dünenwind GmbH')).toContain('name greenhouse/duenenwind 9')
  })

  test('puts a board without postings last', async () => {
    const { core, fakes } = await world()
    fakes.setMode('greenhouse', 'empty')
    const found = await recognise(core, 'Tidemark')
    expect(found.at(-1)).toBe('name greenhouse/tidemark 0')
  })

  test('that no board has says what was tried, one line for each request', async () => {
    const { core, boardsAsked } = await world()
    const tried = await triedFor(core, 'Nobody Heard Of It AG')
    expect(tried).toContain('lever/nobodyheardofit: no board answers to this name')
    expect(tried.filter((line) => !/^[a-z]+\/[a-z-]+: no board answers to this name$/.test(line))).toEqual([])
    expect(new Set(tried.map((line) => line.split('/')[0]))).toEqual(new Set(BOARD_KINDS))
    expect(boardsAsked()).toHaveLength(tried.length)
    expect(tried.length).toBeLessThanOrEqual(12)
  })

  test('without Latin letters asks nobody', async () => {
    const { core, boardsAsked } = await world()
    expect(await triedFor(core, '東京')).toEqual(['The name has no letters that a board could be named by'])
    expect(boardsAsked()).toEqual([])
  })

  test('whose boards do not answer is not told as unknown', async () => {
    const { core, fakes } = await world()
    for (const kind of BOARD_KINDS) fakes.setMode(kind, 'rate-limited')
    const tried = await triedFor(core, 'Kranich')
    expect(tried.some((line) => line.includes('no board answers'))).toBe(false)
  })
})

describe('a run', () => {
  test('writes how each watched board answered, and where one that is gone went', async () => {
    const { core, origin } = await world({ site: { '/careers': EMBED }, isClockReal: true })
    await watchOnly(core, 'lever', ['kranich', 'tidemark'])
    await core.client.employers.add({
      kind: 'lever',
      slug: 'left',
      variant: 'eu',
      name: 'Left',
      url: `${origin}/careers`,
    })
    await core.client.employers.add({ kind: 'lever', slug: 'lost', variant: null, name: 'Lost' })
    const stop = new AbortController()
    const changes = core.events.stream(stop.signal)
    const run = await discover(core, ['lever'])
    expect(run).toMatchObject({ found: 18, new: 18 })
    const find = async (slug: string) => (await core.client.employers.list()).find((employer) => employer.slug === slug)
    for await (const event of changes) {
      if (event.type === 'settings.changed' && (await find('left'))?.state === 'moved') stop.abort()
      if (stop.signal.aborted) break
    }
    expect(await find('left')).toMatchObject({
      state: 'moved',
      message: 'Its careers page now names the Greenhouse board "kranich".',
      postings: null,
    })
    expect(await find('lost')).toMatchObject({ state: 'gone', message: expect.stringContaining('"lost"') })
    expect(await find('kranich')).toMatchObject({
      state: 'ok',
      postings: 9,
      message: null,
      checkedAt: expect.any(Number),
    })
  })

  test('leaves out the boards that are switched off', async () => {
    const { core, boardsAsked } = await world({ isClockReal: true })
    await watchOnly(core, 'greenhouse', ['kranich', 'tidemark'])
    await core.client.employers.setOn({ boards: [{ kind: 'greenhouse', slug: 'tidemark' }], isOn: false })
    await discover(core, ['greenhouse'])
    expect(boardsAsked()).toEqual(['greenhouse /v1/boards/kranich/jobs'])
  })
})
