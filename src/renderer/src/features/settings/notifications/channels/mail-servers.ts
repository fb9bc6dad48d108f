import { z } from 'zod'
import { emailChannelSchema, type EmailChannel } from '#shared/notifications.ts'
import data from '../mail-servers.json'

const { host, port, security } = emailChannelSchema.shape
const mailServerSchema = z.object({ name: z.string(), host, port, security, note: z.string() })
export type MailServer = z.infer<typeof mailServerSchema>

/** Providers whose mail server is known. */
export const MAIL_SERVERS: readonly MailServer[] = z.array(mailServerSchema).parse(data.servers)

/** The provider whose server it is; SES by its region-wide name. Null when nobody knows it. Pure. */
export function serverOf(channel: Pick<EmailChannel, 'host' | 'port'>): MailServer | null {
  const named = (candidate: MailServer) =>
    candidate.host === channel.host || (isSes(candidate.host) && isSes(channel.host))
  // Programs of other makers listen on this machine, too: there the port tells.
  const isHere = channel.host === '127.0.0.1'
  return MAIL_SERVERS.find((server) => named(server) && (!isHere || server.port === channel.port)) ?? null
}

function isSes(name: string): boolean {
  return /^email-smtp\.[a-z0-9-]+\.amazonaws\.com$/.test(name)
}
