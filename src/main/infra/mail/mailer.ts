import { mailProblem } from './mail-problem.ts'
import { type Mailer, MailProblem, type Sending } from './mail.ts'

export interface MailTimes {
  readonly connectMs: number
  readonly greetingMs: number
  /** Without a sign of life. */
  readonly silenceMs: number
  readonly wholeMs: number
}

const TIMES: MailTimes = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 20_000, wholeMs: 45_000 }

/** Sends letters by SMTP, each over a connection of its own. TLS is verified; without it nothing goes but what was asked for so. Files and
 *  addresses in a letter are never opened. */
export function createMailer(times: MailTimes = TIMES): Mailer {
  return {
    send: async ({ server, mail, signal }) => {
      const overdue = AbortSignal.timeout(times.wholeMs)
      const progress = { wasHandedOver: false }
      // Loaded with the first letter: most starts send none.
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({
        ...connection(server, times),
        logger: commandsTo((command) => {
          if (command === 'DATA') progress.wasHandedOver = true
        }),
        transactionLog: true,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      try {
        await transport.sendMail({
          from: { name: 'Career Copilot', address: mail.from },
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: mail.id,
          // Automatic letters are not answered by automatic answers (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: signal === undefined ? overdue : AbortSignal.any([signal, overdue]),
        })
      } catch (error) {
        if (signal?.aborted === true) throw new MailProblem('cancelled', 'The letter was not sent.', { isFinal: false })
        if (overdue.aborted || isTimeout(error)) throw tooLate(server.host, progress.wasHandedOver)
        throw mailProblem(error, { server, wasHandedOver: progress.wasHandedOver })
      } finally {
        transport.close()
      }
    },
  }
}

function connection({ host, port, security, login }: Sending['server'], times: MailTimes) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: times.connectMs,
    greetingTimeout: times.greetingMs,
    socketTimeout: times.silenceMs,
    dnsTimeout: times.connectMs,
    tls: { minVersion: 'TLSv1.2' as const, rejectUnauthorized: true },
  }
}

/** A logger that keeps nothing: it is told every command as it goes out, keys hidden, and looks at its first word. */
function commandsTo(tell: (command: string) => void) {
  const ignore = () => undefined
  return {
    level: ignore,
    trace: ignore,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
    debug: (entry: unknown, message: unknown) => {
      const isCommand = typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'client'
      if (isCommand && typeof message === 'string') tell(message)
    },
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT'
}

function tooLate(host: string, mayHaveArrived: boolean): MailProblem {
  const message = `${host} did not answer in time. It is tried again; if it stays so, check the port and the kind of encryption.`
  return new MailProblem('timeout', message, { isFinal: false, mayHaveArrived })
}
