import { spawn } from 'node:child_process'
import { checkBoundaries } from './check/boundaries.ts'
import { checkBuiltGraphs } from './check/built-graphs.ts'
import { checkFileSizes } from './check/file-sizes.ts'
import { bin, buildIfNeeded, root } from './lib/build-if-needed.ts'

/** Types, lint, format, dead code, boundaries, file sizes and what the bundles contain. Prints what is wrong, and each
 *  check's time. */

interface Outcome {
  readonly name: string
  readonly problems: readonly string[]
  readonly seconds: number
}

const tools: readonly [string, string, readonly string[]][] = [
  ['types of core and tools', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the renderer', 'tsc', ['--noEmit', '-p', 'src/renderer/tsconfig.json']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', '--quiet']],
  ['format', 'oxfmt', ['--check', '.']],
  ['dead code', 'knip', []],
]
const own: readonly [string, () => readonly string[]][] = [
  ['import boundaries', () => checkBoundaries(root)],
  ['file sizes', () => checkFileSizes(root)],
  ['built graphs', () => checkBuiltGraphs(root)],
]

buildIfNeeded()
const outcomes: Outcome[] = []
for (const [name, check] of own) {
  const startedAt = performance.now()
  outcomes.push({ name, problems: check(), seconds: (performance.now() - startedAt) / 1000 })
}
outcomes.push(...(await Promise.all(tools.map(([name, tool, args]) => runTool({ name, tool, args })))))

for (const { name, problems, seconds } of outcomes) {
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
  for (const problem of problems) console.log(problem)
}
process.exitCode = outcomes.some((outcome) => outcome.problems.length > 0) ? 1 : 0

function runTool(options: { name: string; tool: string; args: readonly string[] }): Promise<Outcome> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin(options.tool), ...options.args], { cwd: root })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    child.on('close', (code) => {
      const seconds = (performance.now() - startedAt) / 1000
      resolve({ name: options.name, problems: code === 0 ? [] : [output.trim()], seconds })
    })
  })
}
