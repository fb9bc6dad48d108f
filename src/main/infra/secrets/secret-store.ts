export type SecretStoreReason =
  /** nothing on this machine keeps keys, or it does not answer */
  | 'unavailable'
  /** it waits for its owner to unlock it */
  | 'locked'
  /** its owner, or the system, said no */
  | 'denied'
  /** it takes no such value */
  | 'refused'
  /** what lies in it is not what was put there */
  | 'damaged'
  /** others can read what should be private */
  | 'exposed'

/** Keys cannot be read or kept. The message is a sentence for a person and never holds a value. */
export class SecretStoreError extends Error {
  override readonly name = 'SecretStoreError'
  readonly reason: SecretStoreReason

  constructor(reason: SecretStoreReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

export interface SecretStoreView {
  readonly kind: 'keychain' | 'file'
  /** Where new values go and how safe that is, in a sentence or two. */
  readonly message: string
}

/** Keeps values by name for one profile. Nothing is opened before the first call, and every call ends: a keychain that waits for
 *  its owner is waited for no longer than a minute. Each method throws SecretStoreError. */
export interface SecretStore {
  readonly describe: () => Promise<SecretStoreView>
  /** Null when there is no value of this name. */
  readonly get: (name: string) => Promise<string | null>
  readonly set: (name: string, value: string) => Promise<void>
  /** Also when there was none. */
  readonly remove: (name: string) => Promise<void>
}
