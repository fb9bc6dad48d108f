import { expect, test } from 'vitest'
import { firstLink } from './dropped.ts'

test.each([
  ['https://acme.example/jobs/1', 'https://acme.example/jobs/1'],
  ['# a remark\r\nhttps://acme.example/jobs/1\r\nhttps://b.example', 'https://acme.example/jobs/1'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['', null],
])('of %j the link is %j', (list, link) => {
  expect(firstLink(list)).toBe(link)
})
