import type { HelperProcess, KeychainAnswer, KeychainCall, StartHelper } from './keychain-wire.ts'

export interface KeychainClientOptions {
  readonly script: string
  readonly startHelper: StartHelper
  /** Time for a call, with the person's answer to a question of the keychain's. */
  readonly answerTimeoutMs: number
  /** The helper is ended when nothing was asked of it for so long. */
  readonly idleMs: number
}

/** `unanswered`: time was up. `ended`: the helper did, before it answered. `said`: the message is the keychain's own wording. */
export class KeychainProblem extends Error {
  override readonly name = 'KeychainProblem'
  readonly kind: 'unanswered' | 'ended' | 'said'

  constructor(kind: KeychainProblem['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

export type CallKeychain = (call: Omit<KeychainCall, 'id'>) => Promise<string | null>

interface Waiting {
  readonly resolve: (value: string | null) => void
  readonly reject: (problem: KeychainProblem) => void
}

interface Helper {
  readonly process: HelperProcess
  readonly waiting: Map<number, Waiting>
  isGone: boolean
}

/** Calls the keychain through a helper that is started when it is needed. Throws KeychainProblem. A call whose time is up ends
 *  the helper, and with it the others that wait behind it. */
export function createKeychainClient(options: KeychainClientOptions): CallKeychain {
  let current: Helper | null = null
  let lastId = 0
  let idle: NodeJS.Timeout | null = null

  function helper(): Helper {
    if (current !== null && !current.isGone) return current
    const started: Helper = { process: options.startHelper(options.script), waiting: new Map(), isGone: false }
    started.process.onAnswer((answer) => settle(started, answer))
    started.process.onEnd((how) => end(started, new KeychainProblem('ended', `The keychain's helper ${how}`)))
    current = started
    return started
  }

  function settle({ waiting }: Helper, answer: KeychainAnswer): void {
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.ok) call?.resolve(answer.value)
    else call?.reject(new KeychainProblem('said', answer.problem))
    if (waiting.size === 0) restUntilCalled()
  }

  function end(ended: Helper, problem: KeychainProblem): void {
    if (ended.isGone) return
    ended.isGone = true
    ended.process.kill()
    for (const call of ended.waiting.values()) call.reject(problem)
    ended.waiting.clear()
  }

  function restUntilCalled(): void {
    if (idle !== null) clearTimeout(idle)
    idle = setTimeout(() => {
      if (current?.waiting.size === 0) end(current, new KeychainProblem('ended', 'The keychain’s helper was idle'))
    }, options.idleMs)
    idle.unref()
  }

  return (call) =>
    new Promise((resolve, reject) => {
      const used = helper()
      const id = ++lastId
      const seconds = Math.round(options.answerTimeoutMs / 1000)
      const timer = setTimeout(
        () => end(used, new KeychainProblem('unanswered', `No answer within ${seconds} s`)),
        options.answerTimeoutMs,
      )
      used.waiting.set(id, {
        resolve: (value) => {
          clearTimeout(timer)
          resolve(value)
        },
        reject: (problem) => {
          clearTimeout(timer)
          reject(problem)
        },
      })
      used.process.send({ ...call, id })
    })
}
