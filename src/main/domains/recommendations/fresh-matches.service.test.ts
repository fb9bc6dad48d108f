import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#main/infra/db/open.ts'
import { AppError } from '#shared/errors.ts'
import { jobListItemSchema } from '#shared/jobs.ts'
import type { FactorPart, RecommendedJob } from '#shared/recommendations.ts'
import { tempDir } from '../../../../tests/support/profile.ts'
import { NOW, plainJob, storeJobs } from '../jobs/search/search.fixture.ts'
import { createFreshMatchesService, reasonsOf, shownOf } from './fresh-matches.service.ts'

function part(evidence: string, points: number, more: Partial<FactorPart> = {}): FactorPart {
  return { factor: 'skills', weight: 40, value: 0.9, points, isKnown: true, evidence, ...more }
}

test('reasons are the sentences of the factors that brought most, and of those that are known', () => {
  const parts = [
    part('A little.', 5),
    part('The most.', 36),
    part('Not known.', 20, { isKnown: false }),
    part('Much.', 18),
    part('Lost more than it brought.', 19, { value: 0.4 }),
    part('', 30),
  ]
  expect(reasonsOf(parts)).toEqual(['The most.', 'Much.'])
  expect(reasonsOf([])).toEqual([])
})

function found(id: number, score: number, more: { company?: string; concerns?: string[] } = {}): RecommendedJob {
  const { company = `Company ${id}`, concerns = [] } = more
  const job = jobListItemSchema.parse({
    id,
    company,
    title: `Job ${id}`,
    place: null,
    placeCount: 0,
    workplace: 'remote',
    visa: 'offers',
    salary: null,
    seniority: 'senior',
    roleFamily: 'other',
    skills: [],
    sources: [],
    postedAt: null,
    firstSeenAt: 0,
    closedAt: null,
    isSaved: false,
    isHidden: false,
    appliedAt: null,
    match: score,
  })
  return { job, score, concerns, parts: [], matchingSkills: [], missingSkills: [] }
}

test('what speaks against a job puts it last, and an employer has no more than two', () => {
  const acme = { company: 'Acme' }
  const jobs = [
    found(1, 95, { concerns: ['No sponsorship.'] }),
    found(2, 90, acme),
    found(3, 88, acme),
    found(4, 86, acme),
    found(5, 80),
  ]
  expect(shownOf(jobs, 10).map(({ job }) => job.id)).toEqual([2, 3, 5, 1])
  expect(shownOf(jobs, 2).map(({ job }) => job.id)).toEqual([2, 3])
})

test('a job that was merged into another meanwhile is left out, and the others are told', async () => {
  const database = openDatabase({ path: join(tempDir(), 'profile.db'), now: NOW })
  onTestFinished(() => database.close())
  const stored = storeJobs(database, [plainJob, plainJob, plainJob])
  database.raw.exec(`insert into job_score (job_id, score, basis, scored_at) select id, 90, '', 0 from job`)
  const gone = stored[1]?.id
  const explain = ({ jobId }: { jobId: number }) => {
    if (jobId === gone) throw new AppError('NOT_FOUND', { entity: 'job', id: String(jobId) })
    return { ...found(jobId, 90), losses: [] }
  }
  const service = createFreshMatchesService({ database, explain })
  const best = await service.best({ after: -1, until: Infinity, least: 50, limit: 5 })
  const expected = stored.map(({ id }) => id).filter((id) => id !== gone)
  expect(new Set(best.map(({ job }) => job.id))).toEqual(new Set(expected))
  expect(best).toHaveLength(2)
  const failing = () => {
    throw new Error('broken')
  }
  const broken = createFreshMatchesService({ database, explain: failing })
  await expect(broken.best({ after: -1, until: Infinity, least: 50, limit: 5 })).rejects.toThrow('broken')
})
