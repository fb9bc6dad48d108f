import { z } from 'zod'
import { isBotCheck } from '#main/infra/http/challenge.ts'
import { HttpProblem, parseJson } from '#main/infra/http/http.ts'
import { canonicalUrl } from '../../pipeline/canonical-url.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { feedInstant } from '../parts/instants.ts'
import { anything, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { linksOf } from '../json-ld/page-links.ts'
import { plainText } from '../parts/markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import { workplaceOf } from '../parts/workplace-words.ts'
import { isOnOwnSite } from './own-site.ts'
import { isLinked, isShown, isShownNear, linkOf, shownPage, type ShownPage } from './shown-text.ts'

export interface CareersPage {
  readonly company: string | null
  /** Its address; null when only the answer may know it. */
  readonly url: string | null
}

const LIST_NAMES = [
  'jobs',
  'openings',
  'positions',
  'postings',
  'vacancies',
  'roles',
  'job_openings',
  'jobOpenings',
  'listings',
  'results',
]
/** Names under which a model answers that was asked with another schema. */
const itemSchema = z.object({
  title: anything,
  job_title: anything,
  name: anything,
  position: anything,
  url: anything,
  link: anything,
  apply_url: anything,
  application_url: anything,
  job_url: anything,
  company: anything,
  location: anything,
  locations: anything,
  city: anything,
  employment_type: anything,
  type: anything,
  workplace: anything,
  salary: anything,
  posted_date: anything,
  date_posted: anything,
})
type Item = z.infer<typeof itemSchema>
const NOTHING = /^(?:n\/?a|none|null|unknown|not (?:specified|available|shown|listed|mentioned)|undefined|-+)$/i
const metadataSchema = z.object({
  sourceURL: text.optional(),
  url: text.optional(),
  title: text.optional(),
  statusCode: anything,
})

/** The openings of an answer of /v2/scrape (`data.json`), /v1/scrape (`data.extract` or `data.json`) or of the model's list alone.
 *  They come from a model, so each is held against the page's own text where the answer has it: an opening whose title the page does
 *  not show, or whose address it does not link to, is rejected, and what else the page does not show is not taken. Throws HttpProblem
 *  'unreadable' for an answer without a list, 'not_found' when the page itself was not there, 'challenge' when it let nobody in. Pure. */
export function parseScrape(answer: Pick<SourceAnswer, 'text' | 'url'>, page: CareersPage): readonly ParsedItem[] {
  const root = parseJson({ ...answer, status: 200 })
  if (isObject(root) && root['success'] === false)
    throw new HttpProblem('unreadable', 'Firecrawl could not read the page')
  const data = isObject(root) && isObject(root['data']) ? root['data'] : root
  const scraped: Readonly<Record<string, unknown>> = isObject(data) ? data : {}
  const metadata = metadataSchema.safeParse(scraped['metadata']).data
  refuseErrorPage(Number(metadata?.statusCode), metadata?.title ?? '')
  const pageUrl = page.url ?? webAddress(metadata?.sourceURL) ?? webAddress(metadata?.url)
  const jobs = listIn(valueIn(scraped['json'] ?? scraped['extract'] ?? scraped['llm_extraction'] ?? data))
  if (jobs === null) throw new HttpProblem('unreadable', 'Firecrawl sent no list of openings')
  const shown = shownPage({ ...contentOf(scraped, pageUrl), pageUrl })
  return jobs.map((value, index) => parseJob(value, { index, shown, company: page.company, pageUrl }))
}

/** Firecrawl succeeds with pages that are an error themselves, or a bot check in front of the page. */
function refuseErrorPage(status: number, title: string): void {
  if (status === 404 || status === 410)
    throw new HttpProblem('not_found', `The page is not there (status ${status})`, { status })
  const isRefused = [401, 403, 407, 429].includes(status)
  if (isRefused || isBotCheck({ status, headers: {}, text: `<title>${title}</title>` }))
    throw new HttpProblem('challenge', 'The page lets Firecrawl in as little as any other machine', { status })
  if (status >= 400) {
    const code = status >= 500 ? 'server_error' : 'unreadable'
    throw new HttpProblem(code, `The page answered Firecrawl with status ${status}`, { status })
  }
}

/** A model's answer, which may come as the text of its JSON. */
function valueIn(answer: unknown): unknown {
  if (typeof answer !== 'string') return answer
  try {
    return JSON.parse(answer) as unknown
  } catch {
    return null
  }
}

/** A list that is null is a model's way of saying that there is none. */
function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[]
  if (!isObject(value)) return null
  for (const name of LIST_NAMES) {
    const list = value[name]
    if (Array.isArray(list)) return list as readonly unknown[]
    if (isObject(list) && isJob(list)) return [list]
  }
  if (isJob(value)) return [value]
  return LIST_NAMES.some((name) => value[name] === null) ? [] : null
}

