/** What the app says to the process that speaks with the keychain, and what that answers. */

export interface KeychainCall {
  readonly id: number
  readonly verb: 'get' | 'set' | 'remove'
  readonly account: string
  /** For 'set' only. */
  readonly value: string | null
}

/** `problem` is the keychain's own wording; a value never is in it. */
export type KeychainAnswer =
  | { readonly id: number; readonly ok: true; readonly value: string | null }
  | { readonly id: number; readonly ok: false; readonly problem: string }

/** A process of ours that answers calls. Node and Electron each have their own way to start one. */
export interface HelperProcess {
  readonly send: (call: KeychainCall) => void
  readonly onAnswer: (listen: (answer: KeychainAnswer) => void) => void
  /** Heard once, also when it could not be started; `how` says it in words. */
  readonly onEnd: (listen: (how: string) => void) => void
  /** At once, whatever it waits for. */
  readonly kill: () => void
}

/** `script` is the absolute path of the helper's entry. */
export type StartHelper = (script: string) => HelperProcess
