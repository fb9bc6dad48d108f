import { expect, test } from 'vitest'
import { jobSearchResultSchema, type JobSearchResult } from '#shared/jobs.ts'
import { jobIdSchema } from '#shared/ids.ts'
import { withMarks } from './job-cache.ts'

function result(...ids: number[]): JobSearchResult {
  const jobs = ids.map((id) => ({
    id,
    title: 'x',
    company: 'y',
    place: null,
    placeCount: 0,
    workplace: 'unknown',
    visa: 'unstated',
    salary: null,
    seniority: 'unknown',
    roleFamily: 'other',
    skills: [],
    sources: [],
    postedAt: null,
    firstSeenAt: 1,
    isSaved: false,
    closedAt: null,
    isHidden: false,
    appliedAt: null,
    match: null,
  }))
  return jobSearchResultSchema.parse({ total: 500, page: 1, perPage: 100, jobs, hints: [], tookMs: 1 })
}

const two = jobIdSchema.parse(2)

test('saving changes the row where it stands', () => {
  const after = withMarks({ result: result(1, 2, 3), mark: 'visible', id: two, marks: { isSaved: true } })
  expect(after.jobs.map((job) => [job.id, job.isSaved])).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ])
  expect(after.total).toBe(500)
})

test.each([
  ['visible', { isHidden: true }],
  ['saved', { isSaved: false }],
  ['hidden', { isHidden: false }],
] as const)('a job leaves the %s list with %j, and the total says so', (mark, marks) => {
  const after = withMarks({ result: result(1, 2, 3), mark, id: two, marks })
  expect(after.jobs.map((job) => job.id)).toEqual([1, 3])
  expect(after.total).toBe(499)
})

test('a page without the job stays the same object, so nothing is drawn again', () => {
  const page = result(1, 3)
  expect(withMarks({ result: page, mark: 'visible', id: two, marks: { isHidden: true } })).toBe(page)
})
