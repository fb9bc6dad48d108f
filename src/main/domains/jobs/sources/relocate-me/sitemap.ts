import { HttpProblem } from '#main/infra/http/http.ts'
import { plainText } from '../parts/markup.ts'
import type { SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'

/** What sitemaps.org allows in one file. */
const MAX_ADDRESSES = 50_000
const ROOT = /<(?:[a-z]+:)?(urlset|sitemapindex)[\s>]/i
const LOCATION = /<(?:[a-z]+:)?loc(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[([^\]]*)\]\]>|([^<]*))/gi

export interface Sitemap {
  /** An index leads to other sitemaps, a set to pages. */
  readonly kind: 'index' | 'set'
  /** Each once, in the file's order. */
  readonly addresses: readonly string[]
}

/** The addresses of a sitemap (sitemaps.org 0.9). Throws HttpProblem 'unreadable' for a document that is none, or one that breaks off. Pure. */
export function parseSitemap(answer: Pick<SourceAnswer, 'text' | 'url'>): Sitemap {
  const { text } = answer
  const root = ROOT.exec(text.slice(0, 10_000))?.[1]?.toLowerCase()
  if (
    root === undefined ||
    (!/\/(?:urlset|sitemapindex)\s*>\s*(?:<!--[^<>]*-->\s*)*$/i.test(text.slice(-500)) && !isEmptyRoot(text))
  ) {
    throw new HttpProblem('unreadable', `${URL.parse(answer.url)?.host ?? 'The server'} sent no whole sitemap`)
  }
  const addresses = new Set<string>()
  for (const [, wrapped, plain] of text.matchAll(LOCATION)) {
    const url = webAddress(plainText(wrapped ?? plain), answer.url)
    if (url !== null) addresses.add(url)
    if (addresses.size >= MAX_ADDRESSES) break
  }
  return { kind: root === 'sitemapindex' ? 'index' : 'set', addresses: [...addresses] }
}

/** Whether a text is a sitemap rather than a page. Pure. */
export function isSitemap(text: string): boolean {
  return ROOT.test(text.slice(0, 10_000))
}

function isEmptyRoot(text: string): boolean {
  return /<(?:[a-z]+:)?(?:urlset|sitemapindex)(?:\s[^<>]*)?\/>\s*$/i.test(text.slice(-2000))
}
