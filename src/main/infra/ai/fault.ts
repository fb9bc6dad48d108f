import { AppError } from '#shared/errors.ts'

/** What an SDK threw, or a piece of an answer in no form that is known: the provider's doing, told by what the wire saw. Whatever else is
 *  thrown while a model is asked is a fault of ours. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault'
  // Private, so that nothing that prints or serialises it takes it along: it may repeat what was sent.
  readonly #thrown: unknown

  constructor(thrown: unknown) {
    super('an SDK gave up')
    this.#thrown = thrown
  }

  get thrown(): unknown {
    return this.#thrown
  }
}

/** A fault of the app while a model was asked. It says where it was, for the log, and holds no word of what was sent or came back, which
 *  the message of the error behind it may repeat. */
class AskingFault extends Error {
  override readonly name = 'AskingFault'

  constructor(thrown: unknown) {
    super(`${kindOf(thrown)} while a language model was asked`)
    this.stack = [`${this.name}: ${this.message}`, ...framesOf(thrown)].join('\n')
  }
}

/** As it may be logged and go on to whoever asked. An expected failure stays what it is. Pure. */
export function ownFault(thrown: unknown): Error {
  if (thrown instanceof AppError || thrown instanceof AskingFault) return thrown
  return new AskingFault(thrown instanceof ProviderFault ? thrown.thrown : thrown)
}

const CODE = /^[A-Z][A-Z0-9_]{2,60}$/
const FRAME = /^ {4}at /

/** The class of the error: a name or code that was written onto it may be anything. */
function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `something that is no error (${typeof thrown})`
  const code = 'code' in thrown && typeof thrown.code === 'string' && CODE.test(thrown.code) ? ` ${thrown.code}` : ''
  return `${thrown.constructor.name}${code}`
}

/** The places of a stack, without the message above them. */
function framesOf(thrown: unknown): string[] {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : ''
  return stack.split('\n').filter((line) => FRAME.test(line))
}
