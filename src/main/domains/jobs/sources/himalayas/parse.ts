import { z } from 'zod'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { countryCodeOf } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { sitePage } from '../parts/web-address.ts'

const itemSchema = z.object({
  guid: identifier,
  title: text,
  companyName: text,
  companySlug: text,
  employmentType: text,
  minSalary: anything,
  maxSalary: anything,
  currency: text,
  salaryPeriod: anything,
  locationRestrictions: anything,
  description: text,
  excerpt: text,
  pubDate: anything,
  expiryDate: anything,
  applicationLink: text,
})
type Item = z.infer<typeof itemSchema>

const SITE = 'https://himalayas.app'
/** Some postings come with this where the company's name should be. */
const PLACEHOLDER = /^(?:name|null|undefined|n\/a)$/i

export interface HimalayasPage {
  readonly items: readonly ParsedItem[]
  /** How many there are in all; null when the page does not say. */
  readonly total: number | null
  /** The API's own word for the next page; undefined on a page that knows none, null on the last one. */
  readonly next: string | null | undefined
}

/** One page of the list. Throws HttpProblem 'unreadable' for an answer that is none. Pure. */
export function parsePage(answer: Pick<SourceAnswer, 'text' | 'url'>): HimalayasPage {
  const { items, envelope } = jsonItems(answer, {
    keys: ['jobs'],
    isItem: (value) => 'locationRestrictions' in value || 'applicationLink' in value,
  })
  const total = z.number().int().nonnegative().safeParse(envelope['totalCount'])
  const next = z.string().min(1).nullable().safeParse(envelope['nextCursor'])
  return {
    items: items.map(parsePosting),
    total: total.success ? total.data : null,
    next: next.success ? next.data : undefined,
  }
}

function parsePosting(value: unknown, index: number): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no posting`)
  const item = parsed.data
  const restrictions = restrictionsOf(item.locationRestrictions)
  const [only, ...others] = restrictions
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.guid,
      title: plainText(item.title),
      company: companyOf(item),
      url: sitePage(item.applicationLink, SITE) ?? sitePage(item.guid, SITE),
      locations: placesOf(item.locationRestrictions, restrictions),
      countryCode: only !== undefined && others.length === 0 ? countryCodeOf(only.code) : null,
      descriptionHtml: unescapeMarkup(item.description ?? item.excerpt ?? ''),
      // Seconds in what it sends, milliseconds in what it documents, and dates in older answers.
      postedAt: apiInstant(item.pubDate),
      closesAt: apiInstant(item.expiryDate),
      statedSalary: salaryOf(item),
      // The board lists nothing else.
      workplace: 'remote',
      employmentType: employmentTypeOf(item.employmentType === null ? [] : [item.employmentType]),
    },
    `item ${index} (${item.guid ?? 'no guid'})`,
  )
}

/** The company's name; where the API has only its placeholder, the words of the company's address on the board. */
function companyOf({ companyName, companySlug }: Item): string | null {
  const name = plainText(companyName)
  if (name !== null && !PLACEHOLDER.test(name)) return name
  const words = plainText(companySlug?.replaceAll('-', ' '))
  return words === null || PLACEHOLDER.test(words)
    ? null
    : words.replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase())
}

interface Restriction {
  readonly name: string
  /** As written; null where the API gives only names. */
  readonly code: string | null
}

const restrictionSchema = z.object({ name: text, alpha2: text })

/** Countries come by name, or as objects with name and code. */
function restrictionsOf(field: unknown): readonly Restriction[] {
  const values: readonly unknown[] = Array.isArray(field) ? field : [field]
  return values.flatMap((value) => {
    if (typeof value === 'string')
      return plainText(value) === null ? [] : [{ name: plainText(value) ?? '', code: null }]
    const { name, alpha2 } = restrictionSchema.safeParse(value).data ?? { name: null, alpha2: null }
    const said = plainText(name) ?? plainText(alpha2)
    return said === null ? [] : [{ name: said, code: plainText(alpha2) }]
  })
}

/** An empty list is how the API says that people may live anywhere; no list says nothing. */
function placesOf(field: unknown, restrictions: readonly Restriction[]): readonly string[] {
  if (Array.isArray(field) && field.length === 0) return ['Worldwide']
  return [...new Set(restrictions.map(({ name }) => name))]
}

/** The documentation calls both figures annual; newer answers name the period, and that counts. */
function salaryOf({ minSalary, maxSalary, currency, salaryPeriod }: Item) {
  return statedSalaryOf({ min: minSalary, max: maxSalary, currency, period: salaryPeriod ?? 'annual' })
}
