import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded, root } from './lib/build-if-needed.ts'
import { childAnswer } from './lib/child-answer.ts'
import { findElectron } from './lib/find-electron.ts'
import { NODE_FLAGS } from './lib/node-flags.ts'

/** Flags that only the loopback host has: who gives one of them wants the host. */
const HOST_FLAGS = new Set(['--host', '--port', '--no-open'])

const args = process.argv.slice(2)
buildIfNeeded()

const wantsHost = args.some((arg) => HOST_FLAGS.has(arg.split('=', 1)[0] ?? ''))
const electron = wantsHost ? { path: null, reason: null } : findElectron()
if (electron.reason !== null) {
  process.stderr.write(`${electron.reason}, so the app opens in your browser instead.\n`)
}

const child =
  electron.path === null
    ? spawn(
        process.execPath,
        [...NODE_FLAGS, join(root, 'out', 'main', 'serve.js'), ...args.filter((arg) => arg !== '--host')],
        { stdio: 'inherit' },
      )
    : spawn(electron.path, [root, ...args], { stdio: 'inherit' })

const answer = await childAnswer(child)
// An app that was asked to stop, and did, has not failed.
process.exitCode = answer.isStoppedAsAsked ? 0 : answer.exitCode
