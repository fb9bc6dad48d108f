import { parseArgs } from 'node:util'
import { buildIfNeeded, root } from './lib/build-if-needed.ts'
import { runExported } from './lib/run-exported.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } } })
const count = Number(values.count)
if (!Number.isInteger(count) || count < 1) {
  process.stderr.write('--count must be a whole number above 0\n')
  process.exit(2)
}
buildIfNeeded()
await runExported('/tests/bench/main.ts', 'runBench', { root, count })
