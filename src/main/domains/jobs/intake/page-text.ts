import { load, type CheerioAPI } from 'cheerio/slim'
import { scanTags } from '../sources/json-ld/scan-tags.ts'
import { plainText } from '../sources/parts/markup.ts'
import { webAddress } from '../sources/parts/web-address.ts'

/** What a page without machine-readable data shows of a posting. `descriptionHtml` is the page's own markup, not yet sanitised. */
export interface PageText {
  readonly title: string
  readonly company: string | null
  readonly url: string | null
  readonly descriptionHtml: string
}

/** Longer pages are cut: no posting is. UTF-16 units. */
const MAX_PAGE_CHARS = 1_500_000
/** No page of people nests deeper, has more elements, or more of them outside any other; one that does was made to keep its reader
 *  busy. */
const MAX_DEPTH = 400
const MAX_ELEMENTS = 30_000
const MAX_ROOTS = 500
/** Elements that hold nothing, or whose end is often left out. */
const NOT_DEEP = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th'.split(' '),
)
/** Less text than this is a login form, a cookie wall or an empty shell. */
const MIN_TEXT_CHARS = 200
const NOISE =
  'script, style, noscript, template, svg, iframe, form, nav, header, footer, aside, dialog, [hidden], [aria-hidden="true"], [role="dialog"], [role="navigation"], [role="banner"], [role="contentinfo"]'
const MAIN = [
  '[itemprop="description"]',
  'article',
  'main',
  '[role="main"]',
  '#content',
  '.content',
  '.job-description',
  '#job-description',
  'body',
]
/** Of several parts that hold most of the text, the smallest is the posting. */
const MOST = 0.7
/** What stands between a title and the site's name in a page's title. */
const SEPARATOR = /\s+[|–—·•»]\s+|\s+-\s+/

/** The readable part of a page; null when there is too little of it to be a posting. Loads the HTML parser: import lazily. */
export function readPageText(html: string, pageUrl: string): PageText | null {
  const page = html.slice(0, MAX_PAGE_CHARS)
  if (isBeyondReason(page)) return null
  const $ = load(page, { xml: { xmlMode: false, decodeEntities: true } })
  if ($.root().children().length > MAX_ROOTS) return null
  const heading = firstText($, ['h1', '[itemprop="title"]'])
  const social = metaOf($, 'og:title')
  const pageTitle = plainText($('title').first().text())
  const url = webAddress($('link[rel="canonical"]').attr('href'), pageUrl) ?? webAddress(pageUrl)
  const company =
    plainText($('[itemprop="hiringOrganization"] [itemprop="name"]').first().text()) ?? metaOf($, 'og:site_name')
  $(NOISE).remove()
  const title =
    heading ?? (social === null ? null : withoutSite(social, company)) ?? withoutSite(pageTitle ?? '', company)
  const body = mainPart($)
  if (title === null || title === '' || body === null) return null
  return { title, company, url, descriptionHtml: body.html() ?? '' }
}

function isBeyondReason(html: string): boolean {
  let [depth, elements] = [0, 0]
  for (const tag of scanTags(html)) {
    if (tag.kind === 'open') elements += 1
    if (elements > MAX_ELEMENTS) return true
    if (NOT_DEEP.has(tag.name)) continue
    depth = Math.max(0, depth + (tag.kind === 'open' ? 1 : -1))
    if (depth > MAX_DEPTH) return true
  }
  return false
}

type Part = ReturnType<CheerioAPI>

function mainPart($: CheerioAPI): Part | null {
  const whole = lengthOf($('body').first())
  const candidates = MAIN.flatMap((selector) => $(selector).toArray().slice(0, 20)).map((element) => {
    const part = $(element)
    return { part, length: lengthOf(part) }
  })
  const large = candidates.filter(({ length }) => length >= Math.max(MIN_TEXT_CHARS, whole * MOST))
  const [smallest] = large.toSorted((left, right) => left.length - right.length)
  return smallest?.part ?? null
}

function lengthOf(part: Part): number {
  return part.text().replace(/\s+/g, ' ').trim().length
}

function firstText($: CheerioAPI, selectors: readonly string[]): string | null {
  for (const selector of selectors) {
    const text = plainText($(selector).first().text())
    if (text !== null) return text
  }
  return null
}

function metaOf($: CheerioAPI, property: string): string | null {
  return plainText($(`meta[property="${property}"], meta[name="${property}"]`).first().attr('content'))
}

/** "Data Engineer | Acme" → "Data Engineer", when the end is the site's name or there is only one separator. */
function withoutSite(title: string, site: string | null): string | null {
  const parts = title.split(SEPARATOR)
  const last = parts.at(-1)?.trim().toLowerCase()
  if (parts.length > 1 && (site === null || last === site.toLowerCase()))
    return plainText(parts.slice(0, -1).join(' – '))
  return plainText(title)
}
