import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createJobLinks } from '#main/domains/jobs/pipeline/job-links.ts'
import { createJobParts } from '#main/domains/jobs/pipeline/job-parts.ts'
import { createJobStore } from '#main/domains/jobs/pipeline/job-store.ts'
import { prepareItem } from '#main/domains/jobs/pipeline/prepare.ts'
import type { RawPosting } from '#main/domains/jobs/posting.ts'
import { createJobsService } from '#main/domains/jobs/jobs.service.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import { type JobDetail, jobSearchInputSchema } from '#shared/jobs.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from '../support/profile.ts'
import { scripted } from '../support/scripted-runs.ts'

const TEXT = `<p>Aldermoor Analytics reads satellite pictures of forests and tells owners which trees are ill.</p>
<p>You build the Python services that turn a picture into a map, and you look after the models that find the ill trees.</p>
<ul><li>Three years with Python and PyTorch</li><li>You have run something in production and learned from it</li></ul>`
const PAID = { min: 70_000, max: 80_000, currency: 'EUR', period: 'year' } as const
const DAY_MS = 86_400_000

/** A profile into which sources bring postings of one opening, each under an id of its own. */
function profile() {
  const clock = createFakeClock()
  const database = openDatabase({ path: join(tempDir(), 'profile.db'), now: clock.now() })
  onTestFinished(() => database.close())
  const parts = createJobParts(database)
  const sourceName = (id: string) => id.toUpperCase()
  const store = createJobStore({ database, clock, parts, sourceName })
  const links = createJobLinks({ database, parts, clock })
  const service = createJobsService({
    database,
    clock,
    sourceName,
    rules: { thresholds: () => ({ always: [], inIt: [] }) },
    onChange: () => undefined,
  })

  function commit(sourceId: string, fields: Partial<RawPosting> = {}) {
    const item = scripted(fields.sourcePostingId ?? `${sourceId}-1`, {
      title: 'Machine Learning Engineer',
      company: 'Aldermoor Analytics GmbH',
      locations: ['Berlin, Germany'],
      url: `https://${sourceId}.example/${fields.sourcePostingId ?? '1'}`,
      descriptionHtml: TEXT,
      postedAt: clock.now(),
      ...fields,
    })
    const prepared = prepareItem(item, { sourceId, now: clock.now(), isKnown: store.isKnown })
    const batch = { sourceId, items: [prepared], scope: null, closing: null, maxNew: 100, alsoWrite: () => undefined }
    return store.commit(batch).counts
  }

  function jobs(filter: Record<string, unknown> = {}): JobDetail[] {
    const found = service.search(jobSearchInputSchema.parse({ openings: 'all', ...filter })).jobs
    return found.map(({ id }) => service.get(id)).toSorted((a, b) => a.firstSeenAt - b.firstSeenAt || a.id - b.id)
  }

  function postingOf(sourceId: string) {
    const found = jobs({ mark: 'visible' })
      .concat(jobs({ mark: 'hidden' }))
      .flatMap((job) => job.postings.map((posting) => ({ ...posting, jobId: job.id })))
      .find((posting) => posting.sourceId === sourceId)
    if (found === undefined) throw new Error(`no posting of ${sourceId}`)
    return found
  }

  /** The source says that its posting is over. */
  function end(sourceId: string) {
    const over = { ok: false, reason: 'closed', detail: 'over', closedId: `${sourceId}-1` } as const
    const item = prepareItem(over, { sourceId, now: clock.now(), isKnown: store.isKnown })
    store.commit({ sourceId, items: [item], scope: null, closing: null, maxNew: 0, alsoWrite: () => undefined })
  }

  const sourcesOf = (job: JobDetail | undefined) => job?.postings.map(({ sourceId }) => sourceId)
  return { clock, database, service, links, commit, jobs, postingOf, sourcesOf, end }
}

