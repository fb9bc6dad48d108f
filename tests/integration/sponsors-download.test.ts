import { describe, expect, onTestFinished, test } from 'vitest'
import { type RegisterView, SPONSOR_REGISTERS, type SponsorRegister } from '#shared/sponsors.ts'
import type { Core } from '#main/core.ts'
import { type RegisterSites, type SiteMode, startRegisterSites } from '../fakes/register-sites.ts'
import { csvOf, fillers } from '../support/sponsors-world.ts'
import { testCore } from '../support/test-core.ts'

async function sites(): Promise<RegisterSites> {
  const started = await startRegisterSites()
  onTestFinished(started.close)
  return started
}

function coreOn({ urls }: RegisterSites): Core {
  const baseUrls = Object.fromEntries(SPONSOR_REGISTERS.map((register) => [`sponsors-${register}`, urls[register]]))
  const core = testCore({ baseUrls })
  core.start({ withSchedule: false })
  return core
}

/** Fetches a register and resolves with what the list says once that has ended. */
async function refresh(core: Core, register: SponsorRegister): Promise<RegisterView> {
  const stop = new AbortController()
  const stream = core.events.stream(stop.signal)
  const begun = await core.client.sponsors.refresh({ register })
  expect(begun.isRefreshing).toBe(true)
  for await (const event of stream) {
    if (event.type !== 'settings.changed') continue
    const view = (await core.client.sponsors.list()).find((other) => other.register === register)
    if (view === undefined || view.isRefreshing) continue
    stop.abort()
    return view
  }
  throw new Error('the refresh did not end')
}

describe('a register is fetched', () => {
  test.each<[SponsorRegister, RegExp]>([
    ['uk', /\/media\/20261120\/2026-11-20_-_Worker_and_Temporary_Worker\.csv$/],
    ['nl', /\/public-register-work$/],
    ['ie', /\/employment-permits-issued-to-companies-2026\.xlsx$/],
    ['dk', /\/Certified-companies$/],
    ['pt', /\/lista-tech-visa-2026-11-20\.pdf$/],
  ])('%s, from the file that its page leads to', async (register, origin) => {
    const core = coreOn(await sites())
    const view = await refresh(core, register)
    expect(view).toMatchObject({
      problem: null,
      active: { rows: 80, organisations: 80, origin: expect.stringMatching(origin) },
    })
    expect(view.active?.publishedOn).toBe(register === 'ie' ? null : '2026-11-20')
    const company = 'Corvane Analytics'
    const match = await core.client.sponsors.match({ company, countryCode: view.countryCode })
    expect(match).toMatchObject({ register, row: 3 })
  })

  test('only from where its page leads, and not twice at once', async () => {
    const register = await sites()
    const core = coreOn(register)
    await core.client.sponsors.refresh({ register: 'ie' })
    await refresh(core, 'ie')
    expect(register.requests('ie')).toEqual([
      '/en/what-we-do/workplace-and-skills/employment-permits/statistics/',
      '/en/publications/employment-permit-statistics-2026.html',
      '/en/publications/publication-files/employment-permits-issued-to-companies-2026.xlsx',
    ])
  })

  test('in its next edition, whatever its address is then', async () => {
    const register = await sites()
    const core = coreOn(register)
    await refresh(core, 'uk')
    register.setFile('uk', { day: '2027-01-04', rows: 90 })
    const view = await refresh(core, 'uk')
    expect(view).toMatchObject({
      active: { rows: 90, publishedOn: '2027-01-04' },
      previous: { rows: 80, publishedOn: '2026-11-20' },
    })
  })

  test('of the new year, once there is one', async () => {
    const register = await sites()
    const core = coreOn(register)
    await refresh(core, 'ie')
    register.setFile('ie', { day: '2027-02-01', rows: 60 })
    expect((await refresh(core, 'ie')).active?.origin).toMatch(/-companies-2027\.xlsx$/)
  })
})

describe('what a site does wrong is told, and the stored file stays', () => {
  const stored = (core: Core, register: SponsorRegister) => {
    const names = fillers(60)
    const kvk = `Organisation,KvK number\n${names.map((name, index) => `${name},${10_000_000 + index}`).join('\n')}`
    const csv = register === 'nl' ? Buffer.from(kvk) : csvOf(names)
    return core.client.sponsors.import({ register, fileName: 'mine.csv', base64: csv.toString('base64') })
  }

  test.each<[SiteMode, RegExp]>([
    ['login', /has no table/],
    ['truncated', /only \d+ rows|shrunk|broken/],
    ['dead-link', /has nothing at this address/],
    ['no-link', /has no link to its file\. Download the file from https/],
    ['empty', /is empty/],
    ['huge', /sent more than/],
    ['down', /has a fault of its own/],
  ])('%s', async (mode, message) => {
    const register = await sites()
    const core = coreOn(register)
    await stored(core, 'uk')
    register.setMode('uk', mode)
    const view = await refresh(core, 'uk')
    expect(view).toMatchObject({
      active: { rows: 60, origin: 'mine.csv' },
      previous: null,
      problem: { message: expect.stringMatching(message), at: expect.any(Number) },
    })
    register.setMode('uk', 'ok')
    expect(await refresh(core, 'uk')).toMatchObject({ active: { rows: 80 }, problem: null })
  })

  test.each(SPONSOR_REGISTERS)('half a file of %s is no file', async (register) => {
    const site = await sites()
    const core = coreOn(site)
    site.setMode(register, 'truncated')
    expect(await refresh(core, register)).toMatchObject({
      active: null,
      problem: { message: expect.stringMatching(/\S/) },
    })
  })

  test('a register that shrank', async () => {
    const register = await sites()
    const core = coreOn(register)
    await refresh(core, 'nl')
    register.setFile('nl', { rows: 55 })
    expect(await refresh(core, 'nl')).toMatchObject({
      active: { rows: 80 },
      problem: { message: expect.stringMatching(/31 % fewer than the 80/) },
    })
  })
})
