import { parentPort } from 'node:worker_threads'
import { answerWork } from '../../../domains/documents/worker/answer-work.ts'

/** Answers the core from within the thread. Throws outside one. */
export function answerInThread(): void {
  const port = parentPort
  if (port === null) throw new Error('This is started by the app, as a thread')
  answerWork({
    onMessage: (listen) => void port.on('message', listen),
    answer: (answer, moved) => port.postMessage(answer, moved),
  })
}
