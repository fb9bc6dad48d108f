import { expect, test } from 'vitest'
import { fieldProblem, plainNumber } from './channel-fields.ts'

const email = (field: 'from' | 'to' | 'port', value: unknown) => fieldProblem('email', field, value)
const sms = (field: 'to' | 'accountSid', value: unknown) => fieldProblem('sms', field, value)
const url = (value: unknown) => fieldProblem('webhook', 'url', value)
const topic = (value: unknown) => fieldProblem('ntfy', 'topic', value)

test.each([
  ['an address', email('from', 'me@example.org')],
  ['no address yet', email('from', '')],
  ['a port', email('port', 587)],
  ['a number with its country', sms('to', '+4915112345678')],
  ['an address on this machine', url('http://127.0.0.1:4000/in')],
  ['a topic', topic('jobs_8f3')],
])('%s is kept', (_what, problem) => {
  expect(problem).toBeNull()
})

test.each([
  ['an address without a country', email('to', 'me@example')],
  ['an address with another line', email('to', 'me@example.org\nBcc: all@example.org')],
  ['port 0', email('port', 0)],
  ['no port', email('port', '')],
  ['a number without its country', sms('to', '015112345678')],
  ['half of an account id', sms('accountSid', 'AC123')],
  ['an address that is none of the web', url('ftp://example.org')],
  ['a topic with a space', topic('my jobs')],
])('%s is not kept, and a sentence says what would be', (_what, problem) => {
  expect(problem).toMatch(/^[A-Z].*\.$/)
})

test.each([
  ['+49 151 / 123-456 78', '+4915112345678'],
  ['0049 (151) 12345678', '+4915112345678'],
  [' +44.7911.123456 ', '+447911123456'],
  ['0151 2345678', '01512345678'],
])('the number %j is read as %j', (typed, plain) => {
  expect(plainNumber(typed)).toBe(plain)
})
