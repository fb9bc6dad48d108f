import { describe, expect, it } from 'vitest'
import type { JobId } from '#shared/ids.ts'
import type { JobListItem } from '#shared/jobs.ts'
import { DEFAULT_WEIGHTS, type RecommendationList } from '#shared/recommendations.ts'
import { withMarksInList } from './list-cache.ts'

const jobOf = (number: number): JobListItem => ({
  id: number as JobId,
  title: 'Data Engineer',
  company: 'Havelwerk',
  place: null,
  placeCount: 0,
  workplace: 'remote',
  visa: 'unstated',
  salary: null,
  seniority: 'senior',
  roleFamily: 'data_engineer',
  skills: [],
  sources: ['sample'],
  postedAt: null,
  firstSeenAt: 1,
  closedAt: null,
  isSaved: false,
  isHidden: false,
  appliedAt: null,
  match: null,
})
const list: RecommendationList = {
  jobs: [1, 2].map((number) => ({
    job: jobOf(number),
    score: 60,
    parts: [],
    matchingSkills: [],
    missingSkills: [],
    concerns: [],
  })),
  total: 2,
  considered: 40,
  computedAt: 1,
  isFresh: true,
  listId: 'a',
  weights: DEFAULT_WEIGHTS,
  hints: [],
}

describe('a mark on a recommended job', () => {
  it('shows on its row', () => {
    const saved = withMarksInList(list, { id: 2 as JobId, marks: { isSaved: true } })
    expect(saved.jobs.map(({ job }) => job.isSaved)).toEqual([false, true])
  })

  it('takes it out of the list when it is hidden', () => {
    const left = withMarksInList(list, { id: 1 as JobId, marks: { isHidden: true } })
    expect(left.jobs.map(({ job }) => job.id)).toEqual([2])
    expect(left.total).toBe(1)
  })

  it('changes nothing when the job is not in the list', () => {
    expect(withMarksInList(list, { id: 9 as JobId, marks: { isHidden: true } })).toBe(list)
  })
})
