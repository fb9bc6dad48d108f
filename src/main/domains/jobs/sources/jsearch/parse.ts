import { z } from 'zod'
import { HttpProblem, parseJson } from '#main/infra/http/http.ts'
import { textToHtml } from '../../pipeline/text-to-html.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { isoInstant, unixInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { countryCodeOf, placeLine } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { webAddress } from '../parts/web-address.ts'
import { refusalIn } from './refusal.ts'

const itemSchema = z.object({
  job_id: identifier,
  job_title: text,
  employer_name: text,
  job_apply_link: anything,
  apply_options: anything,
  job_google_link: anything,
  job_description: text,
  job_is_remote: anything,
  job_posted_at_datetime_utc: anything,
  job_posted_at_timestamp: anything,
  job_offer_expiration_datetime_utc: anything,
  job_offer_expiration_timestamp: anything,
  job_city: text,
  job_state: text,
  job_country: text,
  job_location: text,
  job_employment_type: anything,
  job_employment_types: anything,
  job_min_salary: anything,
  job_max_salary: anything,
  job_salary_currency: anything,
  job_salary_period: anything,
  job_salary: anything,
  job_salary_string: anything,
})
type Item = z.infer<typeof itemSchema>

const TAG = /<\/?(?:p|br|ul|ol|li|div|strong|b|em|h[1-6])\b[^<>]*>/i

/** The jobs of an answer: `data.jobs` of search-v2, `data` of the older search and of job-details, a bare list, one job; null in place
 *  of a list that is said to be OK means none. Throws HttpProblem for a refusal in its place, 'unreadable' for an answer of another
 *  shape. Pure. */
export function parseJobs(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  const root = parseJson({ ...answer, status: 200 })
  const jobs = jobsIn(root)
  if (jobs !== null) return jobs.map(parseJob)
  const host = URL.parse(answer.url)?.host ?? 'The server'
  const refusal = isObject(root)
    ? refusalIn(JSON.stringify([root['message'], root['error']]), { status: null, retryAt: null })
    : null
  throw refusal ?? new HttpProblem('unreadable', `${host} sent JSON of another shape: it has no list "jobs"`)
}

function jobsIn(root: unknown): readonly unknown[] | null {
  if (Array.isArray(root)) return root as readonly unknown[]
  if (!isObject(root)) return null
  const { data } = root
  for (const list of [isObject(data) ? data['jobs'] : undefined, data, root['jobs']]) {
    if (Array.isArray(list)) return list as readonly unknown[]
  }
  const isEmpty = root['status'] === 'OK' && (data === null || (isObject(data) && data['jobs'] === null))
  if (isEmpty) return []
  const single = [isObject(data) ? data['jobs'] : undefined, data, root['jobs'], root].find(
    (one) => isObject(one) && isJob(one),
  )
  return single === undefined ? null : [single]
}

function isJob(value: Readonly<Record<string, unknown>>): boolean {
  return 'job_title' in value || 'job_id' in value
}

function parseJob(value: unknown, index: number): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no job`)
  const item = parsed.data
  const country = plainText(item.job_country)
  const place = placeLine([item.job_city, item.job_state]) ?? null
  // Behind the dot Google says on whose board it found the job ("Ivrea TO  •  tramite LinkedIn").
  const written = plainText(item.job_location?.split('•', 1)[0])
  const location = place === null ? (written ?? country) : placeLine([place, country])
  const statedSalary = statedSalaryOf({
    min: item.job_min_salary,
    max: item.job_max_salary,
    currency: item.job_salary_currency,
    period: item.job_salary_period,
  })
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.job_id,
      title: plainText(item.job_title),
      // Who published it (job_publisher) is a job board, not the employer.
      company: plainText(item.employer_name),
      url: addressOf(item),
      locations: location === null ? [] : [location],
      countryCode: countryCodeOf(country),
      descriptionHtml: descriptionOf(item.job_description ?? ''),
      postedAt: instantOf(item.job_posted_at_datetime_utc) ?? unixInstant(item.job_posted_at_timestamp),
      closesAt: instantOf(item.job_offer_expiration_datetime_utc) ?? unixInstant(item.job_offer_expiration_timestamp),
      statedSalary,
      salaryText: statedSalary === null ? salarySentence(item) : null,
      // False only means that Google did not find the word, which says nothing.
      workplace: item.job_is_remote === true || item.job_is_remote === 'true' ? 'remote' : null,
      employmentType: employmentTypeOf(kindsOf(item)),
    },
    `item ${index} (${item.job_id?.slice(0, 40) ?? 'no id'})`,
  )
}

/** Where one applies; of several ways the first. */
function addressOf(item: Item): string | null {
  const options = Array.isArray(item.apply_options) ? (item.apply_options as readonly unknown[]).slice(0, 50) : []
  const links = [
    item.job_apply_link,
    ...options.map((option) => (isObject(option) ? option['apply_link'] : null)),
    item.job_google_link,
  ]
  for (const link of links) {
    const url = webAddress(link)
    if (url !== null) return url
  }
  return null
}

function instantOf(value: unknown): number | null {
  return isoInstant(value) ?? unixInstant(value)
}

/** The list is newer than the single field and in Google's words; the field may hold several ("Full-time and Part-time"). */
function kindsOf(item: Item): readonly string[] {
  const list: readonly unknown[] = Array.isArray(item.job_employment_types)
    ? item.job_employment_types.slice(0, 10)
    : []
  const kinds = list.filter((kind) => typeof kind === 'string')
  return kinds.length > 0 ? kinds : [item.job_employment_type].filter((kind) => typeof kind === 'string')
}

/** Pay as Google writes it ("€60K–€75K a year"); a figure without a unit is none. */
function salarySentence(item: Item): string | null {
  for (const field of [item.job_salary_string, item.job_salary]) {
    const sentence = plainText(field)
    if (sentence !== null && /\d/.test(sentence) && /\p{L}|\p{Sc}/u.test(sentence)) return sentence
  }
  return null
}

/** It is plain text with line breaks, rarely markup. */
function descriptionOf(description: string): string {
  const markup = unescapeMarkup(description)
  return TAG.test(markup) ? markup : textToHtml(description)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
