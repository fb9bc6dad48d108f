import type { ParsedMail } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { type FakeSmtp, type FakeSmtpOptions, startFakeSmtp } from '../../fakes/smtp-server.ts'
import { closing } from '../../support/closing.ts'
import { allTo, type OutboxOptions, outboxWorld } from '../../support/outbox-world.ts'

const SHORT = { connectMs: 2000, greetingMs: 500, silenceMs: 1500, wholeMs: 5000 }

describe('email', () => {
  async function post(smtp: FakeSmtpOptions = {}, email: object = {}, options: OutboxOptions = {}) {
    const server = await closing(startFakeSmtp(smtp))
    const world = outboxWorld(allTo('email'), {
      channels: { email: { ...accountOf(server), ...email } },
      keys: { SMTP_PASSWORD: 'pa55word' },
      ...options,
    })
    return { server, ...world }
  }

  function accountOf({ host, port }: FakeSmtp) {
    const addresses = { user: 'ada', from: 'ada@post.example', to: 'me@home.example' }
    return { host, port, security: 'none' as const, ...addresses }
  }

  test('arrives in text and as a page, from and to the addresses, under an id that comes from the key', async () => {
    const { server, tell, carry, rows } = await post()
    const lines = [{ text: 'Data Engineer <b>', note: '84 match', path: '/jobs' }]
    tell({ title: 'Good morning', letter: { intro: 'Two things.', sections: [{ heading: 'Matches', lines }] } })
    await carry()
    const [row] = rows()
    expect(row).toMatchObject({ state: 'sent', mayBeDouble: false })
    expect(server.logins).toEqual([{ user: 'ada', password: 'pa55word' }])
    expect(server.letters).toHaveLength(1)
    const letter = server.letters[0] as ParsedMail
    expect(letter.subject).toBe('Good morning')
    expect(letter.from?.value).toEqual([{ name: 'Career Copilot', address: 'ada@post.example' }])
    expect(letter.messageId).toBe(`<${row?.key}@post.example>`)
    expect(letter.text).toContain('* Data Engineer <b>\n  84 match')
    expect(letter.html).toContain('Data Engineer &lt;b&gt;')
    expect(letter.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('a title with line breaks makes no header and no recipient', async () => {
    const { server, tell, carry } = await post()
    tell({ title: 'Hello\r\nBcc: thief@else.example\r\n\r\nbody', body: '.\r\nRCPT TO:<thief@else.example>' })
    await carry()
    const letter = server.letters[0] as ParsedMail
    expect(letter.subject).toBe('Hello Bcc: thief@else.example body')
    expect(letter.headers.has('bcc')).toBe(false)
    expect(letter.text).toContain('RCPT TO:<thief@else.example>')
  })

  test('a server that takes the letter and dies gets it again under the same id, and that is said', async () => {
    const { server, tell, carry, rows, clock } = await post({ mode: 'dies' })
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'waiting', attempts: 1, mayBeDouble: true }])
    server.setMode('ok')
    await clock.advance(5_000)
    await carry()
    expect(rows()).toMatchObject([{ state: 'sent', attempts: 2, mayBeDouble: true }])
    expect(new Set(server.letters.map(({ messageId }) => messageId)).size).toBe(1)
    expect(server.letters).toHaveLength(2)
  })

  test.each([
    ['refuse_login', 'failed', /^127\.0\.0\.1 refused the login \(535 5\.7\.8\)\. Check the user and the password/],
    ['refuse', 'failed', /does not take letters to that address \(550 5\.1\.1\)/],
    ['busy', 'waiting', /does not take letters now \(451 4\.3\.0\)/],
    ['hangs', 'waiting', /did not answer in time/],
  ] as const)('a server that does this (%s) is %s, with the next step', async (mode, state, reason) => {
    const { tell, carry, rows } = await post({ mode }, {}, { mailTimes: SHORT })
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state, attempts: 1, mayBeDouble: false }])
    expect(rows()[0]?.reason).toMatch(reason)
    expect(rows()[0]?.reason).not.toContain('pa55word')
  })

  test('one that is slow to acknowledge may have the letter', async () => {
    const { tell, carry, rows } = await post({ mode: 'slow', slowMs: 6000 }, {}, { mailTimes: SHORT })
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'waiting', mayBeDouble: true }])
  })

  test.each([
    [
      'a certificate that nobody vouches for',
      { isTls: true },
      { security: 'tls' },
      /certificate .* is not to be trusted/,
    ],
    ['no encryption where it is asked for', {}, { security: 'starttls' }, /offers no encryption on port/],
    ['nothing encrypted behind the port', {}, { security: 'tls' }, /No encrypted connection .* STARTTLS and port 587/],
  ] as const)('%s: no password and no letter leave', async (_name, smtp, email, reason) => {
    const { server, tell, carry, rows } = await post(smtp, email, { mailTimes: SHORT })
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'failed' }])
    expect(rows()[0]?.reason).toMatch(reason)
    expect(server.logins).toEqual([])
    expect(server.letters).toEqual([])
  })

  test.each([
    [{ host: 'no-such-host.invalid', security: 'tls' }, /There is no mail server no-such-host\.invalid/],
    [{ port: 1 }, /takes no connections on port 1/],
  ] as const)('%j is tried again and explained', async (email, reason) => {
    const { tell, carry, rows } = await post({}, email)
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'waiting', mayBeDouble: false }])
    expect(rows()[0]?.reason).toMatch(reason)
  })

  test.each([
    [{ host: 'mail.post.example' }, /only a mail server on this machine/],
    [{ host: '' }, /Enter the mail server/],
    [{ from: '' }, /letters come from/],
    [{ to: '' }, /letters go to/],
  ])('with %j it is not set up', async (email, problem) => {
    const { service, tell, rows } = await post({}, email)
    expect(service.channels().find(({ channel }) => channel === 'email')).toMatchObject({ isReady: false })
    expect(service.channels().find(({ channel }) => channel === 'email')?.problem).toMatch(problem)
    tell()
    expect(rows()).toEqual([])
    expect(await service.test('email')).toMatchObject({ isOk: false })
  })

  test('counts every try against the ten of a minute', async () => {
    const { server, tell, carry, clock } = await post({ mode: 'busy' })
    for (let count = 0; count < 6; count += 1) tell({ letter: { intro: '', sections: [] } })
    await carry()
    expect(server.connections()).toBe(6)
    await clock.advance(5_000)
    await carry()
    expect(server.connections()).toBe(10)
    await clock.advance(54_000)
    await carry()
    expect(server.connections()).toBe(10)
    await clock.advance(1_000)
    await carry()
    expect(server.connections()).toBeGreaterThan(10)
  })
})
