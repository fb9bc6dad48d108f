import { defineConfig } from '@playwright/test'
import { electronHere } from './electron-here.ts'

const { reason } = electronHere()
const isWorker = process.env['TEST_WORKER_INDEX'] !== undefined
if (reason !== null && process.env['ELECTRON_REQUIRED'] === '1')
  throw new Error(`The desktop was to be tested, but ${reason}.`)
if (reason !== null && !isWorker) console.log(`The desktop tests are skipped: ${reason}.`)

/** The desktop app in the real Electron, one window at a time. CI sets ELECTRON_REQUIRED=1, so that nothing is skipped there. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  outputDir: '../../test-results/electron',
})
