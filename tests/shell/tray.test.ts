import type { MenuItemConstructorOptions } from 'electron'
import { expect, onTestFinished, test, vi } from 'vitest'
import { systemClock } from '#main/infra/time/clock.ts'
import { followTray } from '#main/shell/electron/life/follow-tray.ts'
import { pauseUntil } from '#main/shell/electron/life/pause-until.ts'
import {
  NOTHING_KNOWN,
  summariseTray,
  type TrayFacts,
  type TraySummary,
} from '#main/shell/electron/life/tray-summary.ts'
import { trayTemplate } from '#main/shell/electron/window/tray-template.ts'
import { localTimeOf } from '#shared/local-time.ts'
import { PAUSED_FOR_GOOD } from '#shared/schedule.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { silentLog } from '../support/silent-log.ts'
import { testCore } from '../support/test-core.ts'

/** Items with their submenus, and what each of them does when it is clicked. */
function trayOf(summary: TraySummary, platform: NodeJS.Platform = 'linux') {
  const done: string[] = []
  const template = trayTemplate({
    platform,
    summary,
    isKeptInTray: true,
    actions: {
      runNow: () => done.push('run'),
      pause: (length) => done.push(`pause ${length}`),
      resume: () => done.push('resume'),
      setKeptInTray: () => done.push('keep'),
      openWindow: () => done.push('open'),
      openScreen: (path) => done.push(path),
      quit: () => done.push('quit'),
    },
  })
  const items = template.flatMap((item) => (Array.isArray(item.submenu) ? item.submenu : [item]))
  return { labels: items.flatMap(({ label }) => label ?? []), items, done }
}

function click(items: readonly MenuItemConstructorOptions[], label: string): void {
  const found = items.find((item) => item.label === label)?.click as ((item: { checked: boolean }) => void) | undefined
  found?.({ checked: true })
}

const full: TraySummary = {
  tooltip: 'x',
  isRunning: false,
  nextInterview: { label: 'Interview: R&D Labs, at 9', applicationId: 7 },
  matches: { label: '12 New Matches', count: 12 },
  isScheduleOn: true,
  paused: null,
}

test('the tray leads to what comes next, and does what the screens can do', () => {
  const { labels, items, done } = trayOf(full)
  expect(labels).toEqual([
    'Interview: R&&D Labs, at 9',
    '12 New Matches',
    'Today’s Briefing',
    'Open Career Copilot',
    'Run Discovery Now',
    'For 1 Hour',
    'Until Tomorrow',
    'Add a Job…',
    'Keep Running in the Tray',
    'Quit',
  ])
  for (const label of labels) click(items, label)
  expect(done).toEqual([
    '/applications/7',
    '/for-you',
    '/briefing',
    'open',
    'run',
    'pause hour',
    'pause until_tomorrow',
    '/add',
    'keep',
    'quit',
  ])
})

test('what is not there cannot be clicked, and a run that goes on is not offered again', () => {
  const { items } = trayOf({ ...NOTHING_KNOWN, isRunning: true }, 'darwin')
  expect(items.flatMap(({ label, enabled }) => (label === undefined ? [] : [[label, enabled ?? true]]))).toEqual([
    ['No Interview Ahead', false],
    ['No New Matches', false],
    ['Today’s Briefing', true],
    ['Open Career Copilot', true],
    ['Discovery Is Running…', false],
    ['Add a Job…', true],
    ['Quit', true],
  ])
})

test('a paused schedule says until when, and can be resumed', () => {
  const { labels, items, done } = trayOf({ ...full, paused: 'Schedule Paused until 7' })
  expect(labels).toContain('Schedule Paused until 7')
  expect(labels).not.toContain('For 1 Hour')
  click(items, 'Resume the Schedule')
  expect(done).toEqual(['resume'])
})

const facts: TrayFacts = {
  now: 1000,
  run: { tooltip: 'Career Copilot\nNo run yet', isRunning: false },
  interviews: [
    { at: 900, applicationId: 1, company: 'Past' },
    { at: 2000, applicationId: 2, company: 'Next' },
    { at: 3000, applicationId: 3, company: 'Later' },
  ],
  newMatches: 1,
  schedule: { isOn: true, pausedUntil: null },
  formatTime: (at) => `at ${at}`,
}

