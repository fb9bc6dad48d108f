import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test'
import { root } from '../../scripts/lib/build-if-needed.ts'
import { electronHere } from './electron-here.ts'

export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  readonly home: string
}

const electron = electronHere()

/** A test with the desktop app on a profile of its own, past its first run. */
export const test = base.extend<{ desktop: Desktop }>({
  desktop: async ({ browserName: _unused }, use) => {
    test.skip(electron.reason !== null, electron.reason ?? '')
    const home = mkdtempSync(join(tmpdir(), 'career-copilot-desktop-'))
    cli(['settings', 'set', 'onboardedAt', '1', '--home', home])
    const app = await launch(home)
    const page = await app.firstWindow()
    await page.waitForURL(/\/jobs/)
    await use({ app, page, home })
    await app.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  },
})

function launch(home: string): Promise<ElectronApplication> {
  return _electron.launch({ executablePath: electron.path, args: [root, '--home', home], cwd: root })
}

/** Starts the app a second time on the same profile and waits for that process to end; its exit code. */
export function startAgain(home: string): number {
  try {
    execFileSync(electron.path, [root, '--home', home], { stdio: 'ignore', timeout: 20_000 })
    return 0
  } catch (error) {
    if (error instanceof Error && 'status' in error && typeof error.status === 'number') return error.status
    throw error
  }
}

/** The built command line on the same profile. */
export function cli(args: readonly string[]): string {
  return execFileSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...args], { encoding: 'utf8' })
}
