import { describe, expect, test } from 'vitest'
import { sitePage, webAddress } from './web-address.ts'

describe('a web address', () => {
  test.each([
    ['https://jobs.example/1', undefined, 'https://jobs.example/1'],
    ['https://jobs.example/1', '', 'https://jobs.example/1'],
    ['/1', 'https://jobs.example/feed', 'https://jobs.example/1'],
    ['/1', '', null],
    ['javascript:alert(1)', 'https://jobs.example', null],
    [7, undefined, null],
  ])('%j against %j is %j', (value, base, address) => {
    expect(webAddress(value, base)).toBe(address)
  })
})

describe("a page of an API's own site", () => {
  const site = 'https://jobs.example'
  test.each([
    ['https://other.example/1', 'https://other.example/1'],
    [' /o/1?x=2 ', 'https://jobs.example/o/1?x=2'],
    ['//other.example/1', 'https://other.example/1'],
    ['n/a', null],
    ['jobs/1', null],
    ['javascript:alert(1)', null],
    [null, null],
  ])('%j is %j', (value, address) => {
    expect(sitePage(value, site)).toBe(address)
  })
})
