import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectWellFormed } from '../../../../../../tests/fakes/parser-laws.ts'
import { scriptPayloads } from '../../../../../../tests/fakes/payloads.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import { parsePostingPage } from './parse.ts'
import { postingAddress } from './posting-address.ts'
import { isSitemap, parseSitemap } from './sitemap.ts'

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const AMSTERDAM = 'https://relocate.me/netherlands/amsterdam/polarkreis-logistics/senior-backend-engineer-11001'
const LONDON = 'https://relocate.me/united-kingdom/london/tidemark-robotics/data-engineer-11002'
const parse = (text: string, url: string) => parsePostingPage({ text, url })

describe("a posting's page on Relocate.me", () => {
  test('is read from its JSON-LD, with its title as people write it', () => {
    expect(parse(read('posting.html'), AMSTERDAM)).toEqual({
      ok: true,
      posting: {
        sourcePostingId: '11001',
        title: 'Senior Backend Engineer & Mentor',
        company: 'Polarkreis Logistics',
        url: AMSTERDAM,
        locations: ['Amsterdam, Netherlands'],
        countryCode: 'NL',
        descriptionHtml:
          '<b>About us</b><br/><p>We keep vaccines cold.\n\t&nbsp;Kotlin &amp; PostgreSQL.</p><p>We help you with the move.</p>',
        postedAt: Date.UTC(2026, 10, 18),
        closesAt: Date.UTC(2027, 0, 18),
        statedSalary: null,
        salaryText: null,
        workplace: null,
        employmentType: 'full_time',
        requisitionId: null,
      },
    })
  })

  test('is read from its markup and its address when it has no JSON-LD', () => {
    const item = parse(read('plain.html'), LONDON)
    expect(item).toMatchObject({
      ok: true,
      posting: {
        sourcePostingId: '11002',
        title: 'Data Engineer',
        company: 'Tidemark Robotics',
        url: LONDON,
        locations: ['London, United Kingdom'],
        countryCode: 'GB',
        postedAt: null,
        workplace: null,
        employmentType: null,
      },
    })
    const html = item.ok ? item.posting.descriptionHtml : ''
    expect(html).toContain('map harbours')
    expect(html).toContain('<li>Spark</li>')
  })

  test("never says more about the visa than the posting's own text, whatever the board's labels promise", () => {
    const item = parse(read('plain.html'), LONDON)
    expect(JSON.stringify(item)).not.toMatch(/visa|relocation/i)
  })

  test('knows its own address when nobody else does', () => {
    const text = read('posting.html').replace('</head>', `<link rel="canonical" href="${AMSTERDAM}"></head>`)
    expect(parse(text, 'https://relocate.me')).toEqual(parse(read('posting.html'), AMSTERDAM))
  })

  test.each([
    ['.job-info__company', /<div class="job-info__company">.*?<\/div>/s, 'Tidemark Robotics'],
    ['anything', /<div class="job-info__company">.*?<\/div>|<meta property="og:title"[^>]*>/gs, 'Tidemark Robotics'],
  ])('without %s the company comes from what is left', (_, gone, company) => {
    expect(parse(read('plain.html').replace(gone, ''), LONDON)).toMatchObject({ posting: { company } })
  })

  test('is unreadable when there is no posting on it', () => {
    for (const text of [
      '<h1>This job is no longer available</h1>',
      '',
      '<h1></h1>',
      '<form><input type="password"></form>',
      '{"error":"gone"}',
    ]) {
      expect(() => parse(text, AMSTERDAM)).toThrow(expect.objectContaining({ code: 'unreadable' }))
    }
  })

  test('spoiled anywhere is a well-formed posting, a rejection or unreadable', () => {
    const fine = (text: string): void => {
      try {
        expectWellFormed(parse(text, AMSTERDAM))
      } catch (error) {
        if (!(error instanceof HttpProblem)) throw error
      }
    }
    const spoiled = fc.property(
      fc.constantFrom(read('posting.html'), read('plain.html')),
      fc.nat(3000),
      fc.string(),
      (html, at, noise) => {
        fine(html.slice(0, at))
        fine(html.slice(0, at) + noise + html.slice(at + noise.length))
      },
    )
    expect(() => fc.assert(spoiled, { numRuns: 300 })).not.toThrow()
    for (const payload of scriptPayloads) fine(read('plain.html').replaceAll('Engineer', payload))
  })
})

describe('the address of a posting', () => {
  test.each([
    [
      AMSTERDAM,
      {
        id: '11001',
        title: 'senior backend engineer',
        company: 'Polarkreis Logistics',
        place: 'Amsterdam, Netherlands',
        countryCode: 'NL',
      },
    ],
    [`${LONDON}?utm_source=x#apply`, { id: '11002', url: LONDON, place: 'London, United Kingdom', countryCode: 'GB' }],
    ['https://relocate.me/czech-republic/brno/x/c-developer-7', { place: 'Brno, Czech Republic', countryCode: 'CZ' }],
    ['https://relocate.me/remote/worldwide/x/dev-8', { place: null, countryCode: null }],
    ['https://relocate.me/germany/remote/x/dev-9', { place: 'Germany', countryCode: 'DE' }],
  ])('%s', (address, parts) => {
    expect(postingAddress(address)).toMatchObject(parts)
  })
  test.each([
    'https://relocate.me/%E0%A4%A/b/c/d-1',
    'https://relocate.me/international-jobs/germany',
    'https://relocate.me/blog/job-relocation/spain/digital-nomads-2026',
    'https://relocate.me/moving-to-spain/a/b/c-2026',
    'https://relocate.me/germany/berlin/x/dev',
    'nonsense',
  ])('is not %s', (address) => {
    expect(postingAddress(address)).toBeNull()
  })
})

describe('the sitemap', () => {
  const url = 'https://relocate.me/sitemap.xml'
  test('gives its addresses, each once, also those in CDATA', () => {
    const { kind, addresses } = parseSitemap({ text: read('sitemap.xml'), url })
    expect(kind).toBe('set')
    expect(addresses).toHaveLength(8)
    expect(addresses.flatMap((address) => postingAddress(address)?.id ?? [])).toEqual(['11001', '11002', '11003'])
  })

  test('may be an index of others', () => {
    expect(parseSitemap({ text: read('sitemap-index.xml'), url })).toEqual({
      kind: 'index',
      addresses: ['https://relocate.me/sitemap-pages.xml', 'https://relocate.me/sitemap-jobs.xml'],
    })
  })

  test.each([
    ['an empty set', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'],
    ['an empty set with an end tag', '<?xml version="1.0"?><urlset></urlset>\n<!-- made today -->'],
  ])('with %s is empty', (_, text) => {
    expect(parseSitemap({ text, url }).addresses).toEqual([])
  })

  test.each([
    ['a page', '<html><title>Sign in</title></html>'],
    ['half a sitemap', read('sitemap.xml').slice(0, 900)],
    ['nothing', ''],
    ['a feed', '<rss><channel></channel></rss>'],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parseSitemap({ text, url })).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test('is told from a page', () => {
    expect([read('sitemap.xml'), read('sitemap-index.xml'), read('posting.html')].map(isSitemap)).toEqual([
      true,
      true,
      false,
    ])
  })
})
