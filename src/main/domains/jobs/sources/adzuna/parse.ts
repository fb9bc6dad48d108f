import { z } from 'zod'
import { HttpProblem } from '#main/infra/http/http.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { isoInstant } from '../parts/instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { countryCodeOf, placeLine } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { webAddress } from '../parts/web-address.ts'
import { endpointOf, endpointOfSite } from './endpoints.ts'

const itemSchema = z.object({
  id: identifier,
  title: text,
  description: text,
  full_description: text,
  created: text,
  redirect_url: text,
  company: anything,
  location: anything,
  salary_min: anything,
  salary_max: anything,
  salary_is_predicted: anything,
  contract_time: text,
  contract_type: text,
})
const namedSchema = z.object({ display_name: text.optional(), area: list.optional() })

/** Adzuna marks the words that were searched for. */
const MARKS = /<\/?(?:strong|b|em)\b[^<>]*>/gi
export interface AdzunaPage {
  readonly items: readonly ParsedItem[]
  /** Postings that match in all; null when the page does not say. */
  readonly total: number | null
}

/** One page of the search, or a single posting. `country` is that of the endpoint that answered, on which the currency depends; the
 *  site that a posting stands on says it where nobody knows. Throws HttpProblem 'unauthorised' for its own word for a refused key, 'unreadable' for an answer of another shape. Pure. */
export function parsePage(answer: Pick<SourceAnswer, 'text' | 'url'>, country: string | undefined): AdzunaPage {
  const { items, envelope } = jsonItems(answer, {
    keys: ['results'],
    isItem: (value) => 'redirect_url' in value || isRefusal(value),
  })
  if (isRefusal(envelope)) throw keyRefused(null)
  const { count } = envelope
  return {
    items: items.map((value, index) => parsePosting(value, { index, country })),
    total: typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : null,
  }
}

/** "AUTH_FAIL" comes with several statuses. Any other problem is what it is. Pure. */
export function refusalOf(problem: HttpProblem): HttpProblem {
  const isRefused = problem.code !== 'rate_limited' && /\bAUTH_FAIL\b/.test(problem.excerpt ?? '')
  return isRefused ? keyRefused(problem.status) : problem
}

function isRefusal(value: Readonly<Record<string, unknown>>): boolean {
  return value['exception'] === 'AUTH_FAIL'
}

function keyRefused(status: number | null): HttpProblem {
  return new HttpProblem('unauthorised', 'Adzuna does not accept the application id and key', { status })
}

function parsePosting(value: unknown, at: { index: number; country: string | undefined }): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${at.index} is no posting`)
  const item = parsed.data
  const url = webAddress(item.redirect_url)
  const endpoint = endpointOf(at.country) ?? endpointOfSite(url)
  const place = namedSchema.safeParse(item.location).data
  const areas = place?.area ?? []
  const location =
    plainText(place?.display_name) ?? placeLine([...areas].reverse().slice(0, 4)) ?? plainText(item.location)
  const salary = statedSalaryOf({
    min: item.salary_min,
    max: item.salary_max,
    currency: endpoint?.currency,
    period: 'year',
  })
  const isStated = isStatedPay(item.salary_is_predicted)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id,
      title: plainText(item.title?.replace(MARKS, '')),
      company: plainText(namedSchema.safeParse(item.company).data?.display_name) ?? plainText(item.company),
      url,
      locations: location === null ? [] : [location],
      countryCode: endpoint?.country ?? countryCodeOf(areas[0]),
      // A search has the beginning of the text, with the ellipsis where it is cut off; a posting's own answer may have all of it.
      descriptionHtml: unescapeMarkup(
        plainText(item.full_description) === null ? (item.description ?? '') : (item.full_description ?? ''),
      ),
      postedAt: isoInstant(item.created),
      statedSalary: isStated ? salary : null,
      ...(isStated || salary === null ? {} : { predictedSalary: salary }),
      employmentType: employmentTypeOf([item.contract_type, item.contract_time].flatMap((label) => label ?? [])),
    },
    `item ${at.index} (${item.id ?? 'no id'})`,
  )
}

/** Only a plain "no" or nothing at all makes it the employer's word. */
function isStatedPay(isPredicted: unknown): boolean {
  if (typeof isPredicted === 'string') return ['', '0', 'false'].includes(isPredicted.trim().toLowerCase())
  return isPredicted === undefined || isPredicted === null || isPredicted === false || isPredicted === 0
}
