import { answerKeychainCalls, type HelperWire } from './shell/headless/secret-store/keychain-helper.ts'

// Started by the app, under Node or as one of Electron's utility processes, which have their own port to it.
answerKeychainCalls('parentPort' in process ? electronWire() : nodeWire())

function electronWire(): HelperWire {
  const { parentPort } = process
  return {
    onCall: (listen) => parentPort.on('message', ({ data }) => listen(data)),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between two processes has no origin
    answer: (answer) => parentPort.postMessage(answer),
  }
}

function nodeWire(): HelperWire {
  // The app is gone. A thread that waits in the keychain would hold an ordinary exit back.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  return {
    onCall: (listen) => process.on('message', listen),
    answer: (answer) => process.send?.(answer),
  }
}
