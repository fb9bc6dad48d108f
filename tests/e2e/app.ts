import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { cli, startHost, type Host } from './host.ts'

/** Browsers write every answer that is no success to the console; these are the declared ones that screens act on. */
const EXPECTED_ANSWER = /^Failed to load resource: .* status of (?:404|409|422)/

/** 'new' starts at the welcome page; 'sample' has gone through the first run and has the sample jobs; 'empty' has no jobs yet. In all
 *  of them the schedule is off, so that nothing runs but what a test starts. */
type Profile = keyof typeof PROFILES

const SCHEDULE_OFF = ['settings', 'set', 'isScheduleOn', 'false']
const ONBOARDED = ['settings', 'set', 'onboardedAt', '1']

/** What makes each profile, in commands. */
const PROFILES = {
  new: [SCHEDULE_OFF],
  sample: [SCHEDULE_OFF, ['discover', '--source', 'sample', '--json'], ONBOARDED],
  empty: [SCHEDULE_OFF, ['employers', 'off', '--all', '--json'], ONBOARDED],
} as const

interface WorkerFixtures {
  /** Makes a profile once; tests get copies of it. */
  readonly profileDir: (profile: Profile) => Promise<string>
}

interface TestFixtures {
  readonly profile: Profile
  readonly hostArgs: readonly string[]
  readonly home: string
  readonly host: Host
  /** The page, let in by the printed address. Fails the test on any error in the browser's console. */
  readonly app: Page
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  profile: ['sample', { option: true }],
  hostArgs: [[], { option: true }],

  profileDir: [
    async ({ browserName: _browserName }, use) => {
      const made = new Map<Profile, Promise<string>>()
      await use((profile) => {
        const dir = made.get(profile) ?? makeProfile(profile)
        made.set(profile, dir)
        return dir
      })
      for (const dir of made.values()) rmSync(await dir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  // The first test of a profile waits until it is made.
  home: [
    async ({ profile, profileDir }, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'career-copilot-e2e-'))
      cpSync(await profileDir(profile), dir, { recursive: true })
      await use(dir)
      rmSync(dir, { recursive: true, force: true })
    },
    { timeout: 120_000 },
  ],

  host: async ({ home, hostArgs }, use) => {
    const host = await startHost(home, hostArgs)
    await use(host)
    await host.stop()
  },

  app: async ({ page, host }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      const { url } = message.location()
      const isAnswer = url.includes('/rpc/') && EXPECTED_ANSWER.test(message.text())
      if (message.type() === 'error' && !isAnswer) complaints.push(`${message.text()} ${url}`)
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(host.launchUrl)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await use(page)
    expect(complaints, 'errors in the browser').toEqual([])
  },
})

export { expect }

async function makeProfile(profile: Profile): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), `career-copilot-${profile}-`))
  for (const command of PROFILES[profile]) await cli(dir, command)
  return dir
}

/** Turns a switch. Its track lies over it, so that it is out of reach for a click that wants to hit the control itself. */
export async function turn(control: Locator): Promise<void> {
  const isOn = await control.isChecked()
  await control.click({ force: true })
  await expect(control).toBeChecked({ checked: !isOn })
}

/** The exact total that the jobs screen shows. */
export async function shownTotal(page: Page): Promise<number> {
  const result = page.getByRole('status').filter({ hasText: /jobs? ·/ })
  await expect(result).toBeVisible()
  const words = /^([\d.,\s]+) jobs?/.exec((await result.textContent()) ?? '')
  return Number(words?.[1]?.replaceAll(/\D/g, ''))
}

/** Waits until the jobs screen shows this total. */
export async function expectTotal(page: Page, total: number): Promise<void> {
  await expect.poll(() => shownTotal(page)).toBe(total)
}
