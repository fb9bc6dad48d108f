import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

/** Screens are tested through the real host in a real browser: the built app, a new profile for every test, nothing faked but
 *  the job boards. CHROMIUM_PATH names a browser; without it, Debian's, else the installed Chrome. */
const chromium = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : null)

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    ...(chromium === null ? { channel: 'chrome' } : {}),
    launchOptions: { args: ['--no-sandbox'], ...(chromium === null ? {} : { executablePath: chromium }) },
  },
})
