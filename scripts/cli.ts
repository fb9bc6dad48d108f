import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded, root } from './lib/build-if-needed.ts'

buildIfNeeded()
const run = spawnSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = run.status ?? 1
