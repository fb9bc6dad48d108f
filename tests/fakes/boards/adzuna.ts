import {
  json,
  ownAddress,
  refusedKey,
  withoutSome,
  type FakeBoard,
  type WireAnswer,
  type WireRequest,
} from '../board.ts'
import type { Opening } from '../content.ts'
import { countryCode, plainOf, statedBand } from '../opening-facts.ts'

const ADDRESS = /^\/v1\/api\/jobs\/([a-z]{2})\/search\/(\d+)$/
const CODES = 'gb us at au be br ca ch de es fr in it mx nl nz pl sg za'.split(' ')
const MAX_PAGE_SIZE = 50
const DESCRIPTION_CHARS = 500
const DAY_MS = 86_400_000

export const adzuna: FakeBoard = { id: 'adzuna', firstNumber: 31_000, padding: 'json', wire }

function wire({ url, openings, spoil, content }: WireRequest): WireAnswer | null {
  const [, code = '', pageText = ''] = ADDRESS.exec(url.pathname) ?? []
  if (!CODES.includes(code)) return null
  const { searchParams } = url
  if ((refusedKey(searchParams.get('app_id')) ?? refusedKey(searchParams.get('app_key'))) !== null) return authFail()
  const size = Number(searchParams.get('results_per_page') ?? 10)
  const daysBack = Number(searchParams.get('max_days_old') ?? Infinity)
  if (size > MAX_PAGE_SIZE || Number(pageText) < 1 || (searchParams.get('category') ?? 'it-jobs') !== 'it-jobs')
    return invalid()
  const words = (searchParams.get('what_or') ?? '').toLowerCase().split(' ').filter(Boolean)
  const found = openings.filter(
    (opening) =>
      countryCode(opening)?.toLowerCase() === code &&
      opening.postedAt >= content.asOf - daysBack * DAY_MS &&
      (words.length === 0 ||
        words.some((word) => `${opening.title} ${opening.descriptionHtml}`.toLowerCase().includes(word))),
  )
  const results = found
    .slice((Number(pageText) - 1) * size, Number(pageText) * size)
    .map((opening) => posting(opening, code))
  return json({
    __CLASS__: 'Adzuna::API::Response::JobSearchResults',
    count: found.length,
    mean: 61_000.5,
    results: spoil === 'missing-fields' ? results.map(withoutSome(['title', 'redirect_url'])) : results,
  })
}

function posting(opening: Opening, code: string) {
  const band = statedBand(opening)
  const text = plainOf(opening.descriptionHtml).replace(/\s+/g, ' ')
  return {
    __CLASS__: 'Adzuna::API::Response::Job',
    id: opening.number % 7 === 0 ? 5_000_000_000 + opening.number : String(5_000_000_000 + opening.number),
    adref: 'eyJhbGciOiJIUzI1NiJ9',
    title: opening.title.replace(/\bData\b/, '<strong>Data</strong>'),
    description: text.length > DESCRIPTION_CHARS ? `${text.slice(0, DESCRIPTION_CHARS)}…` : text,
    created: new Date(opening.postedAt).toISOString().replace('.000Z', 'Z'),
    redirect_url: ownAddress(
      opening,
      `https://www.adzuna.${code}/land/ad/${5_000_000_000 + opening.number}?utm_medium=api`,
    ),
    company: { __CLASS__: 'Adzuna::API::Response::Company', display_name: opening.company },
    location: {
      __CLASS__: 'Adzuna::API::Response::Location',
      display_name: `${opening.city}, ${opening.region}`,
      area: [opening.country, opening.region, opening.city],
    },
    category: { __CLASS__: 'Adzuna::API::Response::Category', label: 'IT Jobs', tag: 'it-jobs' },
    contract_time: opening.employment === 'Teilzeit' ? 'part_time' : 'full_time',
    latitude: 52.5,
    longitude: 13.4,
    ...(band === null
      ? { salary_min: 57_123.4, salary_max: 57_123.4, salary_is_predicted: '1' }
      : { salary_min: band.min, salary_max: band.max, salary_is_predicted: opening.number % 2 === 0 ? '0' : 0 }),
  }
}

function authFail(): WireAnswer {
  const body = {
    __CLASS__: 'Adzuna::API::Response::Exception',
    exception: 'AUTH_FAIL',
    doc: 'https://api.adzuna.com/v1/doc/AUTH_FAIL',
    display: 'Authorisation failed',
  }
  return { status: 401, contentType: 'application/json', body: JSON.stringify(body) }
}

function invalid(): WireAnswer {
  return {
    status: 400,
    contentType: 'application/json',
    body: '{"exception":"INVALID_REQUEST","display":"The request is invalid"}',
  }
}
