import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import {
  createBrowserReader,
  type BrowserReader,
  type BrowserReaderOptions,
  type PageRequest,
  type ReaderLimits,
} from '#main/infra/browser/browser-reader.ts'
import { createMemoryQuotaStore } from '#main/infra/http/quota.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { silentLog } from './silent-log.ts'

const PLACES = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium']

/** The Chromium that tests drive: the one that CHROMIUM_PATH names, else the system's; null when there is none. */
export const chromiumPath = PLACES.find((place) => place !== '' && existsSync(place)) ?? null

if (chromiumPath === null) {
  console.log('Pages in a browser are not tested: there is no /usr/bin/chromium, and CHROMIUM_PATH names none.')
}

/** A reader that drives the real Chromium. It is closed with the test, which fails when anything is left behind then. */
export function browserReader(options: Partial<BrowserReaderOptions> = {}): BrowserReader {
  const reader = createBrowserReader({
    clock: systemClock,
    log: silentLog,
    quota: createMemoryQuotaStore(),
    findBrowser: () => Promise.resolve(chromiumPath),
    browserPath: () => null,
    ...options,
  })
  onTestFinished(async () => {
    await reader.close()
    expect(await leftInTheEnd()).toEqual(NOTHING)
  })
  return reader
}

/** A page of a server on this machine. */
export function pageOf(
  server: { readonly origin: string },
  path: string,
  more: Partial<PageRequest> = {},
): PageRequest {
  return { url: server.origin + path, trustedOrigin: server.origin, signal: new AbortController().signal, ...more }
}

/** Small, so that a page that never ends does not hold up the tests; a start on a busy machine fits. */
export const LIMITS: Partial<ReaderLimits> = {
  pageMs: 5000,
  maxBytes: 2_000_000,
  maxChars: 1_000_000,
  maxRequests: 40,
}

export const NOTHING = { folders: [], processes: [] }

const OURS = `career-copilot-browser-${process.pid}-`

/** What browsers of this process have left: folders among the temporary files, and processes (seen on Linux only). */
export function leftBehind(): { readonly folders: readonly string[]; readonly processes: readonly string[] } {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(OURS))
  return { folders, processes: processesOf(OURS).map(({ command }) => /--type=\S+/.exec(command)?.[0] ?? 'browser') }
}

/** The same after processes that were told to end have had the time for it. */
export async function leftInTheEnd(): Promise<ReturnType<typeof leftBehind>> {
  for (let tries = 0; tries < 50; tries += 1) {
    const left = leftBehind()
    if (left.folders.length === 0 && left.processes.length === 0) return left
    await delay(100)
  }
  return leftBehind()
}

/** Kills the browsers of this process, as a system short of memory does. */
export function killBrowsers(): void {
  for (const { pid } of processesOf(OURS)) process.kill(pid, 'SIGKILL')
}

function processesOf(words: string): readonly { pid: number; command: string }[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandOf(name) }))
    .filter(({ command }) => command.includes(words))
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    // It ended between the list and the look.
    return ''
  }
}
