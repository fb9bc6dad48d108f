import { expect, test } from 'vitest'
import { mailHref, phoneHref } from './contact-links.ts'

test.each([
  ['jana@example.com', 'mailto:jana@example.com'],
  ['jana+jobs@example.com', 'mailto:jana%2Bjobs@example.com'],
  ['jana@example.com?attach=/etc/passwd', null],
  ['a@example.com&bcc=b@example.com', null],
  ['nobody', null],
  ['', null],
])('%j is written to by %s', (email, href) => {
  expect(mailHref(email)).toBe(href)
})

test.each([
  ['+49 30 1234-567', 'tel:+49301234567'],
  ['+44 (0) 20 7946 0000', 'tel:+442079460000'],
  ['030/123 456', 'tel:030123456'],
  ['+49 30 1234567 ext. 12', 'tel:+49301234567'],
  ['call me', null],
  ['12', null],
  ['', null],
])('%j is called by %s', (phone, href) => {
  expect(phoneHref(phone)).toBe(href)
})
