import { canonicalUrl } from '../../pipeline/canonical-url.ts'
import { webAddress } from '../parts/web-address.ts'
import { all, graphOf, isNode, property, textOf } from './graph.ts'
import { jsonLdOf } from './json-ld-blocks.ts'
import { linksOf, type PageLink } from './page-links.ts'
import table from './posting-paths.json' with { type: 'json' }

/** More than any list shows on one page. */
const MAX_LINKS = 1000
const SECTIONS = new Set(table.sections)
const NOT_POSTINGS = new Set(table.notPostings)
const IDS = new Set(table.ids)

export interface Listing {
  /** Addresses of single postings, each once, in the page's order; without the page's own. */
  readonly links: readonly PageLink[]
  /** The page says itself that it is a list, though it may be an empty one. */
  readonly isList: boolean
}

/** Where a page without postings of its own leads to: the addresses of its schema.org ItemList, else the links to pages of the same
 *  host that look like postings. Linear; pure. */
export function listingOf(html: string, pageUrl: string): Listing {
  const graph = graphOf(jsonLdOf(html).values)
  const lists = graph.ofType('ItemList')
  const page = linksOf(html, pageUrl)
  const listed = lists.flatMap((list) =>
    all(property(list, 'itemListElement')).flatMap((element) => linkOfElement(element, page.base)),
  )
  const links = listed.length > 0 ? listed : page.links.filter((link) => isPostingOn(link.url, pageUrl))
  return { links: eachOnce(links, pageUrl).slice(0, MAX_LINKS), isList: lists.length > 0 }
}

function linkOfElement(element: unknown, base: string | undefined): readonly PageLink[] {
  if (typeof element === 'string') return linkTo(element, { base, text: '' })
  if (!isNode(element)) return []
  const item = property(element, 'item')
  const inner = isNode(item) ? item : element
  const text =
    textOf(property(inner, 'title')) ?? textOf(property(inner, 'name')) ?? textOf(property(element, 'name')) ?? ''
  const address = [property(element, 'url'), item, property(inner, 'url'), inner['@id']].find(
    (value) => typeof value === 'string',
  )
  return linkTo(address, { base, text })
}

function linkTo(address: unknown, at: { base: string | undefined; text: string }): readonly PageLink[] {
  const url = webAddress(address, at.base)
  return url === null ? [] : [{ url, text: at.text }]
}

function eachOnce(links: readonly PageLink[], pageUrl: string): readonly PageLink[] {
  const found = new Map<string, PageLink>()
  const own = canonicalUrl(pageUrl)
  for (const link of links) {
    const id = canonicalUrl(link.url)
    const known = found.get(id)
    // A posting is often linked by its picture first and by its title then.
    if (id !== own && (known === undefined || known.text === ''))
      found.set(id, known === undefined ? link : { ...known, text: link.text })
  }
  return [...found.values()]
}

/** Whether an address looks like a single posting on the page's host: under a section of openings and with a name or number of its
 *  own, or with an opening's id in its query. */
function isPostingOn(address: string, pageUrl: string): boolean {
  const url = URL.parse(address)
  const page = URL.parse(pageUrl)
  if (url === null || page === null || url.host !== page.host) return false
  const segments = url.pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
  if (segments.some((segment) => NOT_POSTINGS.has(segment))) return false
  if ([...url.searchParams].some(([name, value]) => IDS.has(name.toLowerCase()) && /\d/.test(value))) return true
  const section = segments.findLastIndex((segment) => SECTIONS.has(segment))
  const own = section === -1 ? [] : segments.slice(section + 1)
  const last = own.at(-1)?.replace(/\.(?:html?|php|aspx?|jsp)$/, '') ?? ''
  return (
    /\d{3}/.test(own.join('/')) ||
    /^[a-z]\d+$|^\d+$/.test(last) ||
    last.split(/[-_]|%20|\+/).filter((word) => word !== '').length >= 2
  )
}
