import { fork } from 'node:child_process'
import type { HelperProcess, KeychainAnswer } from './keychain-wire.ts'

/** The helper as a process of Node's. It does not keep the app alive, and ends itself when the app is gone. */
export function startNodeHelper(script: string): HelperProcess {
  // Flags of ours (a debugger, a test runner's loader) are not the helper's.
  const child = fork(script, [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  child.unref()
  child.channel?.unref()
  return {
    send: (call) => void child.send(call, () => undefined),
    onAnswer: (listen) => child.on('message', (answer) => listen(answer as KeychainAnswer)),
    onEnd: (listen) => {
      child.once('error', (error) => listen(`failed: ${error.message}`))
      child.once('exit', (code, signal) => listen(`ended with ${signal ?? `code ${code}`}`))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