function isJob(value: Readonly<Record<string, unknown>>): boolean {
  return ['title', 'job_title', 'position'].some((name) => typeof value[name] === 'string')
}

/** The page as markdown with its links; made from its HTML in an answer without markdown. */
function contentOf(
  scraped: Readonly<Record<string, unknown>>,
  pageUrl: string | null,
): { readonly markdown: string | null; readonly links: readonly unknown[] } {
  const links: readonly unknown[] = Array.isArray(scraped['links']) ? scraped['links'] : []
  const markdown = [scraped['markdown'], scraped['content']].find(isFilled)
  if (markdown !== undefined) return { markdown, links }
  const html = [scraped['html'], scraped['rawHtml']].find(isFilled)
  if (html === undefined) return { markdown: null, links }
  const anchors = linksOf(html, pageUrl ?? '').links.map(({ url, text: words }) => `[${words}](${url})`)
  return { markdown: [html.replace(/<[^<>]*>/g, ' '), ...anchors].join('\n'), links }
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

interface JobContext {
  readonly index: number
  readonly shown: ShownPage
  readonly company: string | null
  readonly pageUrl: string | null
}

function parseJob(value: unknown, { index, shown, company, pageUrl }: JobContext): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no opening`)
  const item = parsed.data
  const title = firstText([item.title, item.job_title, item.name, item.position])
  const where = `item ${index}${title === null ? '' : ` ("${title.slice(0, 80)}")`}`
  const canCheck = shown.text !== null
  if (title !== null && canCheck && !isShown(shown, title)) {
    return rejected('bad_shape', `${where}: the page does not show this title`)
  }
  const url = addressOf(item, { shown, title, pageUrl })
  const taken = (words: string | null): string | null =>
    words !== null && title !== null && (!canCheck || isShownNear(shown, { title, words })) ? words : null
  const stated = (field: unknown): string | null => (canCheck ? taken(firstText([field])) : null)
  const kind = stated(item.employment_type) ?? stated(item.type)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: url === null ? null : canonicalUrl(url),
      title,
      company: company ?? (canCheck ? companyOn(shown, item) : firstText([item.company])),
      url,
      locations: placesOf(item).flatMap((place) => taken(place) ?? partsTaken(place, taken)),
      descriptionHtml: '',
      postedAt: feedInstant(stated(item.posted_date) ?? stated(item.date_posted)),
      salaryText: stated(item.salary),
      workplace: workplaceOf(stated(item.workplace)),
      employmentType: kind === null ? null : employmentTypeOf([kind]),
    },
    where,
  )
}

/** The model's address when it is on the employer's site or a board and the page links to it; else that of the link with the title. */
function addressOf(item: Item, at: { shown: ShownPage; title: string | null; pageUrl: string | null }): string | null {
  const { shown, title, pageUrl } = at
  const named = webAddress(
    firstText([item.url, item.link, item.job_url, item.apply_url, item.application_url]),
    pageUrl ?? undefined,
  )
  const isChecked = shown.links.length > 0 || shown.text !== null
  const candidates = [
    named !== null && (!isChecked || isLinked(shown, named)) ? named : null,
    title === null ? null : linkOf(shown, title),
  ]
  return candidates.find((url) => url !== null && (pageUrl === null ? true : isOnOwnSite(url, pageUrl))) ?? null
}

function companyOn(shown: ShownPage, item: Item): string | null {
  const name = firstText([item.company])
  return name !== null && isShown(shown, name) ? name : null
}

function placesOf(item: Item): readonly string[] {
  const field = [item.location, item.locations, item.city].find((value) => said(value) !== null || Array.isArray(value))
  const list: readonly unknown[] = Array.isArray(field) ? field.slice(0, 50) : [field]
  return list
    .flatMap((place) => (typeof place === 'string' ? place.split(/[;|]/) : []))
    .flatMap((place) => said(place) ?? [])
}

/** A model writes "Berlin, Germany" where the page has the two in different places: what of it the page shows is kept. */
function partsTaken(place: string, taken: (words: string) => string | null): readonly string[] {
  const parts = place.split(',').flatMap((part) => {
    const words = plainText(part)
    return words === null ? [] : (taken(words) ?? [])
  })
  return parts.length === 0 ? [] : [parts.join(', ')]
}

function firstText(fields: readonly unknown[]): string | null {
  for (const field of fields) {
    const words = said(field)
    if (words !== null) return words
  }
  return null
}

/** Models say "N/A" where they should say nothing. */
function said(field: unknown): string | null {
  const words = plainText(field)
  return words === null || NOTHING.test(words) ? null : words
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
