import type { Secret } from '#shared/secrets.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { readSecret } from './read-secret.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface KeysFlags extends GlobalFlags {
  readonly json?: boolean
}

export function listKeysCommand(flags: KeysFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const view = await core.client.secrets.list()
    if (flags.json === true) {
      printJson(view)
      return EXIT.ok
    }
    printTable([['key', 'state', 'set', 'last used', 'last test', 'used by'], ...view.secrets.map(row)])
    printLine('')
    printLine(view.store.message)
    return EXIT.ok
  })
}

export function setKeyCommand(name: string, flags: GlobalFlags): Promise<number> {
  return withCore(flags, async (core) => {
    // Before anybody types a key: it would be for nothing.
    const known = (await core.client.secrets.list()).secrets.map((secret) => secret.name)
    if (!known.includes(name)) throw unknownKey(name, known)
    const value = await readSecret(`Value of ${name} (it is not shown): `)
    const { store } = await core.client.secrets.set({ name, value })
    printLine(`${name} is set. ${store.message}`)
    return EXIT.ok
  })
}

export function removeKeyCommand(name: string, flags: GlobalFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const { secrets } = await core.client.secrets.remove({ name })
    const isGiven = secrets.some((secret) => secret.name === name && secret.origin === 'environment')
    printLine(isGiven ? `${name} is removed, but the environment still gives it.` : `${name} is removed.`)
    return EXIT.ok
  })
}

/** Exit code 0 when the key is taken, 1 when it is not or there is none. */
export function testKeyCommand(name: string, flags: KeysFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const result = await core.client.secrets.test({ name })
    if (flags.json === true) printJson(result)
    else printLine(`${name}: ${result.isOk ? 'ok' : 'not ok'}. ${result.message}`)
    return result.isOk ? EXIT.ok : EXIT.failed
  })
}

function unknownKey(name: string, known: readonly string[]): CliFailure {
  const there = known.length === 0 ? 'no source uses one' : `there are ${known.join(', ')}`
  return new CliFailure(`There is no key "${name}"; ${there}.`, EXIT.usage)
}

function row({ name, origin, setAt, lastUsedAt, lastTest, usedBy }: Secret): string[] {
  const test = lastTest === null ? '' : `${lastTest.isOk ? 'ok' : 'not ok'} ${dayOf(lastTest.at)}`
  return [name, origin ?? 'not set', dayOf(setAt), dayOf(lastUsedAt), test, usedBy.join(', ')]
}

function dayOf(instant: number | null): string {
  return instant === null ? '' : new Date(instant).toISOString().slice(0, 10)
}
