import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin, buildIfNeeded, root } from './lib/build-if-needed.ts'
import { keychainForTests } from './lib/keychain-for-tests.ts'

/** Everything that tests the product: unit, integration and shell tests, the keychain where there is one for it, then the screens
 *  in a browser, then the desktop where Electron is there. Ends with one line of figures. */

interface Tally {
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly file: string
    readonly tests: readonly { readonly status: string }[]
  }[]
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

buildIfNeeded()
const reports = mkdtempSync(join(tmpdir(), 'career-copilot-test-'))
const tallies = [
  runVitest(join(reports, 'vitest.json')),
  runKeychain(reports),
  runPlaywright('playwright.config.ts', join(reports, 'browser.json')),
  runPlaywright('tests/electron/playwright.config.ts', join(reports, 'desktop.json')),
]
rmSync(reports, { recursive: true, force: true })

const total = tallies.reduce((sum, tally) => ({
  passed: sum.passed + tally.passed,
  failed: sum.failed + tally.failed,
  skipped: sum.skipped + tally.skipped,
}))
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** One that is missing counts as one skipped test. */
function runKeychain(dir: string): Tally {
  const keychain = keychainForTests(join(dir, 'keychain-home'))
  if (keychain.reason === null) {
    return runVitest(join(dir, 'keychain.json'), { config: 'vitest.keychain.config.ts', start: keychain })
  }
  console.log(`\nThe keychain is not tested: ${keychain.reason}.\n`)
  return { passed: 0, failed: 0, skipped: 1 }
}

function runVitest(report: string, at: { config: string; start?: ToolStart } = { config: 'vitest.config.ts' }): Tally {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = runTool('vitest', ['run', '-c', at.config, ...reporters], at.start)
  const result = readReport(report) as VitestReport | null
  if (result === null) return { passed: 0, failed: 1, skipped: 0 }
  const failed = Math.max(result.numFailedTests, status === 0 ? 0 : 1)
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests }
}

function runPlaywright(config: string, report: string): Tally {
  const status = runTool('playwright', ['test', '-c', config, '--retries=1', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  const result = readReport(report) as PlaywrightReport | null
  if (result === null) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped: notRun } = result.stats
  for (const name of flakyIn(result)) console.log(`Passed only on a second try, and wants mending: ${name}`)
  return { passed: expected + flaky, failed: Math.max(unexpected, status === 0 ? 0 : 1), skipped: notRun }
}

function flakyIn({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(flakyIn)]
}

interface ToolStart {
  /** A command that starts the tool in surroundings of its own. */
  readonly within?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

function runTool(name: string, args: readonly string[], { within = [], env = {} }: ToolStart = {}): number {
  const [command = process.execPath, ...rest] = [...within, process.execPath, bin(name), ...args]
  const run = spawnSync(command, rest, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  return run.status ?? 1
}

function readReport(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
