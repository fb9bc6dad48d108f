import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded, root } from './lib/build-if-needed.ts'
import { childAnswer } from './lib/child-answer.ts'
import { NODE_FLAGS } from './lib/node-flags.ts'

buildIfNeeded()
const run = spawn(process.execPath, [...NODE_FLAGS, join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = (await childAnswer(run)).exitCode
