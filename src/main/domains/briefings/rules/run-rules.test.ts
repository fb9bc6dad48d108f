import { expect, test } from 'vitest'
import { jobListItemSchema } from '#shared/jobs.ts'
import { type Run, runSchema } from '#shared/discovery.ts'
import type { ToldAlert } from '../../jobs/searches/told-alerts.service.ts'
import type { FreshMatchesService } from '../../recommendations/fresh-matches.service.ts'
import { createRunRules, type RunRulesDeps } from './run-rules.ts'

const MINUTE_MS = 60_000
const NOW = Date.parse('2026-01-12T09:00Z')
const DAY_MS = 86_400_000

const job = jobListItemSchema.parse({
  id: 7,
  company: 'Acme',
  title: 'Data Engineer',
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

function endedRun(): Run {
  const times = { startedAt: NOW - 10 * MINUTE_MS, finishedAt: NOW - MINUTE_MS }
  const counts = { found: 1, new: 1, updated: 0, duplicate: 0, rejected: 0, sources: [] }
  const ids = {
    id: '11111111-1111-4111-8111-111111111111',
    taskId: '22222222-2222-4222-8222-222222222222',
    slotAt: null,
  }
  return runSchema.parse({ ...ids, ...times, ...counts, trigger: 'manual', state: 'completed' })
}

/** Rules of which the test says what they find; `told` are the keys of their messages, each once. */
function rulesOver(found: { best?: FreshMatchesService['best']; runs?: Run[]; alerts?: ToldAlert[] }) {
  const { best = () => Promise.resolve([]), runs = [], alerts = [] } = found
  const told = new Set<string>()
  const deps: RunRulesDeps = {
    history: { closedOpenings: () => [] },
    matches: { count: () => 1, best },
    alerts: { between: ({ after, until }) => alerts.filter(({ toldAt }) => toldAt > after && toldAt <= until) },
    newestRuns: () => runs,
    isScoring: () => false,
    tell: ({ key }) => told.size < told.add(key).size,
  }
  return { rules: createRunRules(deps), told }
}

test('matches of a run that could not be told are told the next time, and then no more', async () => {
  let asked = 0
  const best = () => {
    asked += 1
    return asked === 1 ? Promise.reject(new Error('busy')) : Promise.resolve([{ job, score: 90, reasons: [] }])
  }
  const { rules, told } = rulesOver({ runs: [endedRun()], best })
  await expect(rules.lookAtRuns(NOW)).rejects.toThrow('busy')
  await rules.lookAtRuns(NOW + MINUTE_MS)
  expect([...told]).toEqual(['matches:11111111-1111-4111-8111-111111111111'])
  await rules.lookAtRuns(NOW + 2 * MINUTE_MS)
  expect(asked).toBe(2)
})

test('alerts are told although the clock ran ahead for a while', () => {
  const alerts: ToldAlert[] = []
  const { rules, told } = rulesOver({ alerts })
  rules.lookAtAlerts(NOW + 30 * DAY_MS)
  alerts.push({ searchId: 1, name: 'All', toldAt: NOW - MINUTE_MS, jobs: 1, named: [] })
  rules.lookAtAlerts(NOW)
  expect([...told]).toEqual([`search-alert:1:${NOW - MINUTE_MS}`])
})
