import { describe, expect, onTestFinished, test } from 'vitest'
import { companyKey } from '#main/domains/jobs/pipeline/company-key.ts'
import { titleKey } from '#main/domains/jobs/pipeline/title-key.ts'
import { createRelatedService } from '#main/domains/jobs/related/related.service.ts'
import { NOW, openTestDatabase, plainJob, storeJobs, type SampleJob } from '#main/domains/jobs/search/search.fixture.ts'
import type { AppError } from '#shared/errors.ts'
import { jobIdSchema, type JobId } from '#shared/ids.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'

const DAY_MS = 86_400_000
const engineer: SampleJob = {
  ...plainJob,
  title: 'Senior Data Engineer',
  company: 'Havelwerk GmbH',
  countries: ['DE'],
  place: 'Berlin',
  seniority: 'senior',
  roleFamily: 'data_engineer',
  skills: ['Python', 'Airflow', 'dbt', 'Snowflake'],
}
const cook: SampleJob = {
  ...plainJob,
  title: 'Chef de Partie',
  company: 'Lichtbogen',
  place: 'Lyon',
  countries: ['FR'],
  roleFamily: 'other',
  skills: ['Pastry'],
}

function bench(jobs: readonly SampleJob[]) {
  const { db, dispose } = openTestDatabase()
  onTestFinished(dispose)
  const stored = storeJobs(db, jobs)
  const setKeys = db.raw.prepare('update job set title_key = ?, company_key = ? where id = ?')
  for (const { id, title, company } of stored) setKeys.run(titleKey(title), companyKey(company), id)
  const clock = createFakeClock({ now: NOW })
  let changes = 0
  const related = createRelatedService({ database: db, clock, onChange: () => (changes += 1) })
  const ids = stored.map(({ id }) => jobIdSchema.parse(id))
  const idOf = (index: number): JobId => jobIdSchema.parse(ids[index])
  const similarTo = (index: number, limit = 6) =>
    related.similar({ id: idOf(index), limit }).jobs.map(({ job }) => ids.indexOf(job.id))
  return { db, clock, related, ids, idOf, similarTo, changes: () => changes }
}

const NOBODY = jobIdSchema.parse(7)
const notFound = expect.objectContaining({ code: 'NOT_FOUND', data: { entity: 'job', id: '7' } }) as AppError

describe('similar jobs', () => {
  test('the most alike come first, with the reasons; what has nothing in common does not come', () => {
    const { related, idOf, similarTo } = bench([
      engineer,
      cook,
      { ...engineer, company: 'Fjordlys', title: 'Data Engineer', seniority: 'junior', countries: ['FR'] },
      { ...engineer, company: 'Aldermoor', skills: [...engineer.skills, 'Kafka'] },
      { ...engineer, company: 'Kestrel', title: 'Data Engineer (Remote)', seniority: 'junior', skills: ['Python'] },
    ])
    expect(similarTo(0).slice(0, 2)).toEqual([3, 2])
    expect(similarTo(0)).not.toContain(1)
    expect(related.similar({ id: idOf(0), limit: 1 }).jobs[0]?.reasons).toEqual([
      'same title',
      'same level',
      '4 of 4 skills',
      'also in Berlin',
    ])
    expect(similarTo(1)).toEqual([])
  })

  test('closed and hidden jobs, the employer itself and another opening of the same are left out', () => {
    const { db, idOf, similarTo } = bench([
      engineer,
      { ...engineer, company: 'Fjordlys', closedAt: NOW },
      { ...engineer, company: 'Aldermoor', mark: 'hidden' },
      { ...engineer, title: 'Senior Data Engineer Platform' },
      { ...engineer, company: 'Kestrel' },
      { ...engineer, company: 'Brannock' },
    ])
    db.raw.prepare('update job set repost_of = ? where id = ?').run(idOf(0), idOf(4))
    expect(similarTo(0)).toEqual([5])
  })

  test('an employer that advertises in ten towns does not fill the list', () => {
    const towns = Array.from({ length: 10 }, (_, index) => ({
      ...engineer,
      company: 'Kestrel',
      place: `Town ${index}`,
      postedAt: NOW - index * DAY_MS,
    }))
    const { similarTo } = bench([engineer, ...towns, { ...engineer, company: 'Fjordlys', place: 'Lyon' }])
    expect(similarTo(0).filter((index) => index > 0 && index < 11)).toHaveLength(2)
    expect(similarTo(0)).toContain(11)
  })

  test('jobs that name no employer and no skills are compared by what they say', () => {
    const { similarTo } = bench([
      { ...engineer, company: '', skills: [] },
      { ...engineer, company: '', skills: [] },
    ])
    expect(similarTo(0)).toEqual([1])
  })

  test('texts that are nothing to search for harm nothing', () => {
    const odd = ['"AND" (OR) NOT *', '🚀 — …', "'; drop table job; --", '٭ مهندس', '']
    const { similarTo } = bench([...odd.map((title) => ({ ...engineer, title, place: title, skills: [title] })), cook])
    for (const index of odd.keys()) expect(similarTo(index)).toEqual([])
  })

  test('a job that is not there is told', () => {
    const { related } = bench([])
    expect(() => related.similar({ id: NOBODY, limit: 6 })).toThrow(notFound)
  })
})