describe('separating a posting that was merged', () => {
  test('makes it a job with its own text and facts, and takes from the other job what it had brought', () => {
    const { commit, links, jobs, postingOf, sourcesOf } = profile()
    commit('alpha')
    commit('beta', { statedSalary: PAID, descriptionHtml: `${TEXT}<p>We start in May.</p>` })
    commit('gamma')
    expect(jobs().map(sourcesOf)).toEqual([['alpha', 'beta', 'gamma']])
    expect(jobs()[0]?.salary).toMatchObject({ max: 80_000 })

    const { fromJobId, jobId } = links.separate(postingOf('beta').id)
    const [left, own] = [fromJobId, jobId].map((id) => jobs().find((job) => job.id === id))
    expect([sourcesOf(left), sourcesOf(own)]).toEqual([['alpha', 'gamma'], ['beta']])
    expect(left?.salary).toBeNull()
    expect(left?.facts.filledFrom).toEqual({})
    expect(own?.salary).toMatchObject({ max: 80_000 })
    expect(own?.descriptionText).toContain('We start in May')
    expect(own?.postings[0]).toMatchObject({ layer: 'first', reason: 'You said that it is another job' })
    expect(jobs({ salaryMinEur: 75_000 }).map(({ id }) => id)).toEqual([jobId])
    expect(jobs({ sources: ['beta'] }).map(({ id }) => id)).toEqual([jobId])
    expect(jobs({ text: '"start in May"' }).map(({ id }) => id)).toEqual([jobId])
  })

  test('holds for ever: when it changes, when another comes, when its row was deleted and it comes back', () => {
    const { commit, database, links, jobs, postingOf, sourcesOf } = profile()
    commit('alpha')
    commit('beta')
    const { jobId } = links.separate(postingOf('beta').id)
    expect(commit('beta', { descriptionHtml: `${TEXT}<p>Apply now.</p>` })).toMatchObject({ updated: 1 })
    expect(jobs().map(sourcesOf)).toEqual([['alpha'], ['beta']])

    database.raw.prepare('delete from posting where source_id = ?').run('beta')
    database.raw.prepare('delete from job where id = ?').run(jobId)
    expect(commit('beta')).toMatchObject({ new: 1, duplicate: 0 })
    expect(postingOf('beta').jobId).not.toBe(postingOf('alpha').jobId)
    expect(commit('gamma')).toMatchObject({ duplicate: 1 })
  })

  test('is refused for the posting that opened the job, and for one that is not there', () => {
    const { commit, links, postingOf } = profile()
    commit('alpha')
    commit('beta')
    expect(() => links.separate(postingOf('alpha').id)).toThrowError(expect.objectContaining({ code: 'FIRST_POSTING' }))
    expect(() => links.separate(4711)).toThrowError(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  test('one of an earlier version, of which no text was kept, keeps its facts and is read anew when it is seen next', () => {
    const { commit, database, links, jobs, postingOf } = profile()
    commit('alpha')
    commit('beta', { statedSalary: PAID })
    database.raw.prepare('delete from posting_said').run()
    const { jobId } = links.separate(postingOf('beta').id)
    const own = () => jobs().find((job) => job.id === jobId)
    expect(own()).toMatchObject({ title: 'Machine Learning Engineer', salary: { max: 80_000 }, descriptionText: '' })
    expect(commit('beta', { statedSalary: PAID })).toMatchObject({ updated: 1 })
    expect(own()?.descriptionText).toContain('satellite pictures')
  })

  test('a job of which the last posting left is closed by what its others say', () => {
    const { commit, links, jobs, postingOf, end } = profile()
    commit('alpha')
    commit('beta')
    end('alpha')
    const { fromJobId, jobId } = links.separate(postingOf('beta').id)
    const closed = new Map(jobs().map((job) => [job.id, job.closedAt !== null]))
    expect([closed.get(fromJobId), closed.get(jobId)]).toEqual([true, false])
    expect(jobs({ openings: 'open' }).map(({ id }) => id)).toEqual([jobId])
  })
})

describe('joining jobs', () => {
  test('undoes a separation: one job again, and what was said against it is forgotten', () => {
    const { commit, database, links, jobs, postingOf, sourcesOf } = profile()
    commit('alpha')
    commit('beta', { statedSalary: PAID })
    const { fromJobId } = links.separate(postingOf('beta').id)
    links.join({ postingId: postingOf('beta').id }, fromJobId)
    const [job, ...others] = jobs()
    expect(others).toEqual([])
    expect(job).toMatchObject({ id: fromJobId, salary: { max: 80_000 } })
    expect(sourcesOf(job)).toEqual(['alpha', 'beta'])
    expect(job?.postings[1]).toMatchObject({ layer: 'user', reason: 'You said that it is the same job' })
    expect(database.raw.prepare('select verdict from dedup_verdict').pluck().all()).toEqual(['same'])
    expect(jobs({ sources: ['beta'] })).toHaveLength(1)
  })

  test('by the user’s word whatever the rules say, also for the rows that come back', () => {
    const { commit, database, links, jobs, postingOf, sourcesOf } = profile()
    commit('alpha')
    commit('beta', {
      title: 'Ranger',
      company: 'Forest Folk',
      locations: ['Paris, France'],
      descriptionHtml: '<p>Walk.</p>',
    })
    expect(jobs()).toHaveLength(2)
    links.join({ jobId: postingOf('beta').jobId }, postingOf('alpha').jobId)
    expect(jobs().map(sourcesOf)).toEqual([['alpha', 'beta']])
    database.raw.prepare('delete from posting where source_id = ?').run('beta')
    const again = {
      title: 'Ranger',
      company: 'Forest Folk',
      locations: ['Paris, France'],
      descriptionHtml: '<p>Run.</p>',
    }
    expect(commit('beta', again)).toMatchObject({ duplicate: 1, reasons: { user: 1 } })
    expect(jobs().map(sourcesOf)).toEqual([['alpha', 'beta']])
  })

  test('takes the other postings of a job along, with their reasons, and its marks and corrections over', () => {
    const { commit, database, links, jobs, service, postingOf, sourcesOf } = profile()
    commit('alpha')
    const other = {
      title: 'Machine Learning Developer',
      descriptionHtml: '<p>Another text altogether, quite short.</p>',
    }
    commit('beta', other)
    commit('gamma', other)
    expect(jobs().map(sourcesOf)).toEqual([['alpha'], ['beta', 'gamma']])
    const [from, into] = [postingOf('beta').jobId, postingOf('alpha').jobId]
    service.save({ id: from, isSaved: true })
    service.hide({ id: into, isHidden: true, reason: 'other' })
    database.raw
      .prepare(`insert into job_correction (job_id, field, value, corrected_at) values (?, 'visa', '"refuses"', 1)`)
      .run(from)
    links.join({ postingId: postingOf('beta').id }, into)
    const [job] = jobs()
    expect(sourcesOf(job)).toEqual(['alpha', 'beta', 'gamma'])
    expect(job?.postings.map(({ layer }) => layer)).toEqual(['first', 'user', 'fingerprint'])
    expect(job).toMatchObject({ id: into, isSaved: true, isHidden: false, visa: 'refuses' })
    expect(job?.facts.corrected).toEqual(['visa'])
    expect(jobs({ mark: 'saved' })).toHaveLength(1)
    expect(jobs({ visa: ['refuses'] })).toHaveLength(1)
  })

  test('moves one posting of several from job to job', () => {
    const { commit, links, jobs, postingOf, sourcesOf } = profile()
    commit('alpha')
    commit('beta')
    commit('gamma', { title: 'Ranger', descriptionHtml: '<p>Walk.</p>' })
    links.join({ postingId: postingOf('beta').id }, postingOf('gamma').jobId)
    expect(jobs().map(sourcesOf)).toEqual([['alpha'], ['beta', 'gamma']])
    expect(jobs({ sources: ['beta'], text: 'ranger' })).toHaveLength(1)
  })

  test('with itself changes nothing; with nobody is an error, and nothing is left half done', () => {
    const { commit, links, jobs, postingOf, sourcesOf } = profile()
    commit('alpha')
    commit('beta')
    const { jobId } = postingOf('alpha')
    links.join({ postingId: postingOf('beta').id }, jobId)
    links.join({ jobId }, jobId)
    const nobody: JobId = jobIdSchema.parse(4711)
    expect(() => links.join({ jobId }, nobody)).toThrowError(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => links.join({ jobId: nobody }, jobId)).toThrowError(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(jobs().map(sourcesOf)).toEqual([['alpha', 'beta']])
  })
})

describe('a posting that names only the country', () => {
  test('does not bring two cities together, whichever comes first', () => {
    const { commit, jobs, sourcesOf } = profile()
    commit('alpha', { locations: ['Germany'], countryCode: 'DE' })
    expect(commit('beta', { locations: ['Berlin, Germany'] })).toMatchObject({ duplicate: 1 })
    expect(commit('gamma', { locations: ['Munich, Germany'] })).toMatchObject({ new: 1 })
    expect(commit('delta', { locations: ['Berlin, Germany'] })).toMatchObject({ duplicate: 1 })
    expect(jobs().map(sourcesOf)).toEqual([['alpha', 'beta', 'delta'], ['gamma']])
  })
})

describe('an opening that is posted again', () => {
  test('after it was closed is a job of its own that names the earlier one', async () => {
    const { clock, commit, jobs, end } = profile()
    commit('alpha')
    await clock.advance(5 * DAY_MS)
    end('alpha')
    await clock.advance(4 * DAY_MS)
    expect(commit('beta')).toMatchObject({ new: 1, duplicate: 0 })
    const [old, again] = jobs()
    expect(again).toMatchObject({ closedAt: null, repostOf: { id: old?.id, closedAt: old?.closedAt } })
    expect(again?.postings[0]).toMatchObject({ layer: 'first', reason: 'Posted again 4 days after it closed on ALPHA' })
    expect(old?.closedAt).not.toBeNull()
    expect(commit('gamma')).toMatchObject({ duplicate: 1 })
    expect(jobs()).toHaveLength(2)
  })

  test('months after it was last seen, likewise', async () => {
    const { clock, commit, jobs } = profile()
    commit('alpha')
    await clock.advance(90 * DAY_MS)
    commit('beta')
    expect(jobs().map((job) => job.repostOf?.id ?? null)).toEqual([null, jobs()[0]?.id])
  })

  test('under its own id comes back to its job', async () => {
    const { clock, commit, jobs, end } = profile()
    commit('alpha')
    end('alpha')
    await clock.advance(4 * DAY_MS)
    expect(commit('alpha', { postedAt: clock.now() })).toMatchObject({ duplicate: 1 })
    expect(jobs()).toMatchObject([{ closedAt: null, repostOf: null }])
  })
})
