import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { childAnswer } from '../../scripts/lib/child-answer.ts'

const LIB = join(import.meta.dirname, '..', '..', 'scripts', 'lib', 'child-answer.ts')

function node(code: string, isDetached = false): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: isDetached,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** A start script in a process group of its own, as a terminal gives it. Its child counts the signals it hears and ends with
 *  40 and that count as its code on SIGUSR2. */
const LISTENER = `
  const heard = []
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
    heard.push(signal)
    process.stdout.write(signal + '\\n')
  })
  process.on('SIGUSR2', () => process.exit(40 + heard.length))
  setInterval(() => {}, 1000)
  process.stdout.write('ready ' + process.pid + '\\n')
`
const STARTER = `
  import { spawn } from 'node:child_process'
  const { childAnswer } = await import(${JSON.stringify(LIB)})
  const child = spawn(process.execPath, ['-e', ${JSON.stringify(LISTENER)}], { stdio: 'inherit' })
  process.exitCode = (await childAnswer(child)).exitCode
`

async function startInGroup() {
  const starter = node(STARTER, true)
  let output = ''
  starter.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await expect.poll(() => output, { timeout: 20_000 }).toMatch(/ready \d+\n/)
  const listener = Number(/ready (\d+)/.exec(output)?.[1])
  return { starter, group: starter.pid ?? 0, listener, output: () => output }
}

describe('the answer of a child', () => {
  test('is its own exit code', async () => {
    expect(await childAnswer(node('process.exit(3)'))).toEqual({ exitCode: 3, isStoppedAsAsked: false })
    expect(await childAnswer(node(''))).toEqual({ exitCode: 0, isStoppedAsAsked: false })
  })

  test.skipIf(process.platform === 'win32')('is 128 + n when a signal that nobody asked for ended it', async () => {
    const kill = (signal: string) =>
      childAnswer(node(`process.kill(process.pid, '${signal}'); setInterval(() => {}, 1000)`))
    expect(await kill('SIGKILL')).toEqual({ exitCode: 137, isStoppedAsAsked: false })
    expect(await kill('SIGTERM')).toEqual({ exitCode: 143, isStoppedAsAsked: false })
  })
})

describe.skipIf(process.platform === 'win32')('a start script', () => {
  test('outlives Ctrl+C until its child has answered, and does not send it a second time', async () => {
    const { starter, group, listener, output } = await startInGroup()
    const ended = once(starter, 'exit')
    process.kill(-group, 'SIGINT')
    await expect.poll(output).toContain('SIGINT')
    process.kill(group, 'SIGTERM')
    await expect.poll(output).toContain('SIGTERM')
    process.kill(listener, 'SIGUSR2')
    // One SIGINT from the terminal, one SIGTERM passed on; a second SIGINT would have come before the SIGTERM.
    expect(await ended).toEqual([42, null])
    expect(output()).toMatch(/^ready \d+\nSIGINT\nSIGTERM\n$/)
  })
})
