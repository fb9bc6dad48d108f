import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { DatabaseOpenError } from '#main/infra/db/open.ts'
import { readLaunch } from '#main/shell/electron/launch-options.ts'
import { askAfterCrash } from '#main/shell/electron/life/ask-after-crash.ts'
import { runNow } from '#main/shell/electron/life/run-now.ts'
import { summariseRun } from '#main/shell/electron/life/run-summary.ts'
import { describeStartProblem } from '#main/shell/electron/life/start-problem.ts'
import { BACKGROUNDS } from '#main/shell/electron/window/backgrounds.ts'
import { onWindowClose } from '#main/shell/electron/window/close-rule.ts'
import { createCrashPolicy } from '#main/shell/electron/window/crash-policy.ts'
import { menuTemplate } from '#main/shell/electron/window/menu-template.ts'
import { runSchema } from '#shared/discovery.ts'
import { silentLog } from '../support/silent-log.ts'
import { desktopFakes } from './desktop-fakes.ts'

const root = join(import.meta.dirname, '..', '..')

test.each([
  [[], { home: null, baseUrls: {}, hasDevTools: false }],
  [['--home', '/p'], { home: '/p', baseUrls: {}, hasDevTools: false }],
  // What Electron, Chromium and the system add is not ours to judge.
  [
    ['--inspect=0', '--remote-debugging-port=0', '.', '--no-sandbox', '--home=/p', '--devtools', '-psn_0_12345'],
    { home: '/p', baseUrls: {}, hasDevTools: true },
  ],
  [
    ['--base-url', 'arbeitnow=http://127.0.0.1:9001', '--base-url', 'the-muse=http://127.0.0.1:9002'],
    {
      home: null,
      baseUrls: { arbeitnow: 'http://127.0.0.1:9001', 'the-muse': 'http://127.0.0.1:9002' },
      hasDevTools: false,
    },
  ],
])('started with %j', (args, options) => {
  expect(readLaunch(args)).toEqual({ ok: true, options })
})

