import { expect, test } from 'vitest'
import { MAIL_SERVERS, serverOf } from './mail-servers.ts'

test.each([
  [{ host: 'smtp.gmail.com', port: 587 }, 'Gmail'],
  [{ host: 'email-smtp.us-east-1.amazonaws.com', port: 587 }, 'Amazon SES'],
  [{ host: '127.0.0.1', port: 1025 }, 'Proton Mail Bridge'],
  [{ host: '127.0.0.1', port: 2525 }, null],
  [{ host: 'gmail.com.example.org', port: 465 }, null],
  [{ host: '', port: 587 }, null],
])('%j is the server of %j', (channel, name) => {
  expect(serverOf(channel)?.name ?? null).toBe(name)
})

test('every known server is encrypted, and says how to sign in', () => {
  for (const { name, security, port, note } of MAIL_SERVERS) {
    expect([name, security]).toEqual([name, port === 465 ? 'tls' : 'starttls'])
    expect(note).toMatch(/\.$/)
  }
})
