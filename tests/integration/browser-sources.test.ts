import { describe, expect, test } from 'vitest'
import type { BrowsePage } from '#main/domains/jobs/runs/source-session.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import type { Mode } from '../fakes/modes.ts'
import { html, site } from '../support/page-site.ts'
import { fakesFor, problemCode, readerOf } from '../support/read-source.ts'
import { browserReader, chromiumPath, leftInTheEnd, NOTHING, pageOf } from '../support/real-browser.ts'
import { discover, testCore } from '../support/test-core.ts'
import { problemOf } from './http/loopback.ts'

describe.skipIf(chromiumPath === null)('a source that is read in the browser', () => {
  /** The pauses between its pages are for the site's sake; here is none. */
  const browsing = (): BrowsePage => {
    const reader = browserReader()
    return (page) => reader.read({ ...page, gapMs: 0 })
  }

  test('Indeed, its list out of the page that its own scripts have been at', async () => {
    const fakes = await fakesFor()
    const plan = { countries: ['DE'], roles: ['Engineer'] }
    const { items, problems } = await readerOf(fakes, 'indeed')({ plan, browsePage: browsing() })
    expect(problems).toEqual([])
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(postings.length).toBeGreaterThan(3)
    expect(postings.filter(({ descriptionHtml }) => descriptionHtml.includes('Reference')).length).toBeGreaterThan(2)
    expect(
      postings.every(({ countryCode, url }) => countryCode === 'DE' && url.startsWith('https://de.indeed.com/')),
    ).toBe(true)
    expect(fakes.requests().every(({ path }) => /^\/(jobs\?|a\.css)/.test(path))).toBe(true)
  })

  test('Indeed, when it checks the visitor or wants a sign-in', async () => {
    const fakes = await fakesFor()
    const browsePage = browsing()
    const read = (mode: Mode) => {
      fakes.setMode('indeed', mode)
      return problemCode(() => readerOf(fakes, 'indeed')({ plan: { countries: ['DE'] }, browsePage }))
    }
    expect([await read('login-page'), await read('unauthorised'), await read('rate-limited')]).toEqual([
      'challenge',
      'unauthorised',
      'rate_limited',
    ])
  })

  test('LinkedIn, when it refuses a plain request', async () => {
    const fakes = await fakesFor()
    fakes.setMode('linkedin', 'unauthorised')
    const browse = browsing()
    const browsePage: BrowsePage = async (page) => {
      fakes.setMode('linkedin', 'ok')
      const answer = await browse(page)
      fakes.setMode('linkedin', 'unauthorised')
      return answer
    }
    const { items } = await readerOf(
      fakes,
      'linkedin',
    )({ plan: { countries: ['DE'], roles: ['Engineer'] }, browsePage })
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(postings.length).toBeGreaterThan(2)
    expect(postings.every(({ descriptionHtml }) => descriptionHtml.includes('Reference'))).toBe(true)
    expect(fakes.requests().filter(({ mode }) => mode === 'unauthorised')).toHaveLength(1)
  })

  test('in a run that somebody asked for, with the browser that the settings name', async () => {
    const fakes = await fakesFor({ content: { count: 2 } })
    const core = testCore({ baseUrls: { indeed: fakes.urls['indeed'] ?? '' } })
    await core.client.settings.update({
      acceptedTerms: ['indeed'],
      browserPath: chromiumPath,
      targetRoles: ['Engineer', 'Data Analyst', 'Data Scientist', 'Product Manager'],
      targetCountries: ['DE', 'NL', 'IE', 'SE', 'PL', 'PT'],
    })
    const run = await discover(core, ['indeed'])
    expect(run.sources).toMatchObject([{ sourceId: 'indeed', state: 'ok', problem: null }])
    expect(run.sources[0]?.requests).toBe(fakes.requests().filter(({ path }) => path.startsWith('/jobs')).length)
    await core.stop()
    expect(await leftInTheEnd()).toEqual(NOTHING)
  })

  test('counts against its allowance, and is paced', async () => {
    const server = await site({ '/': html('<p>Openings</p>') })
    const clock = createFakeClock({ autoAdvance: true })
    const reader = browserReader({ clock, limits: { idleMs: 0 } })
    const quotas = [{ key: 'indeed', limit: 2, window: 'day' }] as const
    const read = () => reader.read(pageOf(server, '/', { quotas, gapMs: 7000 }))
    await read()
    await read()
    expect(clock.sleeps.some((ms) => ms > 0 && ms <= 7000)).toBe(true)
    expect((await problemOf(read())).code).toBe('quota_used')
    expect(server.seen).toHaveLength(2)
  })
})
