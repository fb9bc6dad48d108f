import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardRefSchema } from '#shared/employers.ts'
import { mentionsIn } from './page-mentions.ts'
import { recognisePage } from './recognise-page.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const page = (name: string): string => readFileSync(join(FIXTURES, `${name}.html`), 'utf8')
const written = (html: string): string[] =>
  recognisePage(html).boards.map(({ kind, slug, variant }) =>
    [kind, slug, ...(variant === null ? [] : [variant])].join('/'),
  )

describe('recognisePage', () => {
  test.each([
    ['greenhouse', ['greenhouse/falkenried', 'lever/partner-of-ours'], []],
    ['greenhouse-settings', ['greenhouse/havsstrand'], []],
    ['lever', ['lever/lindenhof-labs'], []],
    ['lever-script', ['lever/bruyere/eu'], []],
    ['ashby', ['ashby/Quintavalle'], []],
    ['smartrecruiters', ['smartrecruiters/Marienborg1'], []],
    ['personio', ['personio/eulenhof-gmbh'], []],
    ['recruitee', ['recruitee/windmolenwerk'], []],
    ['workable', ['workable/407621'], []],
    ['teamtailor', [], ['teamtailor']],
    ['links', ['workable/torvanen', 'greenhouse/other'], []],
  ])('%s: its boards are recognised, the surest first', (name, boards, unnamed) => {
    expect(written(page(name))).toEqual(boards)
    expect(recognisePage(page(name)).unnamed).toEqual(unnamed)
  })

  test.each([
    ['no quotes', '<iframe src=https://jobs.lever.co/acme></iframe>', ['lever/acme']],
    ['a data attribute', '<div data-board-url="https://jobs.ashbyhq.com/acme"></div>', ['ashby/acme']],
    ['entities for slashes', '<a href="https:&#x2F;&#x2F;jobs.lever.co&#x2F;acme">Jobs</a>', ['lever/acme']],
    [
      'markup escaped in a script',
      '{"html":"\\u003ca href=\\"https:\\u002F\\u002Fjobs.lever.co\\u002Facme\\""}',
      ['lever/acme'],
    ],
    ['slashes escaped twice', '"{\\"u\\":\\"https:\\\\/\\\\/jobs.lever.co\\\\/acme\\"}"', ['lever/acme']],
    ['plain text', 'Apply at jobs.lever.co/acme. Thank you.', ['lever/acme']],
    ['a page cut off within the address', '<a href="https://jobs.lever.co/acm', ['lever/acm']],
    ['capitals', '<A HREF="HTTPS://JOBS.LEVER.CO/acme">', ['lever/acme']],
    ['one board in two spellings', 'jobs.ashbyhq.com/Acme jobs.ashbyhq.com/acme', ['ashby/Acme']],
    [
      'an embed before a link',
      'href="https://jobs.lever.co/a1" src="https://jobs.ashbyhq.com/b2/embed"',
      ['ashby/b2', 'lever/a1'],
    ],
    [
      'more mentions before fewer',
      'href="//jobs.lever.co/a1" href="//jobs.lever.co/b2" href="//jobs.lever.co/b2"',
      ['lever/b2', 'lever/a1'],
    ],
    ['a form', '<form action="https://apply.workable.com/acme/">', ['workable/acme']],
    ['a comment', '<!-- <a href="https://jobs.lever.co/acme"> -->', []],
    ['a comment without an end', '<!-- <a href="https://jobs.lever.co/acme">', []],
    ['a mail address', 'mailto:jobs@jobs.lever.co', []],
    ['a system as a path', '<a href="https://example.org/jobs.lever.co/acme">', []],
    ['a system as a user name', '<a href="https://jobs.lever.co@example.org/acme">', []],
    ['look-alikes', 'https://evil-jobs.lever.co/acme https://jobs.lever.co.evil.example/acme', []],
    ['a token of another system', '<script>x({boardToken: "acme"})</script>', []],
    ['a company code of another system', '<script>x({company_code: "acme"})</script>', []],
    ['a widget with a hostile name', '<script>leverJobsOptions = {accountName: "../../x"}</script>', []],
    ['nothing', '', []],
  ])('%s', (_, html, boards) => {
    expect(written(html)).toEqual(boards)
  })

  test.each([
    ['Greenhouse', '<a href="/jobs?gh_jid=12">', 'greenhouse'],
    ['Ashby', '<a href="/jobs?ashby_jid=12">', 'ashby'],
    ['Recruitee', '<script>new RTWidget({"companies": [1]})</script>', 'recruitee'],
    ['Teamtailor', '<div class="teamtailor-jobs-widget" data-teamtailor-api-key="k"></div>', 'teamtailor'],
  ])('a page made with %s that does not say as whom is told', (_, html, kind) => {
    expect(recognisePage(html)).toEqual({ boards: [], unnamed: [kind] })
  })

  test('a list of links to many boards is cut', () => {
    const links = Array.from({ length: 500 }, (_, index) => `<a href="https://jobs.lever.co/acme${index}">`)
    expect(recognisePage(links.join('')).boards).toHaveLength(10)
  })

  test('a page cut off, broken or made of junk is read without a throw, and what is found fits the contract', () => {
    const whole = ['greenhouse', 'lever-script', 'personio', 'links'].map(page).join('\n')
    const junk = fc.constantFrom(
      '<!--',
      '-->',
      '<script>',
      '"',
      "'",
      '&',
      '\\/',
      '\\u002F',
      '\u0000',
      '\ud800',
      '@',
      '..',
      'jobs.lever.co',
    )
    const edits = fc.array(
      fc.tuple(fc.nat(whole.length), fc.oneof(junk, fc.string({ unit: 'binary', maxLength: 5 }))),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(edits, fc.nat(whole.length), (changes, end) => {
        let html = whole
        for (const [at, text] of changes) html = html.slice(0, at) + text + html.slice(at)
        for (const board of recognisePage(html.slice(0, end)).boards) expect(boardRefSchema.parse(board)).toEqual(board)
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['comments', '<!--'],
    ['comments that end', '<!---->'],
    ['tags within tags', '<div>'],
    ['open quotes', '<a href="'],
    ['a domain and nothing else', 'lever.co'],
    ['a domain with a long host', 'a.lever.co.'],
    ['addresses', ' https://jobs.lever.co/acme'],
    ['addresses in attributes', '<a href="https://jobs.lever.co/acme">'],
    ['blanks after a widget', 'whr_embed(   '],
    ['tokens', 'greenhouse boardToken   '],
    ['backslashes', '\\'],
    ['entities', '&amp;'],
    ['attributes', ' src = '],
    ['dashes', 'data-'],
  ])('two million characters of %s are read to their end', (_, piece) => {
    const html = piece.repeat(Math.ceil(2_000_000 / piece.length))
    expect(mentionsIn(html).length).toBeLessThanOrEqual(10_000)
    expect(recognisePage(html).boards.length).toBeLessThanOrEqual(1)
  })
})
