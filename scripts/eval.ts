import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './lib/build-if-needed.ts'
import { withModule } from './lib/with-modules.ts'

// --sets reads labelled sets from another folder; --misses prints each row that was read otherwise than labelled.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string', default: join(root, 'tests', 'eval', 'sets') },
    misses: { type: 'boolean', default: false },
  },
})
await withModule<{
  runEval: (options: { dir: string; only: readonly string[]; misses: boolean }) => Promise<void>
}>('/tests/eval/main.ts', (module) => module.runEval({ dir: values.sets, only: positionals, misses: values.misses }))
