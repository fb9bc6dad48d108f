import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The built command line in a process of its own, as a user runs it. */
export function spawnCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return start({ args, env }, 'ignore')
}

export function runCliProcess(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  return resultOf(spawnCli(args, env))
}

export interface CliCall {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** As runCliProcess, with something on standard input, which then ends. */
export function feedCliProcess(call: CliCall & { readonly input: string }): Promise<CliResult> {
  const child = start(call, 'pipe')
  // A command that refuses its arguments reads nothing and closes the pipe.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(call.input)
  return resultOf(child)
}

function start({ args, env }: CliCall, stdin: 'ignore' | 'pipe'): ChildProcess {
  if (!existsSync(CLI)) throw new Error('out/main/cli.js is not built: run npm run build, or npm test')
  return spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...env }, stdio: [stdin, 'pipe', 'pipe'] })
}

function resultOf(child: ChildProcess): Promise<CliResult> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
