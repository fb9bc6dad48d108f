import { expect, test } from 'vitest'
import { jobListItemSchema } from '#shared/jobs.ts'
import type { FreshMatch } from '../../recommendations/fresh-matches.service.ts'
import { alertTelling, matchTelling } from './match-news.ts'

function match(id: number, score: number): FreshMatch {
  const job = jobListItemSchema.parse({
    id,
    title: `Job ${id}`,
    company: 'Acme',
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
  return { job, score, reasons: ['Has 6 of your 8 skills.'] }
}

test('a run without good matches tells nothing', () => {
  expect(matchTelling({ runId: 'run', total: 0, best: [] })).toBeNull()
})

test('one match is named and leads to its job', () => {
  expect(matchTelling({ runId: 'run', total: 1, best: [match(5, 87.6)] })).toEqual({
    type: 'job_match',
    key: 'matches:run',
    count: 1,
    title: 'New match: Job 5 at Acme (88)',
    body: 'Has 6 of your 8 skills.',
    path: '/jobs?job=5',
  })
})

test('several are one message, the best named', () => {
  const telling = matchTelling({ runId: 'run', total: 7, best: [match(5, 91), match(6, 84), match(7, 80)] })
  expect(telling).toMatchObject({
    key: 'matches:run',
    count: 7,
    title: '7 new jobs that fit you well',
    body: 'Job 5 at Acme (91), Job 6 at Acme (84) and 5 more.',
    path: '/for-you',
  })
  expect(telling?.letter?.sections[0]?.lines[2]).toEqual({
    text: 'Job 7 at Acme',
    note: '80 match · Has 6 of your 8 skills.',
    path: '/jobs?job=7',
  })
})

const job = (jobId: number) => ({ jobId, title: `Job ${jobId}`, company: 'Acme' })

test.each([
  [1, [job(5)], '1 new job in “Berlin”', 'Job 5 at Acme', '/jobs?job=5'],
  [2, [job(5), job(6)], '2 new jobs in “Berlin”', 'Job 5 at Acme and Job 6 at Acme.', '/searches'],
  [30, [job(5), job(6), job(7)], '30 new jobs in “Berlin”', 'Job 5 at Acme, Job 6 at Acme and 28 more.', '/searches'],
])('the alert of a search that told of %d', (jobs, named, title, body, path) => {
  const told = alertTelling({ searchId: 3, name: 'Berlin', toldAt: 1000, jobs, named })
  expect(told).toMatchObject({ type: 'job_match', key: 'search-alert:3:1000', count: jobs, title, body, path })
})
