import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { READER_VERSION } from '#main/domains/jobs/enrich/enrich.ts'
import { SILENT_FACTS } from '#main/domains/jobs/facts-json.ts'
import { createJobParts } from '#main/domains/jobs/pipeline/job-parts.ts'
import { createJobStore } from '#main/domains/jobs/pipeline/job-store.ts'
import { prepareItem } from '#main/domains/jobs/pipeline/prepare.ts'
import type { RawPosting } from '#main/domains/jobs/posting.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from '../support/profile.ts'
import { scripted } from '../support/scripted-runs.ts'
import { testCore } from '../support/test-core.ts'

const TEXT = `<p>Aldermoor Analytics reads satellite pictures of forests and tells owners which trees are ill.</p>
<p>You build the Python services that turn a picture into a map, and you look after the models that find the ill trees.</p>
<p>We sponsor your visa. You have run something in production and learned from it.</p>`
const PAID = { min: 70_000, max: 80_000, currency: 'EUR', period: 'year' } as const

/** A profile as it is after some postings came in, and a core over it. */
function profile() {
  const profileDir = tempDir()
  const clock = createFakeClock()
  const path = join(profileDir, 'career-copilot.db')

  function commit(sourceId: string, fields: Partial<RawPosting> = {}) {
    const database = openDatabase({ path, now: clock.now() })
    const parts = createJobParts(database)
    const store = createJobStore({ database, clock, parts, sourceName: (id) => id })
    const item = scripted(`${sourceId}-1`, {
      title: 'Senior Machine Learning Engineer',
      company: 'Aldermoor Analytics GmbH',
      locations: ['Berlin, Germany'],
      url: `https://${sourceId}.example/1`,
      descriptionHtml: TEXT,
      ...fields,
    })
    const prepared = prepareItem(item, { sourceId, now: clock.now(), isKnown: store.isKnown })
    const batch = { sourceId, items: [prepared], scope: null, closing: null, maxNew: 100, alsoWrite: () => undefined }
    const { counts } = store.commit(batch)
    database.close()
    return counts
  }

  /** As an earlier reader would have left it: it saw nothing. */
  function forget() {
    const database = openDatabase({ path, now: clock.now() })
    const old = JSON.stringify({ ...SILENT_FACTS, readerVersion: 0 })
    database.raw.prepare(`update job set reader_version = 0, visa = 'unstated', seniority = 'unknown'`).run()
    database.raw.prepare('update job_text set facts = ?').run(old)
    database.raw.prepare('update posting set facts = ? where facts is not null').run(old)
    database.close()
  }

  const core = () => testCore({ profileDir, clock: systemClock })
  return { commit, forget, core, path }
}

async function onlyJob(core: ReturnType<typeof testCore>) {
  const { jobs } = await core.client.jobs.search({})
  expect(jobs).toHaveLength(1)
  const [job] = jobs
  if (job === undefined) throw new Error('no job')
  return core.client.jobs.get({ id: job.id })
}

async function untilRead(core: ReturnType<typeof testCore>) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const stream = core.events.stream(stop.signal)
  core.start()
  if ((await core.client.reading.state()).left === 0) return
  for await (const _ of stream) if ((await core.client.reading.state()).left === 0) return
}

test('what an earlier reader has read is read again at the next start, joined postings included', async () => {
  const { commit, forget, core } = profile()
  commit('alpha')
  expect(commit('beta', { statedSalary: PAID })).toMatchObject({ duplicate: 1 })
  forget()
  const running = core()
  expect(await running.client.reading.state()).toMatchObject({ total: 1, left: 1, readerVersion: READER_VERSION })
  await untilRead(running)
  const { facts, postings } = await onlyJob(running)
  expect(facts).toMatchObject({ visa: { status: 'offers' }, seniority: 'senior', readerVersion: READER_VERSION })
  expect(facts.salary).toMatchObject({ min: 70_000, max: 80_000 })
  expect(facts.filledFrom).toEqual({ salary: postings[1]?.id })
  expect((await running.client.jobs.search({ visa: ['offers'] })).total).toBe(1)
})

test('what the user put right stays through a newer reading and a changed posting, and comes back when it is taken back', async () => {
  const { commit, forget, core } = profile()
  commit('alpha')
  const first = core()
  const { id } = await onlyJob(first)
  const amounts = { min: 65_000, max: null, currency: 'EUR', period: 'year' } as const
  await first.client.jobs.correct({ id, correction: { field: 'salary', value: amounts } })
  await first.client.jobs.correct({ id, correction: { field: 'skills', value: ['Rust', 'python'] } })
  const corrected = await first.client.jobs.correct({ id, correction: { field: 'visa', value: 'refuses' } })
  expect(corrected.facts.visa).toEqual({ status: 'refuses', evidence: null, rule: 'user' })
  expect(corrected.facts.skills.map(({ name }) => name)).toEqual(['Rust', 'Python'])
  await first.stop()

  forget()
  commit('alpha', { descriptionHtml: `${TEXT}<p>We start in May.</p>` })
  const second = core()
  await untilRead(second)
  const after = await onlyJob(second)
  expect(after.facts).toMatchObject({ visa: { status: 'refuses' }, salary: { min: 65_000 }, seniority: 'senior' })
  expect(after.facts.corrected.toSorted()).toEqual(['salary', 'skills', 'visa'])
  expect(after.descriptionText).toContain('We start in May')
  expect((await second.client.jobs.search({ visa: ['refuses'], skills: ['rust'] })).total).toBe(1)

  const back = await second.client.jobs.uncorrect({ id, field: 'visa' })
  expect(back.facts.visa).toMatchObject({ status: 'offers', evidence: 'We sponsor your visa.' })
  expect(back.facts.corrected).toEqual(['salary', 'skills'])
  expect((await second.client.jobs.search({ visa: ['offers'] })).total).toBe(1)
})

test('a joined posting that no longer says it takes back what it had filled in', async () => {
  const { commit, core } = profile()
  commit('alpha')
  commit('beta', { statedSalary: PAID })
  expect(commit('beta')).toMatchObject({ updated: 1 })
  expect((await onlyJob(core())).facts).toMatchObject({ salary: null, filledFrom: {} })
})

test('a job of an older version, of which only the texts were kept, is read by them and keeps what its fields said', async () => {
  const { commit, core, path } = profile()
  commit('alpha', { statedSalary: PAID, workplace: 'hybrid' })
  const database = openDatabase({ path, now: 0 })
  database.raw.exec('delete from posting_said; update job set reader_version = 0')
  database.close()
  const running = core()
  await untilRead(running)
  expect((await onlyJob(running)).facts).toMatchObject({
    salary: { min: 70_000 },
    workplace: 'hybrid',
    visa: { status: 'offers' },
  })
})

test('correcting a job that is not there says so', async () => {
  const { core } = profile()
  const correction = { field: 'visa', value: 'offers' } as const
  await expect(core().client.jobs.correct({ id: 4711, correction })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
