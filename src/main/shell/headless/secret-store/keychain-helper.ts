import type { AsyncEntry, EntryOptions } from '@napi-rs/keyring'
import type { KeychainAnswer, KeychainCall } from './keychain-wire.ts'

/** What the system's own program lists our entries under. */
export const KEYCHAIN_SERVICE = 'Career Copilot'

/** Without it the addon would take the kernel's key ring where no secret service answers, and lose the keys at the next start of
 *  the machine. */
const OPTIONS: EntryOptions = { linux: { store: 'secret-service' } }

export interface HelperWire {
  readonly onCall: (listen: (call: KeychainCall) => void) => void
  readonly answer: (answer: KeychainAnswer) => void
}

/** Answers calls one after the other over the system's keychain. Runs in a process of its own: a keychain that asks its owner for
 *  a password holds its thread until it has one, and a process with such a thread cannot even exit. */
export function answerKeychainCalls(wire: HelperWire): void {
  let turn = Promise.resolve()
  wire.onCall((call) => {
    turn = turn.then(async () => wire.answer(await answer(call)))
  })
}

async function answer(call: KeychainCall): Promise<KeychainAnswer> {
  const { id } = call
  try {
    const { AsyncEntry: Entry } = await import('@napi-rs/keyring')
    return { id, ok: true, value: await perform(call, new Entry(KEYCHAIN_SERVICE, call.account, OPTIONS)) }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { id, ok: false, problem: call.value === null ? text : text.replaceAll(call.value, '[key]') }
  }
}

async function perform({ verb, value }: KeychainCall, entry: AsyncEntry): Promise<string | null> {
  if (verb === 'get') return entry.getPassword()
  if (verb === 'set') await entry.setPassword(value ?? '')
  else await entry.deleteCredential()
  return null
}
