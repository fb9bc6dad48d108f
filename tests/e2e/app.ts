import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { cli, startHost, type Host } from './host.ts'

/** Browsers write every answer that is no success to the console; these are the declared ones that screens act on. */
const EXPECTED_ANSWER = /^Failed to load resource: .* status of (?:404|409|422)/

interface WorkerFixtures {
  /** A profile that has gone through the first run with the sample jobs; copied for each test. */
  readonly sampleProfile: string
}

interface TestFixtures {
  /** 'new' profiles start at the welcome page, 'sample' ones with the sample jobs. */
  readonly profile: 'new' | 'sample'
  readonly hostArgs: readonly string[]
  readonly home: string
  readonly host: Host
  /** The page, let in by the printed address. Fails the test on any error in the browser's console. */
  readonly app: Page
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  profile: ['sample', { option: true }],
  hostArgs: [[], { option: true }],

  sampleProfile: [
    async ({ browserName: _browserName }, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'career-copilot-sample-'))
      await cli(dir, ['discover', '--source', 'sample', '--json'])
      await cli(dir, ['settings', 'set', 'onboardedAt', '1'])
      await use(dir)
      rmSync(dir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  home: async ({ profile, sampleProfile }, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'career-copilot-e2e-'))
    if (profile === 'sample') cpSync(sampleProfile, dir, { recursive: true })
    await use(dir)
    rmSync(dir, { recursive: true, force: true })
  },

  host: async ({ home, hostArgs }, use) => {
    const host = await startHost(home, hostArgs)
    await use(host)
    await host.stop()
  },

  app: async ({ page, host }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED_ANSWER.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(host.launchUrl)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await use(page)
    expect(complaints, 'errors in the browser').toEqual([])
  },
})

export { expect }

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
