import { randomUUID } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { type SecretStore, SecretStoreError, type SecretStoreReason } from '../../../infra/secrets/secret-store.ts'
import { type CallKeychain, KeychainProblem } from './keychain-client.ts'

export interface KeychainStore extends Omit<SecretStore, 'describe'> {
  /** Puts a value in, reads it and takes it out again. Throws SecretStoreError when that does not work. */
  readonly probe: () => Promise<void>
}

/** The keychain by the name under which people know it. */
export function keychainName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'macOS keychain'
  return platform === 'win32' ? 'Windows Credential Manager' : 'keyring of your desktop'
}

/** Values of one profile in the system's keychain. Each lies under its name and the profile's folder, so that profiles share none. */
export function createKeychainStore(options: {
  call: CallKeychain
  profileDir: string
  platform: NodeJS.Platform
}): KeychainStore {
  const account = (name: string) => `${name} ${realpathSync(options.profileDir)}`
  const ask = async (verb: 'get' | 'set' | 'remove', name: string, value: string | null = null) => {
    try {
      return await options.call({ verb, account: account(name), value })
    } catch (error) {
      throw explain(error, keychainName(options.platform))
    }
  }
  return {
    get: (name) => ask('get', name),
    set: async (name, value) => {
      await ask('set', name, value)
    },
    remove: async (name) => {
      await ask('remove', name)
    },
    probe: async () => {
      // Of its own for each process: two that look at once must not take each other's away.
      const name = `check ${randomUUID()}`
      const value = randomUUID()
      await ask('set', name, value)
      const found = await ask('get', name)
      await ask('remove', name)
      if (found !== value) throw new SecretStoreError('unavailable', 'The keychain does not keep what is put in it.')
    },
  }
}

type KeychainReason = Exclude<SecretStoreReason, 'exposed'>

/** Wordings of the addon and of the three systems behind it; the addon has no codes. */
const WORDINGS: readonly [RegExp, KeychainReason][] = [
  [/prompt was dismissed|object locked|interaction is not allowed/i, 'locked'],
  [/cancell?ed|denied|not permitted|authoriz|passphrase you entered/i, 'denied'],
  [/longer than the platform limit/i, 'refused'],
  [/password data is not valid utf-8/i, 'damaged'],
]

const SENTENCES: Readonly<Record<KeychainReason, (name: string) => string>> = {
  unavailable: (name) => `The ${name} cannot be reached.`,
  locked: (name) => `The ${name} is locked and was not unlocked.`,
  denied: (name) => `The ${name} did not let the app in.`,
  refused: (name) => `The ${name} takes no key as long as this one.`,
  damaged: (name) => `What the ${name} holds is not a key that this app put there.`,
}

function explain(error: unknown, name: string): SecretStoreError {
  const reason = reasonOf(error)
  return new SecretStoreError(reason, SENTENCES[reason](name), { cause: error })
}

function reasonOf(error: unknown): KeychainReason {
  if (!(error instanceof KeychainProblem)) return 'unavailable'
  // A call waits that long only where a person is asked something.
  if (error.kind === 'unanswered') return 'locked'
  return WORDINGS.find(([wording]) => wording.test(error.message))?.[1] ?? 'unavailable'
}