test('the tray says of the facts what is still to come', () => {
  expect(summariseTray(facts)).toEqual({
    isRunning: false,
    tooltip: 'Career Copilot\nNo run yet\nInterview with Next at 2000',
    nextInterview: { label: 'Interview: Next, at 2000', applicationId: 2 },
    matches: { label: '1 New Match', count: 1 },
    isScheduleOn: true,
    paused: null,
  })
  expect(summariseTray({ ...facts, interviews: [], newMatches: 0 })).toMatchObject({
    nextInterview: null,
    tooltip: 'Career Copilot\nNo run yet',
    matches: { label: 'No New Matches', count: 0 },
  })
})

test.each([
  [1000, null],
  [5000, 'Schedule Paused until at 5000'],
  [PAUSED_FOR_GOOD, 'Schedule Paused'],
])('a pause until %i reads %j', (pausedUntil, paused) => {
  expect(summariseTray({ ...facts, schedule: { isOn: true, pausedUntil } }).paused).toBe(paused)
})

test.each([
  ['hour', '2026-03-28T22:30Z', '2026-03-28T23:30Z'],
  ['until_tomorrow', '2026-03-28T21:30Z', '2026-03-29T05:00Z'],
  ['until_tomorrow', '2026-03-28T23:30Z', '2026-03-30T05:00Z'],
  ['until_tomorrow', '2026-10-24T10:00Z', '2026-10-25T06:00Z'],
] as const)('a pause %s from %s ends at %s', (length, now, until) => {
  expect(pauseUntil(length, { now: Date.parse(now), zone: 'Europe/Berlin' })).toBe(Date.parse(until))
})

test('the tray follows a core: what comes next, a pause, and nothing more once it is over', async () => {
  const core = testCore()
  const told: TraySummary[] = []
  const follower = followTray({
    core,
    clock: systemClock,
    zone: () => 'UTC',
    log: silentLog,
    formatTime: (at) => new Date(at).toISOString().slice(0, 16),
    tell: (summary) => told.push(summary),
  })
  onTestFinished(follower.stop)
  const shown = (expected: object) =>
    vi.waitFor(() => expect(told.at(-1)).toMatchObject(expected), { timeout: 20_000, interval: 50 })
  await shown({ nextInterview: null, isScheduleOn: true, paused: null })

  const fields = { title: 'Data Engineer', company: 'Acme' }
  const { card } = await core.client.applications.add({ job: { fields }, stage: 'interviewing' })
  const localStart = localTimeOf(Date.now() + 86_400_000, 'UTC')
  await core.client.interviews.add({ applicationId: card.id, fields: { localStart, zone: 'UTC' } })
  await shown({ nextInterview: { label: `Interview: Acme, ${localStart}`, applicationId: card.id } })

  await core.client.schedule.pause({ until: Date.now() + 3_600_000 })
  await shown({ paused: expect.stringMatching(/^Schedule Paused until /) })
  follower.stop()
  const before = told.length
  await core.client.schedule.pause({ until: null })
  expect(told).toHaveLength(before)
}, 60_000)

test('the tray counts new matches when jobs changed and on a new day, and at no other look', async () => {
  const { client, events } = testCore()
  const clock = createFakeClock()
  const asked = { looks: 0, matches: 0 }
  const { stop } = followTray({
    core: {
      events,
      client: {
        discovery: client.discovery,
        applications: client.applications,
        briefings: {
          newMatches: (...question) => {
            asked.matches += 1
            return client.briefings.newMatches(...question)
          },
        },
        schedule: {
          get: (...question) => {
            asked.looks += 1
            return client.schedule.get(...question)
          },
        },
      },
    },
    clock,
    zone: () => 'UTC',
    log: silentLog,
    formatTime: String,
    tell: () => undefined,
  })
  onTestFinished(stop)
  const lookAgain = async (ms: number) => {
    const { looks } = asked
    await vi.waitFor(() => expect(clock.pending()).toBe(1))
    await clock.advance(ms)
    await vi.waitFor(() => expect(asked.looks).toBeGreaterThan(looks))
  }
  await vi.waitFor(() => expect(asked).toEqual({ looks: 1, matches: 1 }))
  for (let minute = 0; minute < 5; minute += 1) await lookAgain(62_000)
  events.publish({ type: 'applications.changed' })
  await lookAgain(62_000)
  expect(asked.matches).toBe(1)
  events.publish({ type: 'jobs.changed' })
  await lookAgain(62_000)
  expect(asked.matches).toBe(2)
  await lookAgain(86_400_000)
  expect(asked.matches).toBe(3)
})
