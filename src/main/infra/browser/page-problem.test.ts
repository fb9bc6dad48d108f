import { expect, test } from 'vitest'
import { HttpProblem } from '../http/http.ts'
import { pageProblem } from './page-problem.ts'

test.each([
  ['page.goto: net::ERR_TOO_MANY_REDIRECTS at https://x.example/?key=1', 'redirect'],
  ['page.goto: net::ERR_CERT_AUTHORITY_INVALID at https://x.example/', 'network'],
  ['page.goto: net::ERR_SSL_PROTOCOL_ERROR at https://x.example/', 'network'],
  ['page.goto: net::ERR_BLOCKED_BY_CLIENT at https://x.example/', 'address_refused'],
  ['page.goto: net::ERR_UNSAFE_PORT at https://x.example:6000/', 'address_refused'],
  ['page.goto: net::ERR_CONNECTION_TIMED_OUT at https://x.example/', 'timeout'],
  ['page.goto: net::ERR_INVALID_HTTP_RESPONSE at https://x.example/', 'unreadable'],
  ['page.goto: net::ERR_SOMETHING_NEW at https://x.example/', 'network'],
  ['page.goto: Download is starting', 'unreadable'],
  ['Target page, context or browser has been closed', 'network'],
])('%s is told as %s', (words, code) => {
  const problem = pageProblem(new Error(words), 'x.example')
  expect(problem.code).toBe(code)
  expect(problem.message).toMatch(/x\.example/)
  expect(problem.message).not.toMatch(/key=1|page\.goto/)
})

test('a problem that has a code keeps it', () => {
  const problem = new HttpProblem('challenge', 'A check')
  expect(pageProblem(problem, 'x.example')).toBe(problem)
})
