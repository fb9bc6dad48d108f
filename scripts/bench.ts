import { parseArgs } from 'node:util'
import { buildIfNeeded, root } from './lib/build-if-needed.ts'
import { withModule } from './lib/with-modules.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } } })
const count = Number(values.count)
if (!Number.isInteger(count) || count < 1) {
  process.stderr.write('--count must be a whole number above 0\n')
  process.exit(2)
}
buildIfNeeded()
await withModule<{ runBench: (options: { root: string; count: number }) => Promise<void> }>(
  '/tests/bench/main.ts',
  (module) => module.runBench({ root, count }),
)
