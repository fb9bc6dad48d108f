import { describe, expect, onTestFinished, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { RATES_HOST_ID } from '#main/domains/money/rates.service.ts'
import type { JobId } from '#shared/ids.ts'
import { ADDED_SOURCE, type PostingDraft } from '#shared/intake.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'
import { testCore } from '../support/test-core.ts'
import { type Loopback, serve } from './http/loopback.ts'

/** DERIVED: the shape of the daily list of the European Central Bank; the rates are invented. */
const RATES = {
  USD: 1.2,
  GBP: 0.85,
  CHF: 0.95,
  SEK: 10,
  NOK: 11.8,
  DKK: 7.46,
  PLN: 4.25,
  CZK: 24.6,
  HUF: 395,
  RON: 5.09,
  ISK: 145,
  CAD: 1.6,
  AUD: 1.8,
  JPY: 175,
  CNY: 8.3,
  INR: 101,
}

function list(rates: Readonly<Record<string, number>> = RATES, day = '2026-02-27'): string {
  const cubes = Object.entries(rates).map(([currency, rate]) => `<Cube currency='${currency}' rate='${rate}'/>`)
  return `<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"><Cube><Cube time='${day}'>${cubes.join('')}</Cube></Cube></gesmes:Envelope>`
}

/** A bank that answers with what stands in `answer`. */
async function bank(answer: { xml: string; status?: number }): Promise<Loopback> {
  return serve((_request, response) => {
    response.writeHead(answer.status ?? 200, { 'content-type': 'text/xml; charset=utf-8' }).end(answer.xml)
  })
}

function coreOf(server: Loopback, clock = createFakeClock()): { core: Core; clock: typeof clock } {
  return { core: testCore({ clock, baseUrls: { [RATES_HOST_ID]: server.origin } }), clock }
}

/** Resolves when `work` has led to a refresh that ended. */
async function refreshed(core: Core, work: () => unknown): Promise<void> {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const stream = core.events.stream(stop.signal)
  await work()
  for await (const event of stream) {
    if (event.type !== 'settings.changed' || (await core.client.money.rates()).isRefreshing) continue
    stop.abort()
    return
  }
}

async function rateOf(core: Core, currency: string) {
  const { rates } = await core.client.money.rates()
  return rates.find((rate) => rate.currency === currency)
}

const SWEDISH: PostingDraft = {
  sourceId: ADDED_SOURCE,
  sourcePostingId: '',
  title: 'Utvecklare',
  company: 'Exempel AB',
  url: '',
  locations: ['Stockholm'],
  countryCode: 'SE',
  description: '<p>Månadslön 40 000 kr</p>',
  postedAt: null,
  closesAt: null,
  statedSalary: null,
  salaryText: null,
  workplace: null,
  employmentType: null,
  requisitionId: null,
}

describe('exchange rates', () => {
  test('the bundled table counts until the bank was asked, and nobody asks it unasked', async () => {
    const server = await bank({ xml: list() })
    const { core, clock } = coreOf(server)
    core.start()
    await clock.advance(3000)
    expect(await rateOf(core, 'SEK')).toMatchObject({ isFetched: false, refused: null })
    expect((await core.client.settings.get()).isRateRefreshOn).toBe(false)
    expect(server.seen).toEqual([])
  })

  test('what was fetched is stored with its day, and pay is reckoned with it', async () => {
    const { core } = coreOf(await bank({ xml: list() }))
    await refreshed(core, async () => {
      await core.client.money.refresh()
      core.start({ withSchedule: false })
    })
    expect(await rateOf(core, 'SEK')).toEqual({
      currency: 'SEK',
      perEur: 10,
      asOf: '2026-02-27',
      isFetched: true,
      refused: null,
    })
    expect(await core.client.money.rates()).toMatchObject({ asOf: '2026-02-27', problem: null })
    const { facts } = await core.client.intake.preview(SWEDISH)
    expect(facts.salary?.yearEur).toEqual({ min: 48_000, max: 48_000, asOf: '2026-02-27' })
  })

  test('permits are checked and filtered with what was fetched', async () => {
    const { core } = coreOf(await bank({ xml: list() }))
    await core.client.settings.update({ permitSituation: { degree: 'master', degreeOn: '2012-07-01' } })
    const addGerman = async (company: string): Promise<JobId> => {
      const places = { locations: ['Berlin'], countryCode: 'DE' }
      const pay = '<p>Salary: USD 54,000 a year</p>'
      const { jobId } = await core.client.intake.add({
        ...SWEDISH,
        ...places,
        title: 'Backend Engineer',
        company,
        description: pay,
      })
      return jobId
    }
    const checkOf = async (id: JobId) => (await core.client.permits.check({ jobId: id })).checks[0]
    const reaching = async () =>
      (await core.client.jobs.search({ reachesPermit: true })).jobs.map(({ company }) => company)
    const before = await addGerman('Vorher GmbH')
    expect(await checkOf(before)).toMatchObject({ verdict: 'meets' })
    expect(await reaching()).toEqual(['Vorher GmbH'])
    await refreshed(core, async () => {
      await core.client.money.refresh()
      core.start({ withSchedule: false })
    })
    expect(await checkOf(before)).toMatchObject({ verdict: 'below', pay: { high: 45_000 }, ratesAsOf: '2026-02-27' })
    await addGerman('Nachher GmbH')
    expect(await reaching()).not.toContain('Nachher GmbH')
  })

  test('a rate that is far off the one before is refused with its reason, the others are taken', async () => {
    const { core } = coreOf(await bank({ xml: list({ ...RATES, PLN: 42.5 }) }))
    await refreshed(core, async () => {
      await core.client.money.refresh()
      core.start({ withSchedule: false })
    })
    expect(await rateOf(core, 'PLN')).toMatchObject({
      perEur: 4.2423,
      isFetched: false,
      refused: expect.stringContaining('PLN 42.5 per euro on 2026-02-27'),
    })
    expect(await rateOf(core, 'USD')).toMatchObject({ perEur: 1.2, isFetched: true })
  })

  test.each([
    ['something else', { xml: '<rss><channel/></rss>' }, 'names no day'],
    ['half a list', { xml: list({ USD: 1.2, GBP: 0.85, CHF: 0.95 }) }, 'not whole'],
    ['a refusal', { xml: 'no', status: 403 }, '127.0.0.1'],
  ])('%s leaves everything as it was and says why', async (_what, answer, reason) => {
    const { core } = coreOf(await bank(answer))
    await refreshed(core, async () => {
      await core.client.money.refresh()
      core.start({ withSchedule: false })
    })
    expect((await core.client.money.rates()).problem?.message).toContain(reason)
    expect(await rateOf(core, 'USD')).toMatchObject({ isFetched: false })
  })

  test('switched on it asks once a day', async () => {
    const answer = { xml: list() }
    const server = await bank(answer)
    const { core, clock } = coreOf(server)
    await core.client.settings.update({ isRateRefreshOn: true, isScheduleOn: false })
    await refreshed(core, () => core.start())
    expect(server.seen).toEqual(['GET /stats/eurofxref/eurofxref-daily.xml'])
    clock.jump(23 * 3_600_000)
    await clock.advance(2000)
    expect(server.seen).toHaveLength(1)
    answer.xml = list({ ...RATES, SEK: 10.5 }, '2026-03-03')
    clock.jump(2 * 3_600_000)
    await refreshed(core, () => clock.advance(2000))
    expect(server.seen).toHaveLength(2)
    expect(await rateOf(core, 'SEK')).toMatchObject({ perEur: 10.5, asOf: '2026-03-03' })
  })

  test('the command line fetches and shows them, and says what was refused', async () => {
    const server = await bank({ xml: list({ ...RATES, PLN: 42.5 }) })
    const flags = ['--home', tempDir(), '--base-url', `${RATES_HOST_ID}=${server.origin}`]
    const refresh = await runCliProcess(['rates', 'refresh', ...flags])
    expect(refresh).toMatchObject({ code: 0, stderr: '' })
    expect(refresh.stdout).toContain('as of 2026-02-27')
    expect(refresh.stdout).toContain('PLN 42.5 per euro')
    const shown = await runCliProcess(['rates', 'show', '--json', ...flags])
    expect(JSON.parse(shown.stdout)).toMatchObject({ asOf: '2026-02-27', isRefreshing: false })
    const broken = await bank({ xml: '<rss/>' })
    const failed = await runCliProcess([
      'rates',
      'refresh',
      '--home',
      tempDir(),
      '--base-url',
      `${RATES_HOST_ID}=${broken.origin}`,
    ])
    expect(failed.code).toBe(1)
    expect(failed.stderr).toContain('names no day')
  })
})
