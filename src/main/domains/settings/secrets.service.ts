import { AppError } from '#shared/errors.ts'
import type { Secret, SecretsView } from '#shared/secrets.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { Log } from '../../infra/log/log.ts'
import { type SecretStore, SecretStoreError, type SecretStoreView } from '../../infra/secrets/secret-store.ts'
import type { Clock } from '../../infra/time/clock.ts'
import type { SecretDefinition } from './secret-definitions.ts'
import { createSecretUseRepo } from './secret-use.repo.ts'

/** A key is read for every run of every source that uses it: the instant of its last use is not written more often than this. */
const USE_RECORDED_EVERY_MS = 60_000

export interface SecretsDeps {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly store: SecretStore
  /** What the environment of this process gives under a name; it goes before the store. */
  readonly environment: (name: string) => string | null
  readonly definitions: readonly SecretDefinition[]
  /** Asks what uses the key whether it is taken. */
  readonly testKey: (name: string) => Promise<{ isOk: boolean; message: string }>
  readonly onChange: () => void
}

export interface SecretsService {
  /** Every key there is, without its value. Throws SECRET_STORE. */
  readonly list: () => Promise<SecretsView>
  /** Throws NOT_FOUND for a name that nothing uses, SECRET_STORE. */
  readonly set: (secret: { name: string; value: string }) => Promise<SecretsView>
  /** Throws NOT_FOUND, SECRET_STORE. */
  readonly remove: (name: string) => Promise<SecretsView>
  /** Throws NOT_FOUND, SECRET_STORE. */
  readonly test: (name: string) => Promise<{ isOk: boolean; message: string }>
  /** Whether there is one, as far as the database and the environment know; the store is not asked. */
  readonly isSet: (name: string) => boolean
  /** The value, for what uses it and nobody else; null when there is none. Throws SecretStoreError. */
  readonly read: (name: string) => Promise<string | null>
  /** Reads these once and answers from them: for a run, which asks at every request. Throws SecretStoreError. */
  readonly open: (names: readonly string[]) => Promise<(name: string) => string | null>
}

/** Keys of the profile. The database says which were set, the store has their values, and the store is asked for no other. No value
 *  is in an answer, an event, an error or the log. */
export function createSecretsService(deps: SecretsDeps): SecretsService {
  const { clock, log, store, environment, definitions } = deps
  const uses = createSecretUseRepo(deps.database)

  const isStored = (name: string) => (uses.get(name)?.setAt ?? null) !== null

  function known(name: string): SecretDefinition {
    const definition = definitions.find((candidate) => candidate.name === name)
    if (definition === undefined) throw new AppError('NOT_FOUND', { entity: 'secret', id: name })
    return definition
  }

  /** A value that is on record. Null when its keychain has it no more: its owner took it out there. A file has what was put in
   *  it, so that one which is not there lies in a keychain that does not answer now. */
  async function fromStore(name: string): Promise<string | null> {
    // In this order: a keychain may be found in between, and what it did not have before is not gone from it.
    const { kind } = await store.describe()
    const value = await store.get(name)
    if (value !== null) return value
    if (kind === 'file') {
      const message = `${name} lies in a keychain that cannot be used now. Set it again to keep it in the file.`
      throw new SecretStoreError('unavailable', message)
    }
    log.info({ name }, 'a key was taken out of the keychain by somebody else')
    uses.forget(name)
    deps.onChange()
    return null
  }

  async function valueOf(name: string): Promise<string | null> {
    return environment(name) ?? (isStored(name) ? await fromStore(name) : null)
  }

  async function read(name: string): Promise<string | null> {
    try {
      const value = await valueOf(name)
      if (value !== null) recordUse(name)
      return value
    } catch (error) {
      logFailure(log, name, error)
      throw error
    }
  }

  function recordUse(name: string): void {
    const now = clock.now()
    const last = uses.get(name)?.lastUsedAt ?? null
    if (last === null || Math.abs(now - last) >= USE_RECORDED_EVERY_MS) uses.recordUse(name, now)
  }

  async function view(definition: SecretDefinition, { kind }: SecretStoreView): Promise<Secret> {
    const { name, label, helpUrl, usedBy } = definition
    const isGiven = environment(name) !== null
    const problem = isGiven || !isStored(name) ? null : await problemOf(name)
    // Read last: looking into the store may have found that the key is gone.
    const use = uses.get(name)
    const known = {
      name,
      label,
      helpUrl,
      usedBy: [...usedBy],
      lastUsedAt: use?.lastUsedAt ?? null,
      lastTest: problem === null ? (use?.lastTest ?? null) : { at: clock.now(), isOk: false, message: problem.message },
    }
    if (isGiven) return { ...known, isSet: true, origin: 'environment', setAt: null }
    const setAt = use?.setAt ?? null
    if (setAt === null) return { ...known, isSet: false, origin: null, setAt }
    return { ...known, isSet: true, origin: problem?.reason === 'unavailable' ? 'keychain' : kind, setAt }
  }

  /** Why one value cannot be had while others can; null when it can. Throws SecretStoreError when the store itself fails. */
  async function problemOf(name: string): Promise<SecretStoreError | null> {
    const { kind } = await store.describe()
    try {
      await fromStore(name)
      return null
    } catch (error) {
      if (!(error instanceof SecretStoreError)) throw error
      if (kind === 'keychain' && error.reason !== 'damaged' && error.reason !== 'exposed') throw error
      logFailure(log, name, error)
      return error
    }
  }

  async function list(): Promise<SecretsView> {
    const about = await store.describe()
    const secrets: Secret[] = []
    for (const definition of definitions) secrets.push(await view(definition, about))
    return { store: about, secrets }
  }

  /** For clients: what the store says goes on as SECRET_STORE. */
  async function told<T>(name: string | null, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof SecretStoreError)) throw error
      logFailure(log, name, error)
      throw new AppError('SECRET_STORE', { reason: error.message }, { cause: error })
    }
  }

  return {
    list: () => told(null, list),
    set: ({ name, value }) =>
      told(name, async () => {
        known(name)
        await store.set(name, value)
        uses.recordSet(name, clock.now())
        deps.onChange()
        return list()
      }),
    remove: (name) =>
      told(name, async () => {
        known(name)
        const problem = isStored(name) ? await problemOf(name) : null
        if (problem?.reason === 'unavailable') throw problem
        await store.remove(name)
        uses.forget(name)
        deps.onChange()
        return list()
      }),
    test: (name) =>
      told(name, async () => {
        known(name)
        const value = await valueOf(name)
        if (value === null) return { isOk: false, message: 'There is no key yet.' }
        const { isOk, message } = await deps.testKey(name)
        const result = { isOk, message: message.replaceAll(value, '[key]') }
        uses.recordTest(name, { at: clock.now(), ...result })
        deps.onChange()
        return result
      }),
    isSet: (name) => environment(name) !== null || isStored(name),
    read,
    open: async (names) => {
      const values = new Map<string, string | null>()
      for (const name of names) values.set(name, await read(name))
      return (name) => values.get(name) ?? null
    },
  }
}

function logFailure(log: Log, name: string | null, error: unknown): void {
  if (!(error instanceof SecretStoreError)) return
  log.warn({ name, reason: error.reason, err: error }, 'the store of keys failed')
}
