import { getDomain } from 'tldts'
import { decodeHTMLAttribute } from 'entities'
import { withoutComments } from './page-mentions.ts'

/** Words for jobs in addresses, in the languages of most of Europe. */
const CAREERS =
  /career|karriere|carriere|carrera|jobs?\b|vacanc|vacature|hiring|join-?us|open-?(?:roles|positions)|emploi|recrut|stellen|empleo|trabaja|lavora|praca|kariera|jobb|ledige|rekry|werken-?bij|work-?with/i
const HREF = /\bhref\s*=\s*(?:"([^"<>]{1,500})"|'([^'<>]{1,500})'|([^\s"'<>]{1,500}))/gi
const MAX_PAGE_CHARS = 3_000_000
const MAX_LINKS = 2

/** The links of a page that lead to the same site's jobs, in the order in which they stand, without the page itself; few. Pure. */
export function careersLinks(page: { readonly url: string; readonly html: string }): readonly string[] {
  const site = getDomain(page.url)
  const links = new Set<string>()
  for (const match of withoutComments(page.html.slice(0, MAX_PAGE_CHARS)).matchAll(HREF)) {
    if (links.size === MAX_LINKS) break
    const url = URL.parse(decodeHTMLAttribute(match[1] ?? match[2] ?? match[3] ?? ''), page.url)
    if (url === null || site === null || !/^https?:$/.test(url.protocol) || getDomain(url.href) !== site) continue
    url.hash = ''
    const isCareers = CAREERS.test(url.pathname) || CAREERS.test(url.hostname.slice(0, -site.length))
    const isFile = /\.(?:css|js|json|xml|png|jpe?g|svg|ico|webp|woff2?|pdf)$/i.test(url.pathname)
    if (isCareers && !isFile && url.href !== page.url) links.add(url.href)
  }
  return [...links]
}
