/** `login` null: the server takes mail without one. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly login: { readonly user: string; readonly password: string } | null
}

/** Plain addresses, one line each; `id` is the Message-ID with its angle brackets. */
export interface Mail {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly id: string
}

export interface Sending {
  readonly server: MailServer
  readonly mail: Mail
  readonly signal?: AbortSignal
}

export interface Mailer {
  /** Resolves when the server took the mail on; throws a {@link MailProblem}. One connection, one try. */
  readonly send: (sending: Sending) => Promise<void>
}

export type MailProblemCode =
  | 'host_not_found'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'certificate'
  | 'no_encryption'
  | 'login'
  | 'recipient'
  | 'sender'
  | 'rejected'
  | 'busy'
  | 'broke_off'
  | 'cancelled'

/** Why a mail was not sent. The message is a sentence with the next step; neither words of the server nor a password are in it. */
export class MailProblem extends Error {
  override readonly name = 'MailProblem'
  readonly code: MailProblemCode
  /** Trying again changes nothing. */
  readonly isFinal: boolean
  /** The whole mail was handed over, and the server did not say what became of it. */
  readonly mayHaveArrived: boolean

  constructor(code: MailProblemCode, message: string, more: { isFinal: boolean; mayHaveArrived?: boolean }) {
    super(message)
    this.code = code
    this.isFinal = more.isFinal
    this.mayHaveArrived = more.mayHaveArrived ?? false
  }
}
