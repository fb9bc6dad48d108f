import type { KeychainAnswer, KeychainCall, StartHelper } from '#main/shell/headless/secret-store/keychain-wire.ts'

export interface FakeKeychain {
  readonly startHelper: StartHelper
  /** What lies in it, by account. */
  readonly values: Map<string, string>
  /** What every call from now on is answered with, in a keychain's own wording; 'silent' answers nothing, 'dies' ends the helper. */
  fail: string | null
  readonly calls: KeychainCall[]
  started: number
  killed: number
}

/** A keychain behind a helper that is no process: what it answers, and whether, is the test's. */
export function createFakeKeychain(): FakeKeychain {
  const values = new Map<string, string>()
  const keychain: FakeKeychain = { startHelper, values, fail: null, calls: [], started: 0, killed: 0 }

  function startHelper(): ReturnType<StartHelper> {
    let onAnswer = (_answer: KeychainAnswer): void => undefined
    let onEnd = (_how: string): void => undefined
    keychain.started += 1
    return {
      send: (call) => {
        keychain.calls.push(call)
        if (keychain.fail === 'dies') setImmediate(() => onEnd('ended with SIGSEGV'))
        else if (keychain.fail !== 'silent') setImmediate(() => onAnswer(answer(call)))
      },
      onAnswer: (listen) => {
        onAnswer = listen
      },
      onEnd: (listen) => {
        onEnd = listen
      },
      kill: () => {
        keychain.killed += 1
      },
    }
  }

  function answer({ id, verb, account, value }: KeychainCall): KeychainAnswer {
    if (keychain.fail !== null) return { id, ok: false, problem: keychain.fail }
    if (verb === 'get') return { id, ok: true, value: values.get(account) ?? null }
    if (verb === 'set') values.set(account, value ?? '')
    else values.delete(account)
    return { id, ok: true, value: null }
  }

  return keychain
}
