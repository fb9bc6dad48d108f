import { z } from 'zod'
import { type AskedBoard, employerOf, itemAt } from '../asked-board.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText } from '../parts/markup.ts'
import { joinedMarkup } from '../parts/markup-parts.ts'
import { countryCodeOf, placeLine } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { webAddress } from '../parts/web-address.ts'
import { workplaceOf } from '../parts/workplace-words.ts'

const record = z.record(z.string(), z.unknown()).catch({})
const labelSchema = z.object({ id: text, label: text }).nullable().catch(null)
const locationSchema = z
  .object({
    city: text,
    region: text,
    regionCode: text,
    country: text,
    countryCode: text,
    fullLocation: text,
    remote: anything,
    hybrid: anything,
    workplace: anything,
  })
  .nullable()
  .catch(null)
type Location = z.infer<typeof locationSchema>
/** `jobAdUrl`, `postedDate` and a `jobAd` without sections are how the feed for job boards gives the same posting. */
const itemSchema = z.object({
  id: identifier,
  uuid: identifier,
  name: text,
  refNumber: identifier,
  releasedDate: anything,
  postedDate: anything,
  company: anything,
  location: locationSchema,
  typeOfEmployment: labelSchema,
  postingUrl: text,
  jobAdUrl: text,
  applyUrl: text,
  ref: text,
  compensation: record,
  active: anything,
  status: text,
  jobAd: record,
})
type Item = z.infer<typeof itemSchema>
const companySchema = z.object({ name: text, identifier: text }).nullable().catch(null)

const SECTIONS = ['companyDescription', 'jobDescription', 'qualifications', 'additionalInformation'] as const
const NO_LONGER_OPEN = /^(?:toUnpost|inactive|closed|cancelled)$/i
/** What an id and a company's name in an address are made of. */
export const ADDRESS_PART = /^[\w.-]{1,100}$/
/** Countries whose regions people write by their codes; elsewhere such a code is taken for another place ("Barcelona, CT, Spain"). */
const WITH_REGION_CODES = new Set(['US', 'CA', 'AU'])

/** The postings of any answer: a page of a company's list, or one posting with its text. `total` is how many the list has, null when
 *  it does not say. Throws HttpProblem 'unreadable' for an answer that is neither. Pure. */
export function parsePostings(
  answer: Pick<SourceAnswer, 'text' | 'url'>,
  board: AskedBoard,
): { readonly items: readonly ParsedItem[]; readonly total: number | null } {
  const { items, envelope } = jsonItems(answer, {
    keys: ['content', 'postings', 'jobs'],
    isItem: (value) => typeof value['name'] === 'string' && ('jobAd' in value || 'releasedDate' in value),
  })
  const total = z.number().int().nonnegative().safeParse(envelope['totalFound'])
  return {
    items: items.map((value, index) => parsePosting(value, { board, index })),
    total: total.success ? total.data : null,
  }
}

function parsePosting(value: unknown, { board, index }: { board: AskedBoard; index: number }): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `${itemAt(board, index)} is no posting`)
  const item = parsed.data
  const id = item.id ?? item.uuid
  const where = `${itemAt(board, index)} (${id ?? 'no id'})`
  if (item.active === false || NO_LONGER_OPEN.test(item.status ?? '')) {
    return rejected('closed', `${where} is not open any more`)
  }
  const company = companySchema.parse(item.company)
  const place = placeOf(item.location)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: id,
      title: plainText(item.name),
      company: employerOf(plainText(company?.name) ?? plainText(item.company), board),
      url: pageOf(item, { id, identifier: company?.identifier ?? companyIn(item.ref) ?? board.slug }),
      locations: place === null ? [] : [place],
      countryCode: countryOf(item.location),
      descriptionHtml: descriptionOf(item.jobAd),
      postedAt: apiInstant(item.releasedDate) ?? apiInstant(item.postedDate),
      statedSalary: statedSalaryOf(item.compensation),
      workplace: workplaceIn(item.location),
      employmentType: employmentTypeOf([item.typeOfEmployment?.label ?? item.typeOfEmployment?.id ?? '']),
      requisitionId: item.refNumber,
    },
    where,
  )
}

/** The page for people; `ref` is an address for programs. A list leaves the page out: it is at the company's name and the id. */
function pageOf(item: Item, at: { id: string | null; identifier: string }): string | null {
  const given = webAddress(item.postingUrl) ?? webAddress(item.jobAdUrl) ?? webAddress(item.applyUrl)
  if (given !== null || at.id === null || !ADDRESS_PART.test(at.id) || !ADDRESS_PART.test(at.identifier)) return given
  return `https://jobs.smartrecruiters.com/${at.identifier}/${at.id}`
}

/** The company's own name for itself in `…/v1/companies/{name}/postings/{id}`. */
function companyIn(ref: string | null): string | null {
  return /\/companies\/([^/]+)\/postings\//.exec(ref?.slice(0, 500) ?? '')?.[1] ?? null
}

function placeOf(location: Location): string | null {
  if (location === null) return null
  const { city, region, regionCode, country } = location
  const codes = WITH_REGION_CODES.has(countryOf(location) ?? '')
    ? []
    : [region, regionCode].filter((part) => /^[A-Z\d-]{1,3}$/.test(part ?? ''))
  const named = (country?.length ?? 0) <= 3 ? country?.toUpperCase() : country
  const written = location.fullLocation?.split(',') ?? [city, region, named]
  return placeLine(written.filter((part) => !codes.includes(plainText(part))))
}

function countryOf(location: Location): string | null {
  return countryCodeOf(location?.countryCode) ?? countryCodeOf(location?.country)
}

/** False says nothing: it is also what a posting has whose employer did not care. */
function workplaceIn(location: Location) {
  const said = workplaceOf(location?.workplace)
  if (said !== null) return said
  if (isTicked(location?.hybrid)) return 'hybrid'
  return isTicked(location?.remote) ? 'remote' : null
}

function isTicked(value: unknown): boolean {
  return value === true || value === 'true'
}

function descriptionOf(jobAd: Readonly<Record<string, unknown>>): string {
  const sections = 'sections' in jobAd ? record.parse(jobAd['sections']) : jobAd
  return joinedMarkup(
    SECTIONS.map((name) => {
      const section = sections[name]
      if (typeof section === 'string') return { html: section }
      const { title: heading, text: html } = record.parse(section)
      return { heading, html }
    }),
  )
}
