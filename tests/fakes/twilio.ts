import { type Answer, type Received, type Receiver, type ReceiverOptions, startReceiver } from './receiver.ts'

export interface FakeTwilioOptions extends ReceiverOptions {
  readonly accountSid: string
  readonly token: string
  /** Numbers that can be reached; all by default. */
  readonly verified?: readonly string[]
}

/** Twilio's Messages resource: a form with Basic credentials in, JSON out. Shapes: Twilio, "Message resource" and "Error response". */
export function startFakeTwilio(options: FakeTwilioOptions): Promise<Receiver> {
  return startReceiver((message, mode) => {
    if (mode === 'refuse_key' || !isKnown(message, options)) return error(401, 20003, 'Authenticate')
    if (mode === 'too_many') return error(429, 20429, 'Too Many Requests')
    return mode === 'ok' || mode === 'late' ? created(message, options) : null
  }, options)
}

function isKnown({ headers }: Received, { accountSid, token }: FakeTwilioOptions): boolean {
  return headers['authorization'] === `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`
}

function created({ path, body }: Received, { accountSid, verified }: FakeTwilioOptions): Answer {
  if (path !== `/2010-04-01/Accounts/${accountSid}/Messages.json`) {
    return error(404, 20404, 'The requested resource was not found')
  }
  const form = new URLSearchParams(body)
  const [to, from, text] = [form.get('To'), form.get('From'), form.get('Body')]
  if (to === null) return error(400, 21604, "A 'To' phone number is required.")
  if (from === null) return error(400, 21603, "A 'From' phone number is required.")
  if (text === null) return error(400, 21602, 'Message body is required.')
  if (verified !== undefined && !verified.includes(to)) {
    return error(
      400,
      21608,
      `The number ${to} is unverified. Trial accounts cannot send messages to unverified numbers.`,
    )
  }
  const sid = `SM${'0'.repeat(32)}`
  return {
    status: 201,
    json: { sid, account_sid: accountSid, to, from, body: text, status: 'queued', error_code: null },
  }
}

function error(status: number, code: number, message: string): Answer {
  return { status, json: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } }
}
