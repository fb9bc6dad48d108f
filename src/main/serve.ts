#!/usr/bin/env node
import { checkNodeVersion } from './shell/cli/node-version.ts'

const problem = checkNodeVersion(process.versions.node)
if (problem === null) {
  const { runCli } = await import('./shell/cli/program.ts')
  process.exitCode = await runCli(['serve', ...process.argv.slice(2)])
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
