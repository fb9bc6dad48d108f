import { join } from 'node:path'
import { type SecretStore, SecretStoreError, type SecretStoreView } from '../../../infra/secrets/secret-store.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { entryScript } from '../entry-script.ts'
import { createFileStore } from './file-store.ts'
import { createKeychainClient } from './keychain-client.ts'
import { createKeychainStore, keychainName, type KeychainStore } from './keychain-store.ts'
import type { StartHelper } from './keychain-wire.ts'

/** Time for a person to find and type the password of a locked keychain. */
const ANSWER_TIMEOUT_MS = 60_000
const HELPER_IDLE_MS = 15_000
/** A keychain that was not there may have come since: a session's own starts beside the app. */
const LOOK_AGAIN_MS = 5 * 60_000

export interface SecretStoreOptions {
  readonly profileDir: string
  readonly clock: Clock
  readonly log: Log
  readonly startHelper: StartHelper
  readonly platform?: NodeJS.Platform
  readonly answerTimeoutMs?: number
}

type Choice =
  | { readonly kind: 'keychain' }
  | { readonly kind: 'file'; readonly problem: SecretStoreError; readonly lookedAt: number }

/** Keys of one profile: in the system's keychain, or in an encrypted file of the profile where no keychain can be used. The
 *  keychain is tried on the first call and not before. A key that had to go to the file moves to the keychain when it is next read
 *  with one there. */
export function openSecretStore(options: SecretStoreOptions): SecretStore {
  const { profileDir, clock, log, platform = process.platform } = options
  const call = createKeychainClient({
    script: entryScript('keychain'),
    startHelper: options.startHelper,
    answerTimeoutMs: options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS,
    idleMs: HELPER_IDLE_MS,
  })
  const keychain = createKeychainStore({ call, profileDir, platform })
  const file = createFileStore(join(profileDir, 'secrets'))
  let choice: Promise<Choice> | null = null

  async function choose(): Promise<Choice> {
    choice ??= look(keychain, { clock, log })
    const chosen = await choice
    const isStale = chosen.kind === 'file' && chosen.problem.reason === 'unavailable'
    // One that was locked or said no asks its owner each time: once is enough.
    if (isStale && clock.now() - chosen.lookedAt > LOOK_AGAIN_MS) choice = null
    return choice === null ? choose() : chosen
  }

  /** What lies in the file is newer than what the keychain has: setting a key there takes it out of the file. */
  async function move(name: string, value: string): Promise<void> {
    try {
      await keychain.set(name, value)
      await file.remove(name)
      log.info({ name }, 'a key moved from the file to the keychain')
    } catch (error) {
      log.warn({ name, err: error }, 'a key stays in the file: the keychain did not take it')
    }
  }

  return {
    describe: async () => describe(await choose(), platform),
    get: async (name) => {
      const { kind } = await choose()
      const inFile = await file.get(name)
      if (kind === 'file') return inFile
      if (inFile === null) return keychain.get(name)
      await move(name, inFile)
      return inFile
    },
    set: async (name, value) => {
      const { kind } = await choose()
      if (kind === 'file') return file.set(name, value)
      await keychain.set(name, value)
      return file.remove(name)
    },
    remove: async (name) => {
      const { kind } = await choose()
      if (kind === 'keychain') await keychain.remove(name)
      return file.remove(name)
    },
  }
}

async function look(keychain: KeychainStore, { clock, log }: { clock: Clock; log: Log }): Promise<Choice> {
  try {
    await keychain.probe()
    return { kind: 'keychain' }
  } catch (error) {
    if (!(error instanceof SecretStoreError)) throw error
    const said = error.cause instanceof Error ? error.cause.message : null
    log.warn({ reason: error.reason, said }, 'the keychain cannot be used; keys go to an encrypted file')
    return { kind: 'file', problem: error, lookedAt: clock.now() }
  }
}

function describe(choice: Choice, platform: NodeJS.Platform): SecretStoreView {
  if (choice.kind === 'keychain') {
    return {
      kind: 'keychain',
      message: `Keys are kept in the ${keychainName(platform)}, which is as safe as your login.`,
    }
  }
  const { reason, message: why } = choice.problem
  const wayOut = reason === 'locked' || reason === 'denied' ? ' Unlock it and start the app again to use it.' : ''
  const message =
    `${why}${wayOut} Keys are kept in an encrypted file in the profile folder instead, with what opens it beside it: ` +
    'less safe than a keychain, because whoever can read or copy your files has them.'
  return { kind: 'file', message }
}
