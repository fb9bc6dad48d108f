import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPageText } from './page-text.ts'

const URL_HERE = 'https://careers.acme.example/jobs/42?ref=mail'
const LONG = `<p>${'You build pipelines with Python and own them. '.repeat(12)}</p><p>We sponsor your visa.</p>`

function page(parts: { head?: string; body: string }): string {
  return `<!doctype html><html><head>${parts.head ?? ''}</head><body>${parts.body}</body></html>`
}

describe('what a page shows of a posting', () => {
  test('is the heading and the main part, without navigation, forms and scripts', () => {
    const html = page({
      head: '<title>Data Engineer | Acme</title><meta property="og:site_name" content="Acme"><link rel="canonical" href="/jobs/42">',
      body: `<nav>Home Jobs About</nav><main><h1>Data &amp; ML Engineer</h1>${LONG}<form>Apply now</form></main><footer>Imprint</footer><script>track()</script>`,
    })
    const read = readPageText(html, URL_HERE)
    expect(read).toMatchObject({
      title: 'Data & ML Engineer',
      company: 'Acme',
      url: 'https://careers.acme.example/jobs/42',
    })
    expect(read?.descriptionHtml).toContain('We sponsor your visa.')
    expect(read?.descriptionHtml).not.toMatch(/Imprint|Apply now|track\(\)|Home Jobs/)
  })

  test('without a heading is named by its title, less the name of the site', () => {
    const html = page({ head: '<title>Data Engineer – Berlin | Acme</title>', body: `<article>${LONG}</article>` })
    expect(readPageText(html, URL_HERE)?.title).toBe('Data Engineer – Berlin')
  })

  test.each([
    ['a login form', page({ head: '<title>Sign in</title>', body: '<form><input type="password"></form>' })],
    [
      'an empty shell',
      page({ head: '<title>Acme Careers</title>', body: '<div id="root"></div><script src="x.js"></script>' }),
    ],
    ['a page without a name', page({ body: LONG })],
    ['nothing', ''],
  ])('is nothing for %s', (_, html) => {
    expect(readPageText(html, URL_HERE)).toBeNull()
  })

  test.each(['<div>', '<b><p>', '<table><td>', '<a href=x>', '<main><h1>', '<p>x</p>', `<p>${'word '.repeat(20)}</p>`])(
    'a million characters of %s is refused',
    (piece) => {
      expect(readPageText(piece.repeat(Math.ceil(1_000_000 / piece.length)), URL_HERE)).toBeNull()
    },
  )

  test('never throws, whatever the page is', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '/', 'h1', 'main', 'title', ' ', '"', '=', 'x', '&lt;'),
          maxLength: 300,
        }),
        (html) => {
          expect(() => readPageText(html, 'not an address')).not.toThrow()
        },
      ),
    )
  })
})
