import { expect, test } from 'vitest'
import { safeHref } from './outside-link.tsx'

test.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['http://example.org', 'http://example.org/'],
  ['javascript:alert(1)', null],
  [' JaVaScRiPt:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['/relative', null],
  ['', null],
])('%j becomes the link %j', (url, expected) => {
  expect(safeHref(url)).toBe(expected)
})
