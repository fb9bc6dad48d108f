import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careersLinks } from './careers-links.ts'

const URL_OF_PAGE = 'https://www.acme.example/'
const linksIn = (html: string, url = URL_OF_PAGE) => careersLinks({ url, html })

describe('careersLinks', () => {
  test.each([
    ['a path', '<a href="/careers">Careers</a>', 'https://www.acme.example/careers'],
    [
      'a deep path',
      '<a href="/en/about/open-positions/">Join</a>',
      'https://www.acme.example/en/about/open-positions/',
    ],
    ['a sub-domain', '<a href="https://jobs.acme.example/">Jobs</a>', 'https://jobs.acme.example/'],
    ['German', "<a href='/karriere'>Karriere</a>", 'https://www.acme.example/karriere'],
    [
      'French',
      '<a href=/nous-rejoindre/recrutement>Emplois</a>',
      'https://www.acme.example/nous-rejoindre/recrutement',
    ],
    ['Dutch', '<a href="/werken-bij">Werken bij</a>', 'https://www.acme.example/werken-bij'],
    ['Polish', '<a href="/kariera">Kariera</a>', 'https://www.acme.example/kariera'],
    ['escaped signs', '<a href="/jobs?a=1&amp;b=2">Jobs</a>', 'https://www.acme.example/jobs?a=1&b=2'],
  ])('%s', (_name, html, link) => {
    expect(linksIn(html)).toEqual([link])
  })

  test.each([
    ['another site', '<a href="https://jobs.other.example/careers">Jobs</a>'],
    ['a look-alike of the site', '<a href="https://acme.example.evil.example/careers">Jobs</a>'],
    ['a file', '<link href="/assets/careers.css"><a href="/careers.pdf">PDF</a>'],
    ['a script', '<a href="javascript:careers()">Jobs</a>'],
    ['a mailbox', '<a href="mailto:jobs@acme.example">Jobs</a>'],
    ['the page itself', '<a href="#careers">Jobs</a>'],
    ['something else', '<a href="/products">Products</a>'],
    ['a comment', '<!-- <a href="/careers">Careers</a> -->'],
  ])('%s is not one', (_name, html) => {
    expect(linksIn(html)).toEqual([])
  })

  test('are few, each once, in their order', () => {
    const html = ['/jobs', '/jobs', '/jobs#top', '/careers', '/karriere']
      .map((path) => `<a href="${path}">x</a>`)
      .join('')
    expect(linksIn(html)).toEqual(['https://www.acme.example/jobs', 'https://www.acme.example/careers'])
  })

  test('a page on an address without a name has none', () => {
    expect(linksIn('<a href="/careers">Careers</a>', 'https://192.0.2.1/')).toEqual([])
  })

  test('junk is read without a throw', () => {
    const junk = fc.array(
      fc.constantFrom('<a ', 'href=', '"', "'", '>', '&#x41;', 'https://', '/careers', '\\', '[', ' ', '%'),
    )
    fc.assert(
      fc.property(junk, (parts) => {
        expect(linksIn(parts.join('')).length).toBeLessThanOrEqual(2)
      }),
    )
  })
})
