import type { Clipboard, Dialogs, Opener } from '../ports.ts'

const LONGEST_ADDRESS = 8_192
/** Header fields a mailto address may fill in; others, such as "attach", make mail programs do things. */
const MAIL_FIELDS = new Set(['to', 'cc', 'bcc', 'subject', 'body'])

export type OutsideVerdict =
  | { readonly verdict: 'open'; readonly url: string }
  | { readonly verdict: 'refuse'; readonly reason: RefusalReason }

type RefusalReason = 'insecure' | 'scheme' | 'unreadable' | 'too_long' | 'credentials' | 'mail_field' | 'phone'

const REASONS: Readonly<Record<RefusalReason, string>> = {
  insecure: 'It is an unencrypted address (http). Copy it if you want to open it yourself.',
  scheme: 'Only web pages (https), mail addresses and phone numbers are opened.',
  unreadable: 'It is not an address.',
  too_long: `It is longer than ${LONGEST_ADDRESS} characters.`,
  credentials: 'It carries a user name or password, which can hide where it leads.',
  mail_field: 'It asks the mail program for more than an address, a subject and a text.',
  phone: 'It is no plain phone number.',
}

/** Whether an address that comes out of a page may be handed to the system: parsed https:, mailto: and tel:, nothing else. Pure. */
export function judgeOutsideAddress(address: string): OutsideVerdict {
  if (address.length > LONGEST_ADDRESS) return { verdict: 'refuse', reason: 'too_long' }
  const url = URL.parse(address)
  if (url === null) return { verdict: 'refuse', reason: 'unreadable' }
  if (url.protocol === 'http:') return { verdict: 'refuse', reason: 'insecure' }
  if (url.protocol === 'mailto:') {
    const isPlain = [...url.searchParams.keys()].every((field) => MAIL_FIELDS.has(field.toLowerCase()))
    return isPlain ? { verdict: 'open', url: url.href } : { verdict: 'refuse', reason: 'mail_field' }
  }
  if (url.protocol === 'tel:') {
    // Figures alone: codes with * and # make telephones do things.
    return /^\+?\d{4,18}$/.test(url.pathname) && url.search === '' && url.hash === ''
      ? { verdict: 'open', url: url.href }
      : { verdict: 'refuse', reason: 'phone' }
  }
  if (url.protocol !== 'https:') return { verdict: 'refuse', reason: 'scheme' }
  if (url.username !== '' || url.password !== '') return { verdict: 'refuse', reason: 'credentials' }
  return { verdict: 'open', url: url.href }
}

export interface OutsideParts {
  readonly opener: Opener
  readonly dialogs: Dialogs
  readonly clipboard: Clipboard
}

/** Opens an address outside the app, or says why not and offers to copy it, so that no link is lost. */
export async function openOutside(address: string, { opener, dialogs, clipboard }: OutsideParts): Promise<void> {
  const judged = judgeOutsideAddress(address)
  if (judged.verdict === 'open') return opener.openUrl(judged.url)
  const pressed = await dialogs.ask({
    message: 'This link was not opened',
    detail: `${REASONS[judged.reason]}\n\n${printable(address)}`,
    buttons: ['Copy the address', 'Close'],
  })
  if (pressed === 0) await clipboard.writeText(address)
}

function printable(address: string): string {
  const text = address.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
