import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { root } from './lib/build-if-needed.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } } })
const count = Number(values.count)
if (!Number.isInteger(count) || count < 1) {
  process.stderr.write('--count must be a whole number above 0\n')
  process.exit(2)
}
const { module } = await runnerImport<{ runBench: (options: { root: string; count: number }) => Promise<void> }>(
  `${root}/tests/bench/main.ts`,
)
await module.runBench({ root, count })