describe("an employer's other jobs", () => {
  test('counted in full, the newest shown, under any spelling of its name', () => {
    const { related, ids, idOf } = bench([
      engineer,
      { ...engineer, company: 'HAVELWERK', title: 'Analyst', postedAt: NOW - 3 * DAY_MS },
      { ...engineer, title: 'Designer', postedAt: NOW - 2 * DAY_MS },
      { ...engineer, title: 'Recruiter', closedAt: NOW },
      { ...engineer, title: 'Driver', mark: 'hidden' },
      cook,
    ])
    expect(related.othersOf({ id: idOf(0), limit: 1 })).toMatchObject({
      company: 'Havelwerk GmbH',
      total: 2,
      jobs: [{ id: ids[2] }],
    })
    expect(related.othersOf({ id: idOf(5), limit: 5 })).toEqual({ company: 'Lichtbogen', total: 0, jobs: [] })
  })

  test('nobody named is no employer', () => {
    const { related, idOf } = bench([
      { ...engineer, company: '' },
      { ...cook, company: '' },
    ])
    expect(related.othersOf({ id: idOf(0), limit: 5 }).total).toBe(0)
    expect(() => related.othersOf({ id: NOBODY, limit: 5 })).toThrow(notFound)
  })
})

describe('jobs that were looked at', () => {
  test('the last one first, each once, also closed ones', async () => {
    const { related, clock, ids, idOf, changes } = bench([engineer, cook, { ...cook, closedAt: NOW }])
    for (const index of [0, 2, 1, 0]) {
      related.noteViewed(idOf(index))
      await clock.advance(1000)
    }
    expect(related.viewed(50).map(({ id }) => id)).toEqual([ids[0], ids[1], ids[2]])
    expect(related.viewed(1)).toHaveLength(1)
    expect(related.noteViewed(idOf(2)).viewedAt).toBe(clock.now())
    expect(changes()).toBe(0)
  })

  test('a job that is not there is told and not noted', () => {
    const { related } = bench([engineer])
    expect(() => related.noteViewed(NOBODY)).toThrow(notFound)
    expect(related.viewed(50)).toEqual([])
  })
})

describe('marks for many jobs at once', () => {
  test('one call marks them, and what it answers takes all of it back', () => {
    const { related, idOf, changes } = bench([engineer, { ...cook, mark: 'saved' }, { ...cook, mark: 'hidden' }])
    const all = [0, 1, 2].map(idOf)
    const { before } = related.markMany(all.map((id) => ({ id, isHidden: true, hideReason: 'place' })))
    expect(before.map(({ isSaved, isHidden, hideReason }) => [isSaved, isHidden, hideReason])).toEqual([
      [false, false, null],
      [true, false, null],
      [false, true, null],
    ])
    const undone = related.markMany(before)
    expect(undone.before.map(({ isSaved, isHidden, hideReason }) => [isSaved, isHidden, hideReason])).toEqual([
      [false, true, 'place'],
      [true, true, 'place'],
      [false, true, 'place'],
    ])
    expect(related.markMany(all.map((id) => ({ id }))).before).toEqual(before)
    expect(changes()).toBe(3)
  })

  test('what is saved already keeps its instant, and what is left out stays', async () => {
    const { db, related, clock, idOf } = bench([{ ...engineer, mark: 'saved' }])
    await clock.advance(5000)
    related.markMany([{ id: idOf(0), isSaved: true, isHidden: true }])
    expect(db.raw.prepare('select saved_at, hidden_at, hide_reason from job_mark').all()).toEqual([
      { saved_at: NOW, hidden_at: clock.now(), hide_reason: null },
    ])
  })

  test('a job that is gone is passed over, of two words on one job the last counts', () => {
    const { related, idOf, changes } = bench([engineer])
    const id = idOf(0)
    const { before } = related.markMany([
      { id: NOBODY, isSaved: true },
      { id, isSaved: true },
      { id, isHidden: true },
    ])
    expect(before).toEqual([{ id, isSaved: false, isHidden: false, hideReason: null }])
    expect(related.markMany([]).before).toEqual([])
    expect(related.markMany([{ id }]).before[0]).toMatchObject({ isSaved: false, isHidden: true })
    expect(changes()).toBe(2)
  })
})
