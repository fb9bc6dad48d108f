import { utilityProcess } from 'electron'
import type { HelperProcess } from '../../headless/secret-store/keychain-wire.ts'

/** The helper as a utility process: the packaged program cannot run as Node (its fuses see to that). */
export function startUtilityHelper(script: string): HelperProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'Career Copilot keychain', stdio: 'ignore' })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between two processes has no origin
    send: (call) => child.postMessage(call),
    onAnswer: (listen) => child.on('message', listen),
    onEnd: (listen) => child.once('exit', (code) => listen(`ended with code ${code}`)),
    kill: () => void child.kill(),
  }
}
