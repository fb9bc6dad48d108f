import { MailProblem, type MailServer } from './mail.ts'

/** What nodemailer says of a failure. Its message holds words of the server and is not looked at. */
interface Fault {
  readonly code: string
  readonly originalCode: string
  readonly command: string
  readonly responseCode: number | null
  /** "5.7.8" of "535 5.7.8 …" (RFC 3463). */
  readonly enhanced: string | null
}

const CERTIFICATE = /CERT|SIGNATURE|SELF_SIGNED|ALTNAME/
const UNREACHABLE = /^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)$/
const NAME_NOT_FOUND = /^(ENOTFOUND|EAI_|EDNS|EBADNAME|ENODATA)/
/** The server would take it later, or would want another way of logging in. RFC 4954, 6. */
const PASSING_LOGIN_CODES: ReadonlySet<number> = new Set([421, 432, 451, 454])

/** The coded problem for what went wrong while a mail was sent. `wasHandedOver`: its text had been asked for. Pure. */
export function mailProblem(error: unknown, sent: { server: MailServer; wasHandedOver: boolean }): MailProblem {
  const { server, wasHandedOver } = sent
  const fault = faultOf(error)
  return (
    connectionProblem(fault, server) ??
    answeredProblem(fault, server) ??
    new MailProblem('broke_off', `${server.host} ended the connection before it took the letter. It is tried again.`, {
      isFinal: false,
      mayHaveArrived: wasHandedOver,
    })
  )
}

function connectionProblem({ code, originalCode, command }: Fault, { host, port, security }: MailServer) {
  const cause = originalCode === '' ? code : originalCode
  if (NAME_NOT_FOUND.test(code) || NAME_NOT_FOUND.test(originalCode)) {
    return new MailProblem('host_not_found', `There is no mail server ${host}. Check its name, and the connection.`, {
      isFinal: false,
    })
  }
  if (cause === 'ECONNREFUSED') {
    const message = `${host} takes no connections on port ${port}. Check the port: 465 with TLS, 587 with STARTTLS.`
    return new MailProblem('refused', message, { isFinal: false })
  }
  if (UNREACHABLE.test(cause)) {
    return new MailProblem('unreachable', `${host} cannot be reached. Check the connection to the internet.`, {
      isFinal: false,
    })
  }
  if (CERTIFICATE.test(cause)) {
    const message = `The certificate of ${host} is not to be trusted, so nothing was sent. Check the server’s name, or ask who runs it.`
    return new MailProblem('certificate', message, { isFinal: true })
  }
  if (command === 'STARTTLS') {
    return new MailProblem('no_encryption', `${host} offers no encryption on port ${port}. Choose TLS and port 465.`, {
      isFinal: true,
    })
  }
  if (code === 'ETLS' || /^(ERR_SSL|ERR_TLS|EPROTO)/.test(cause)) {
    const other = security === 'tls' ? 'STARTTLS and port 587' : 'TLS and port 465'
    return new MailProblem('no_encryption', `No encrypted connection to ${host} came about. Try ${other}.`, {
      isFinal: true,
    })
  }
  return null
}

function answeredProblem(fault: Fault, { host }: MailServer): MailProblem | null {
  const { code, command, responseCode } = fault
  const said = saidOf(fault)
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    const isFinal = responseCode === null || !PASSING_LOGIN_CODES.has(responseCode)
    const advice = 'Check the user and the password; many providers want an app password here.'
    return new MailProblem('login', `${host} refused the login${said}. ${advice}`, { isFinal })
  }
  if (responseCode === null) return null
  if (responseCode < 500) {
    return new MailProblem('busy', `${host} does not take letters now${said}. It is tried again.`, { isFinal: false })
  }
  if (command === 'RCPT TO') {
    return new MailProblem(
      'recipient',
      `${host} does not take letters to that address${said}. Check where letters go to.`,
      {
        isFinal: true,
      },
    )
  }
  if (command === 'MAIL FROM') {
    const advice = 'Most servers take only the account’s own address.'
    return new MailProblem('sender', `${host} does not take letters from that address${said}. ${advice}`, {
      isFinal: true,
    })
  }
  return new MailProblem('rejected', `${host} refused the letter${said}. Check the account with its provider.`, {
    isFinal: true,
  })
}

/** The server's numbers, without its words. */
function saidOf({ responseCode, enhanced }: Fault): string {
  if (responseCode === null) return ''
  return enhanced === null ? ` (${responseCode})` : ` (${responseCode} ${enhanced})`
}

function faultOf(error: unknown): Fault {
  const field = (name: string): unknown =>
    error instanceof Error && name in error
      ? (Object.entries(error).find(([key]) => key === name)?.[1] as unknown)
      : undefined
  const text = (name: string): string => {
    const value = field(name)
    return typeof value === 'string' ? value : ''
  }
  const responseCode = field('responseCode')
  return {
    code: text('code'),
    originalCode: text('originalCode'),
    command: text('command'),
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    enhanced: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(text('response'))?.[1] ?? null,
  }
}
