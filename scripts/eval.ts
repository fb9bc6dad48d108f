import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './lib/build-if-needed.ts'
import { runExported } from './lib/run-exported.ts'

// --sets reads labelled sets from another folder; --misses prints each row that was read otherwise than labelled.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string', default: join(root, 'tests', 'eval', 'sets') },
    misses: { type: 'boolean', default: false },
  },
})
await runExported('/tests/eval/main.ts', 'runEval', { dir: values.sets, only: positionals, misses: values.misses })
