import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { runCliProcess } from '../support/cli.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SERVE = join(ROOT, 'out', 'main', 'serve.js')

export interface Host {
  /** The address that the host printed: it lets one window in, once. */
  readonly launchUrl: string
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** A bus that nobody answers on: keys go to the file of the profile, and no keyring of who runs this is reached. */
const NO_KEYRING = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }

/** The built host on a profile, as a user starts it in a terminal. */
export async function startHost(home: string, args: readonly string[] = []): Promise<Host> {
  if (!existsSync(SERVE)) throw new Error('out/main/serve.js is not built: run npm run build, or npm test')
  const child = spawn(process.execPath, [SERVE, '--no-open', '--port', '0', ...args], {
    env: { ...process.env, ...NO_KEYRING, CAREER_COPILOT_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const launchUrl = await firstMatch(child, /http:\/\/\S+/)
  return { launchUrl, origin: new URL(launchUrl).origin, stop: () => stopProcess(child) }
}

/** One command of the built command line on a profile; its standard output as JSON. */
export async function cli(home: string, args: readonly string[]): Promise<unknown> {
  const result = await runCliProcess(args, { ...NO_KEYRING, CAREER_COPILOT_HOME: home })
  if (result.code !== 0) throw new Error(`career-copilot ${args.join(' ')} failed: ${result.stderr}${result.stdout}`)
  return result.stdout.trim() === '' ? null : JSON.parse(result.stdout)
}

async function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('The process has no output to read')
  let said = ''
  stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for await (const line of createInterface({ input: stdout })) {
    const match = pattern.exec(line)
    if (match) return match[0]
  }
  throw new Error(`The host ended without an address: ${said}`)
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
