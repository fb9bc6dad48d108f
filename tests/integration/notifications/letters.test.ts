import { expect, test } from 'vitest'
import { letterOf, wordsOf } from '#main/domains/briefings/letters/message.ts'
import { alertTelling, matchTelling } from '#main/domains/briefings/rules/match-news.ts'
import { closedTelling } from '#main/domains/briefings/rules/status-news.ts'
import { letterHtml } from '#main/domains/notifications/channels/email-html.ts'
import { letterText } from '#main/domains/notifications/channels/email-text.ts'
import type { Telling } from '#main/domains/notifications/notifications.service.ts'
import type { BriefingContent } from '#shared/briefings.ts'
import { jobIdSchema } from '#shared/ids.ts'
import { jobListItemSchema } from '#shared/jobs.ts'

type Letters = Pick<Telling, 'title' | 'body' | 'letter'>

const zone = 'Europe/Berlin'
const now = Date.parse('2026-01-12T07:00Z')
const MATCH = {
  jobId: jobIdSchema.parse(5),
  title: 'ML Engineer',
  company: 'Borealis',
  place: '',
  match: 88,
  reasons: [],
}
const DAILY: BriefingContent = {
  kind: 'daily',
  matches: { total: 1, jobs: [MATCH] },
  interviews: [],
  deadlines: [],
  followUps: [],
  silent: [],
  run: { lastRunAt: null, state: null, found: 0, fresh: 0, failed: [], nextRunAt: null },
}

function listed(id: number) {
  return jobListItemSchema.parse({
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
    match: 90,
  })
}

function briefing(): Letters {
  return { ...wordsOf(DAILY, { now, zone }), letter: letterOf({ content: DAILY, madeAt: now, zone }) }
}

const job = (jobId: number) => ({ jobId, title: `Job ${jobId}`, company: 'Acme' })
const closed = (applicationId: number) => ({
  applicationId,
  title: `Job ${applicationId}`,
  company: 'Acme',
  closedAt: now,
})

test.each<[string, Letters | null]>([
  ['briefing', briefing()],
  [
    'run with several matches',
    matchTelling({
      runId: 'run',
      total: 7,
      best: [5, 6, 7].map((id) => ({ job: listed(id), score: 90, reasons: [] })),
    }),
  ],
  ['alert of a search', alertTelling({ searchId: 3, name: 'Berlin', toldAt: now, jobs: 2, named: [job(5), job(6)] })],
  ['change of several applications', closedTelling('run', [closed(7), closed(8)])],
])('the letter of a %s says its first paragraph once', (_what, told) => {
  if (told?.letter === undefined) throw new Error('there is no letter')
  const { title, body, letter } = told
  expect(body).not.toBe('')
  expect(letterText({ title, body, letter }).split(body)).toHaveLength(2)
  expect(letterHtml({ title, body, letter }).split(body)).toHaveLength(2)
})
