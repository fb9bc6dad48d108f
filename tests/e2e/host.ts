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

/** The built host on a profile, as a user starts it in a terminal. */
export async function startHost(home: string, args: readonly string[] = []): Promise<Host> {
  if (!existsSync(SERVE)) throw new Error('out/main/serve.js is not built: run npm run build, or npm test')
  const child = spawn(process.execPath, [SERVE, '--no-open', '--port', '0', ...args], {
    env: { ...process.env, CAREER_COPILOT_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const launchUrl = await firstMatch(child, /http:\/\/\S+/)
  return { launchUrl, origin: new URL(launchUrl).origin, stop: () => stopProcess(child) }
}

/** The fake job boards in a process of their own, with the flags that point the app at them. */
export async function startBoards(count: number): Promise<{
  readonly flags: readonly string[]
  readonly setMode: (source: string, mode: string) => Promise<void>
  readonly stop: () => Promise<void>
}> {
  const child = spawn(process.execPath, [join(ROOT, 'tests', 'fakes', 'start.ts'), '--count', String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pairs: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const pair = /^--base-url (\S+)/.exec(line)?.[1]
    if (pair !== undefined) pairs.push(pair)
    if (line.startsWith('Modes:')) break
  }
  const [firstUrl] = pairs.map((pair) => pair.slice(pair.indexOf('=') + 1))
  if (firstUrl === undefined) throw new Error('The fake boards did not say where they are')
  return {
    flags: pairs.flatMap((pair) => ['--base-url', pair]),
    setMode: async (source, mode) => {
      const answer = await fetch(`${firstUrl}/_control`, { method: 'POST', body: JSON.stringify({ source, mode }) })
      if (!answer.ok) throw new Error(`The fake boards refused ${mode}: ${answer.status}`)
    },
    stop: () => stopProcess(child),
  }
}

/** One command of the built command line on a profile; its standard output as JSON. */
export async function cli(home: string, args: readonly string[]): Promise<unknown> {
  const result = await runCliProcess(args, { CAREER_COPILOT_HOME: home })
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
