import { describe, expect, test } from 'vitest'
import { SILENT_FACTS } from '#main/domains/jobs/facts-json.ts'
import { plainJob, storeJobs } from '#main/domains/jobs/search/search.fixture.ts'
import type { PostingSnapshot } from '#shared/applications.ts'
import type { JobFacts } from '#shared/facts.ts'
import { STAGES } from '#shared/stages.ts'
import { applicationBench } from '../support/application-bench.ts'

/** Where the bench's clock begins. */
const NOW = Date.UTC(2026, 2, 2, 9)
const EUR = { amount: 60_000, currency: 'EUR', period: 'year' as const }

function snapshotIn(countryCode: string | null): PostingSnapshot {
  const places = [{ city: null, countryCode, latitude: null, longitude: null }]
  return snapshotOf({ ...SILENT_FACTS, places, roleFamily: 'backend' })
}

function snapshotOf(facts: JobFacts | null): PostingSnapshot {
  return { takenAt: NOW, title: 'T', company: 'C', place: 'P', urls: [], descriptionHtml: '', facts }
}

describe('offers', () => {
  test('say what they come to in a year, at the rate of its day', async () => {
    const { client, apply, events } = applicationBench()
    const applicationId = apply({ stage: 'offered' })
    const add = (pay: object | null) =>
      client.offers.add({ applicationId, fields: { receivedAt: NOW, pay: pay as null } })
    const year = await add(EUR)
    expect(year).toMatchObject({
      pay: EUR,
      yearEur: 60_000,
      ratesAsOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    })
    expect(await add({ ...EUR, amount: 5000, period: 'month' })).toMatchObject({ yearEur: 60_000 })
    expect((await add({ ...EUR, amount: 600_000, currency: 'SEK' })).yearEur).toBeLessThan(100_000)
    expect(await add({ ...EUR, currency: 'XTS' })).toMatchObject({ yearEur: null, ratesAsOf: null })
    expect(await add(null)).toMatchObject({ pay: null, yearEur: null, ratesAsOf: null })
    expect(events(applicationId)[0]).toEqual({ type: 'offer', partId: year.id, change: 'added', pay: EUR })
  })

  test('are changed, removed and put back; the awaited answer is a next step while the stage is offered', async () => {
    const { client, apply, nextStep, events } = applicationBench()
    const applicationId = apply({ stage: 'offered' })
    const answerBy = NOW + 86_400_000
    const { id } = await client.offers.add({ applicationId, fields: { receivedAt: NOW, pay: EUR, answerBy } })
    expect(nextStep(applicationId)).toEqual({ kind: 'answer', at: answerBy })
    await client.offers.remove({ id })
    expect(nextStep(applicationId)).toEqual({ kind: null, at: null })
    await client.offers.restore({ id })
    const fields = {
      receivedAt: NOW,
      pay: EUR,
      startsOn: '2026-06-01',
      remoteDays: 2.5,
      noticeWeeks: 6,
      vacationDays: 30,
    }
    expect(await client.offers.update({ id, fields })).toMatchObject({ ...fields, answerBy: null, bonus: '' })
    await client.offers.update({ id, fields })
    expect(nextStep(applicationId)).toEqual({ kind: null, at: null })
    expect(events(applicationId)).toMatchObject(
      ['added', 'removed', 'restored', 'changed'].map((change) => ({ type: 'offer', change })),
    )
    const another = applicationBench()
    const saved = another.apply()
    await another.client.offers.add({ applicationId: saved, fields: { receivedAt: NOW, answerBy } })
    expect(another.nextStep(saved)).toEqual({ kind: null, at: null })
  })
})

describe('offers side by side', () => {
  test('are those of applications that are open or accepted, the best paid first, unknown pay last', async () => {
    const { client, apply, setStage, setRemoved } = applicationBench()
    for (const [index, stage] of STAGES.entries()) {
      const applicationId = apply({ title: stage })
      const pay = stage === 'saved' ? null : { ...EUR, amount: 40_000 + index * 1000 }
      await client.offers.add({ applicationId, fields: { receivedAt: NOW, pay } })
      setStage(applicationId, stage)
    }
    const removed = apply({ title: 'removed' })
    await client.offers.add({ applicationId: removed, fields: { receivedAt: NOW, pay: EUR } })
    setRemoved(removed, NOW)
    const kept = apply({ title: 'kept', expectedPay: { ...EUR, amount: 6000, period: 'month' } })
    const { id } = await client.offers.add({ applicationId: kept, fields: { receivedAt: NOW, pay: EUR } })
    await client.offers.remove({ id })
    await client.offers.add({ applicationId: kept, fields: { receivedAt: NOW, pay: { ...EUR, amount: 1 } } })
    const compared = await client.offers.compare()
    expect(compared.map(({ title }) => title)).toEqual([
      'accepted',
      'offered',
      'interviewing',
      'applied',
      'kept',
      'saved',
    ])
    expect(compared.at(-2)).toMatchObject({ yearEur: 1, expectedYearEur: 72_000, place: 'Berlin' })
    expect(compared.at(-1)).toMatchObject({ yearEur: null, expectedYearEur: null })
  })

  test('tell what permits their pay reaches where the job is, as it is now or as it was', async () => {
    const { client, apply, database } = applicationBench()
    const permitSituation = { birthDate: '1990-01-01', degree: 'master', degreeOn: '2015-07-01' } as const
    await client.settings.update({ permitSituation: { isPermitNeeded: true, ...permitSituation } })
    const [job] = storeJobs(database, [{ ...plainJob, countries: ['NL'], roleFamily: 'backend' }])
    if (job === undefined) throw new Error('no job')
    const permitsOf = async (application: Parameters<typeof apply>[0], pay: typeof EUR | null) => {
      const applicationId = apply(application)
      const { id } = await client.offers.add({ applicationId, fields: { receivedAt: NOW, pay } })
      const permits = (await client.offers.compare()).find((offer) => offer.id === id)?.permits ?? null
      return permits?.checks.map(({ countryCode, verdict }) => `${countryCode} ${verdict}`) ?? null
    }
    const rich = { ...EUR, amount: 200_000 }
    expect(await permitsOf({ jobId: job.id, snapshot: snapshotIn('DE') }, rich)).toContain('NL meets')
    expect(await permitsOf({ snapshot: snapshotIn('DE') }, rich)).toContain('DE meets')
    expect(await permitsOf({ snapshot: snapshotIn('DE') }, { ...EUR, amount: 10_000 })).toContain('DE below')
    expect(await permitsOf({ snapshot: snapshotIn('DE') }, null)).toContain('DE cannot_tell')
    expect(await permitsOf({ snapshot: snapshotIn(null) }, rich)).toBeNull()
    expect(await permitsOf({ snapshot: snapshotOf(null), place: 'Anywhere' }, rich)).toBeNull()
    expect(await permitsOf({ place: 'Vienna, Austria' }, rich)).toContain('AT meets')
    expect(await permitsOf({ place: '' }, rich)).toBeNull()
  })
})
