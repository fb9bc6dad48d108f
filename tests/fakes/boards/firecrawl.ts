import {
  json,
  ownAddress,
  refusedKey,
  slugOf,
  withoutSome,
  type FakeBoard,
  type WireAnswer,
  type WireRequest,
} from '../board.ts'
import type { Opening } from '../content.ts'

/** Reads the careers pages of the stand-ins' employers, `https://{slug}.example/careers`, with a model that makes things up: an opening
 *  that is not there, and a country and pay that the page does not show. */
export const firecrawl: FakeBoard = { id: 'firecrawl', firstNumber: 33_000, padding: 'json', wire }

function wire({ url, method, headers, body, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/v2/scrape' || method !== 'POST') return null
  const token = /^Bearer (.*)$/.exec(headers.authorization ?? '')?.[1]
  if (refusedKey(token) !== null) return failure(401, 'Unauthorized: Invalid token')
  if (token === 'used-up') return failure(402, 'Payment Required: Insufficient credits')
  const asked = JSON.parse(body) as { url?: unknown; formats?: unknown; timeout?: unknown }
  const address = typeof asked.url === 'string' ? URL.parse(asked.url) : null
  const formats: readonly unknown[] = Array.isArray(asked.formats) ? asked.formats : []
  const wantsJson = formats.some((format) => typeof format === 'object' && format !== null && 'schema' in format)
  if (address === null || !wantsJson || !formats.includes('markdown')) return failure(400, 'Bad Request')
  const slug = address.hostname.replace(/\.example$/, '')
  if (slug === 'slow') return failure(408, 'Request Timeout')
  if (slug === 'linkedin') return failure(403, 'We apologize for the inconvenience but we do not support this site.')
  const shown = openings.filter(({ companySlug }) => companySlug === slug)
  const isGone = address.pathname !== '/careers' || (shown.length === 0 && spoil !== 'empty')
  return json({ success: true, data: isGone ? gonePage(address.href) : careersPage(shown, { address, spoil }) })
}

function careersPage(shown: readonly Opening[], at: { address: URL; spoil: WireRequest['spoil'] }) {
  const linked = shown.map((opening) => ({ opening, url: addressOf(opening, at.address) }))
  const rows = linked.map(
    ({ opening, url }) =>
      `[**${escaped(opening.title)}**\\\\\n\\\\\n${escaped(opening.city)} · ${opening.employment}](${url})`,
  )
  const jobs = linked.map(({ opening, url }) => ({
    title: opening.title,
    url,
    location: `${opening.city}, ${opening.country}`,
    employment_type: opening.employment,
    salary: '€99,000',
  }))
  const madeUp = { title: 'Chief Imagination Officer', url: `${at.address.origin}/careers/chief-1`, location: 'Berlin' }
  const list = at.spoil === 'missing-fields' ? jobs.map(withoutSome(['title', 'url'])) : jobs
  return {
    markdown: ['# Open positions', ...rows].join('\n\n'),
    links: linked.map(({ url }) => url),
    json: { jobs: shown.length === 0 ? [] : [...list, madeUp, ...list.slice(0, 1)] },
    metadata: { title: 'Careers', sourceURL: at.address.href, url: at.address.href, statusCode: 200, creditsUsed: 5 },
  }
}

function gonePage(address: string) {
  return {
    markdown: '# Not found',
    links: [],
    json: { jobs: [] },
    metadata: { sourceURL: address, url: address, statusCode: 404 },
  }
}

function addressOf(opening: Opening, page: URL): string {
  return ownAddress(opening, `${page.origin}/careers/${slugOf(opening)}-${opening.number}`)
}

/** As Firecrawl writes text into markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&')
}

function failure(status: number, error: string): WireAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify({ success: false, error }) }
}
