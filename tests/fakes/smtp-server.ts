import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** 'dies': takes the whole letter and hangs up without a word. 'hangs': says nothing at all. */
export const SMTP_MODES = ['ok', 'refuse_login', 'busy', 'refuse', 'dies', 'hangs', 'slow'] as const
export type SmtpMode = (typeof SMTP_MODES)[number]

export interface FakeSmtp {
  readonly host: string
  readonly port: number
  readonly setMode: (mode: SmtpMode) => void
  /** Every letter that came in whole, also those that were not acknowledged. */
  readonly letters: readonly ParsedMail[]
  readonly logins: readonly { readonly user: string; readonly password: string }[]
  /** Connections so far. */
  readonly connections: () => number
  readonly close: () => Promise<void>
}

export interface FakeSmtpOptions {
  readonly port?: number
  readonly mode?: SmtpMode
  readonly slowMs?: number
  /** With a certificate of its own from the first byte, which nobody trusts. */
  readonly isTls?: boolean
}

/** A mail server on loopback over the real protocol. */
export async function startFakeSmtp(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
  let mode = options.mode ?? 'ok'
  const letters: ParsedMail[] = []
  const logins: { user: string; password: string }[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = new SMTPServer({
    secure: options.isTls === true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 10,
    onConnect: (_session, done) => {
      if (mode !== 'hangs') done()
    },
    onAuth: ({ username, password }, _session, done) => {
      logins.push({ user: username ?? '', password: password ?? '' })
      if (mode === 'refuse_login') done(refusal(535, `5.7.8 Who is ${String(username)} with ${String(password)}?`))
      else done(null, { user: username ?? '' })
    },
    onRcptTo: (_address, _session, done) => {
      if (mode === 'busy') done(refusal(451, '4.3.0 Try again later'))
      else if (mode === 'refuse') done(refusal(550, '5.1.1 No such user here'))
      else done()
    },
    onData: (stream, _session, done) => {
      void take(stream, done)
    },
  })
  // A client that hangs up is what several tests are about.
  server.on('error', () => undefined)
  // Of TLS, the socket that stands on the raw one: destroying the raw one beneath it is no hanging up.
  server.server.on(options.isTls === true ? 'secureConnection' : 'connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  async function take(stream: SMTPServerDataStream, acknowledge: () => void): Promise<void> {
    letters.push(await simpleParser(stream))
    if (mode === 'dies') for (const socket of sockets) socket.destroy()
    else if (mode === 'slow') setTimeout(acknowledge, options.slowMs ?? 2000).unref()
    else acknowledge()
  }

  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    host: '127.0.0.1',
    port: (server.server.address() as AddressInfo).port,
    setMode: (next) => {
      mode = next
    },
    letters,
    logins,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
