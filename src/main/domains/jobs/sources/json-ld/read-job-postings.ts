import { canonicalUrl } from '../../pipeline/canonical-url.ts'
import { rejected } from '../parts/item.ts'
import type { ParsedItem } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import { all, graphOf, isNode, wordsOf, type Graph, type Node } from './graph.ts'
import { jsonLdOf } from './json-ld-blocks.ts'
import { microdataNodes } from './microdata.ts'
import { linksOf, type PageLinks } from './page-links.ts'
import { isFrontPage, postingOfNode } from './posting-of-node.ts'

/** A page is cut off by the client before; this is for those who bring their own. UTF-16 units. */
const MAX_PAGE_CHARS = 10_000_000
/** A page with more is a dump, not a list of openings. */
const MAX_POSTINGS = 500

/** The job postings that a page carries as schema.org data: JSON-LD, or microdata on a page without a readable one. An item for each,
 *  in the page's order; a block that is no JSON and speaks of a posting is a rejection. Empty for a page without any. The id is the
 *  page's own address, and the posting's where a page has several. Takes any text in linear time and never throws. Pure. */
export function readJobPostings(html: string, pageUrl: string): readonly ParsedItem[] {
  const where = URL.parse(pageUrl)?.host ?? 'the page'
  if (html.length > MAX_PAGE_CHARS) return [rejected('too_large', `${where}: a page of ${html.length} characters`)]
  const { values, unreadable } = jsonLdOf(html)
  const broken = unreadable
    .filter((block) => /JobPosting/i.test(block))
    .map((_, index) => rejected('bad_shape', `${where}: JSON-LD block ${index + 1} of a posting is no JSON`))
  const found = postingsIn(graphOf(values), { html, pageUrl, where })
  if (found.length > 0) return [...found, ...broken]
  const marked = /\bitemtype\b/i.test(html) ? microdataNodes(html) : []
  const inMarkup = marked.length === 0 ? [] : postingsIn(graphOf(marked), { html, pageUrl, where })
  return inMarkup.length > 0 ? inMarkup : broken
}

/** Whether a page carries readable JSON-LD, whatever it is about. Linear; pure. */
export function speaksSchemaOrg(html: string): boolean {
  if (html.length > MAX_PAGE_CHARS) return false
  return jsonLdOf(html).values.some((value) =>
    all(value).some((one) => isNode(one) && ('@context' in one || '@type' in one)),
  )
}

interface PageContext {
  readonly html: string
  readonly pageUrl: string
  readonly where: string
}

function postingsIn(graph: Graph, { html, pageUrl, where }: PageContext): readonly ParsedItem[] {
  const nodes = withoutRepeats(graph.ofType('JobPosting')).slice(0, MAX_POSTINGS)
  if (nodes.length === 0) return []
  const page = linksOf(html, pageUrl)
  const isOnly = nodes.length === 1
  const addresses = isOnly ? null : addressesByText(page)
  const ownId = canonicalUrl(pageUrl)
  return nodes.map((node, index) =>
    postingOfNode(node, {
      graph,
      base: page.base,
      addressFor: (title) => addresses?.get((title ?? '').toLowerCase()) ?? addressOfPage(page, pageUrl),
      idFor: (url) => (isOnly && ownId !== '' ? ownId : idAmongSeveral(url, { node, ownId, index })),
      where: isOnly ? `the posting on ${where}` : `posting ${index + 1} on ${where}`,
    }),
  )
}

/** Postings of one page that give no address of their own still are several. */
function idAmongSeveral(url: string, at: { node: Node; ownId: string; index: number }): string {
  const id = canonicalUrl(url)
  if (id !== at.ownId) return id
  const named = at.node['@id']
  return typeof named === 'string' && named !== '' ? `${id} ${named.slice(0, 200)}` : `${id} ${at.index + 1}`
}

function addressOfPage({ canonical }: PageLinks, pageUrl: string): string | null {
  const page = webAddress(pageUrl)
  const isWrong = canonical !== null && isFrontPage(canonical) && page !== null && !isFrontPage(page)
  return canonical === null || isWrong ? page : canonical
}

/** Addresses by what their links say; of two links with one text neither is meant. */
function addressesByText({ links }: PageLinks): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>()
  for (const { url, text } of links) {
    const key = text.toLowerCase()
    const known = found.get(key)
    found.set(key, known === undefined || known === url ? url : null)
  }
  return found
}

/** Some pages carry each posting twice, word for word. */
function withoutRepeats(nodes: readonly Node[]): readonly Node[] {
  const seen = new Set<string>()
  return nodes.filter((node) => {
    const text = wordsOf(node)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}