test.each([[['--home']], [['--base-url', 'arbeitnow=ftp://x']], [['--base-url=nonsense']]])(
  'wrong use %j is one clear line',
  (args) => {
    const launch = readLaunch(args)
    expect(launch.ok ? '' : launch.problem).toMatch(/^option '--/)
  },
)

test.each([
  ['darwin', { isQuitting: false, isKeptInTray: false }, 'hide'],
  ['win32', { isQuitting: false, isKeptInTray: false }, 'quit'],
  ['linux', { isQuitting: false, isKeptInTray: false }, 'quit'],
  ['linux', { isQuitting: false, isKeptInTray: true }, 'hide'],
  ['darwin', { isQuitting: true, isKeptInTray: false }, 'close'],
  ['win32', { isQuitting: true, isKeptInTray: true }, 'close'],
] as const)('closing the window on %s with %o means: %s', (platform, situation, answer) => {
  expect(onWindowClose({ platform, ...situation })).toBe(answer)
})

test('a page that crashes is loaded again once; when it crashes again within a minute the user is asked', () => {
  const whenGone = createCrashPolicy()
  expect(whenGone('clean-exit', 0)).toBe('ignore')
  expect(whenGone('crashed', 1_000)).toBe('reload')
  expect(whenGone('oom', 60_999)).toBe('ask')
  expect(whenGone('crashed', 200_000)).toBe('reload')
})

test.each([
  [0, 'reload'],
  [1, 'quit'],
])('after the second crash, button %i means %s', async (pressed, expected) => {
  const done: string[] = []
  const { dialogs } = desktopFakes({ pressed })
  const parts = { reload: () => done.push('reload'), quit: () => done.push('quit') }
  await askAfterCrash({ dialogs, profileDir: '/profile', ...parts })
  expect(done).toEqual([expected])
})

test('the window has the colours of the screens before they are painted', () => {
  const css = readFileSync(join(root, 'src/renderer/src/ui/tokens.css'), 'utf8')
  const [onScreen = ''] = css.split('@media print')
  const frames = [...onScreen.matchAll(/--cc-frame: (#[0-9a-f]{6})/g)].map((match) => match[1])
  expect(frames).toEqual([BACKGROUNDS.light, BACKGROUNDS.dark])
})

test.each([
  [new DatabaseOpenError('DATABASE_FROM_FUTURE', 'Install the newer version.'), 'Install the newer version.'],
  [Object.assign(new Error('x'), { code: 'EACCES' }), '/profile cannot be written (EACCES)'],
  [new Error('out of the blue'), 'out of the blue'],
  ['not even an error', 'not even an error'],
])('a start that fails with %s says so', (error, text) => {
  expect(describeStartProblem(error, '/profile').message).toContain(text)
})

const actions = {
  runNow: () => undefined,
  openScreen: () => undefined,
  openProfileFolder: () => undefined,
  openLogFolder: () => undefined,
  showAbout: () => undefined,
}

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
}

test.each(['darwin', 'win32', 'linux'] as const)(
  'the menu on %s runs discovery and opens the settings by key',
  (platform) => {
    const calls: string[] = []
    const items = flatten(
      menuTemplate({
        platform,
        hasDevTools: false,
        actions: { ...actions, runNow: () => calls.push('run'), openScreen: (path) => calls.push(path) },
      }),
    )
    const press = (accelerator: string) => {
      const item = items.find((candidate) => candidate.accelerator === accelerator)
      const click = item?.click as (() => void) | undefined
      click?.()
    }
    press('CmdOrCtrl+Shift+D')
    press('CmdOrCtrl+,')
    press('CmdOrCtrl+1')
    press('CmdOrCtrl+N')
    expect(calls).toEqual(['/discover', 'run', '/settings', '/jobs', '/add'])
    expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1)
    const keys = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
  },
)

test('developer tools are in the menu only where they are asked for', () => {
  const roles = (hasDevTools: boolean) =>
    flatten(menuTemplate({ platform: 'linux', hasDevTools, actions })).map(({ role }) => role)
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(true)).toContain('toggleDevTools')
})

function runWith(change: Record<string, unknown>) {
  const counts = { found: 230, new: 41, updated: 0, duplicate: 189, rejected: 0 }
  const source = (state: string) => ({
    ...counts,
    sourceId: 'arbeitnow',
    sourceName: 'Arbeitnow',
    state,
    reasons: {},
    closed: 0,
    requests: 1,
    plannedRequests: null,
    bytes: 1,
    problem: null,
    message: null,
    nextTryAt: null,
    startedAt: 1,
    finishedAt: 2,
  })
  return runSchema.parse({
    ...counts,
    id: 'r1',
    taskId: 't1',
    trigger: 'manual',
    slotAt: null,
    state: 'completed',
    startedAt: 1,
    finishedAt: 2,
    sources: ['ok', 'empty', 'error'].map(source),
    ...change,
  })
}

test.each([
  [null, 'Career Copilot\nNo run yet', false],
  [runWith({ state: 'running', finishedAt: null }), 'Career Copilot\nDiscovery is running: 41 new of 230 found', true],
  [runWith({ state: 'completed', sources: [] }), 'Career Copilot\nLast run at 2: 41 new of 230 found', false],
  [runWith({ state: 'partial' }), 'Career Copilot\nLast run at 2: 41 new of 230 found, 1 of 3 sources failed', false],
  [runWith({ state: 'cancelled' }), 'Career Copilot\nLast run at 2: 41 new of 230 found, cancelled', false],
])('the tray says of run %#: %j', (run, tooltip, isRunning) => {
  expect(summariseRun(run, (at) => `at ${at}`)).toEqual({ tooltip, isRunning })
})

test.each([
  ['RUN_ACTIVE', ['/discover'], 0],
  ['NO_SOURCES', ['/settings/sources'], 1],
  ['INTERNAL', [], 1],
])('a run that cannot start because of %s leads to %j', async (code, screens, questions) => {
  const desktop = desktopFakes()
  const opened: string[] = []
  const start = () => Promise.reject(new ORPCError(code))
  await runNow({ start, openScreen: (path) => opened.push(path), dialogs: desktop.dialogs, log: silentLog })
  expect([opened, desktop.questions.length]).toEqual([screens, questions])
})
