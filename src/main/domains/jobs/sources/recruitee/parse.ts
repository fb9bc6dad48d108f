import { z } from 'zod'
import type { RawPosting } from '../../posting.ts'
import { type AskedBoard, employerOf, itemAt } from '../asked-board.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText } from '../parts/markup.ts'
import { joinedMarkup } from '../parts/markup-parts.ts'
import { countryCodeOf, eachPlaceOnce, placeLine } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { sitePage, webAddress } from '../parts/web-address.ts'

const record = z.record(z.string(), z.unknown()).catch({})
const wordsSchema = z.object({ title: text, description: text, requirements: text }).catch({
  title: null,
  description: null,
  requirements: null,
})
const placeSchema = z.object({ name: text, city: text, state: text, country: text, country_code: text })
/** `open_questions` is left out on purpose: what a form asks is nothing that the posting says. */
const itemSchema = z.object({
  id: identifier,
  status: text,
  title: text,
  description: text,
  requirements: text,
  translations: record,
  company_name: text,
  careers_url: text,
  careers_apply_url: text,
  slug: text,
  location: text,
  locations: list,
  city: text,
  state_name: text,
  country: text,
  country_code: text,
  remote: anything,
  hybrid: anything,
  on_site: anything,
  employment_type_code: text,
  salary: record,
  published_at: anything,
  created_at: anything,
  close_at: anything,
})
type Item = z.infer<typeof itemSchema>

/** What a host's name begins with. */
const BOARD = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i
const OFFER = /^[\w-]{1,200}$/
const NO_LONGER_OPEN = /^(?:closed|archived|draft|internal)$/i

/** All offers of one employer's board; also a single offer. Throws HttpProblem 'unreadable' for an answer that is no board. Pure. */
export function parseBoard(answer: Pick<SourceAnswer, 'text' | 'url'>, board: AskedBoard): readonly ParsedItem[] {
  const { items } = jsonItems(answer, {
    keys: ['offers', 'offer'],
    isItem: (value) => 'id' in value && ('careers_url' in value || 'title' in value || 'translations' in value),
  })
  return items.map((value, index) => parseOffer(value, { board, index }))
}

function parseOffer(value: unknown, { board, index }: { board: AskedBoard; index: number }): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `${itemAt(board, index)} is no offer`)
  const item = parsed.data
  const where = `${itemAt(board, index)} (${item.id ?? 'no id'})`
  if (item.status !== null && NO_LONGER_OPEN.test(item.status)) return rejected('closed', `${where} is ${item.status}`)
  const words = wordsOf(item)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id === null || board.slug === '' ? item.id : `${board.slug}/${item.id}`,
      title: plainText(words.title),
      company: employerOf(plainText(item.company_name), board),
      url: addressOf(item, board),
      ...placesOf(item),
      descriptionHtml: joinedMarkup([{ html: words.description }, { html: words.requirements }]),
      postedAt: apiInstant(item.published_at) ?? apiInstant(item.created_at),
      closesAt: apiInstant(item.close_at),
      statedSalary: statedSalaryOf(item.salary),
      workplace: workplaceOf(item),
      employmentType: employmentTypeOf([item.employment_type_code ?? '']),
    },
    where,
  )
}

/** The offer's page: as given, else on the board's own site under the offer's name; an answer without either has only the form. */
function addressOf(item: Item, { slug: board }: AskedBoard): string | null {
  const site = BOARD.test(board) ? `https://${board}.recruitee.com` : null
  const page = site === null ? webAddress(item.careers_url) : sitePage(item.careers_url, site)
  const named = site !== null && OFFER.test(item.slug ?? '') ? `${site}/o/${item.slug}` : null
  return page ?? webAddress(item.careers_apply_url)?.replace(/\/c\/new\/?$/, '') ?? named
}

/** What the offer itself says; what it leaves out, in the first of its translations that has a title, English before others. */
function wordsOf(item: Item): z.infer<typeof wordsSchema> {
  const languages = Object.keys(item.translations).toSorted((a, b) => Number(b === 'en') - Number(a === 'en'))
  const translations = languages.map((language) => wordsSchema.parse(item.translations[language]))
  const translated = translations.find(({ title }) => plainText(title) !== null)
  return {
    title: plainText(item.title) ?? translated?.title ?? null,
    description: item.description ?? translated?.description ?? null,
    requirements: item.requirements ?? translated?.requirements ?? null,
  }
}

/** The places of the list; without one, the offer's own fields, else its one line. The country only when all are in it. */
function placesOf(item: Item): Pick<RawPosting, 'locations' | 'countryCode'> {
  const listed = item.locations.flatMap((value) => placeSchema.safeParse(value).data ?? [])
  const own = {
    name: null,
    city: item.city,
    state: item.state_name,
    country: item.country,
    country_code: item.country_code,
  }
  const lines = listed.flatMap((place) => lineOf(place) ?? [])
  const line = lineOf(own) ?? plainText(item.location)
  const codes = new Set(
    [...listed, own].flatMap((place) => countryCodeOf(place.country_code) ?? countryCodeOf(place.country) ?? []),
  )
  return {
    locations: eachPlaceOnce(lines.length > 0 ? lines : line === null ? [] : [line]),
    countryCode: codes.size === 1 ? ([...codes][0] ?? null) : null,
  }
}

function lineOf({ name, city, state, country }: z.infer<typeof placeSchema>): string | null {
  return plainText(city) === null ? (plainText(name) ?? placeLine([state, country])) : placeLine([city, state, country])
}

/** The three are ticked one by one; where several are, the one that asks for least presence is what is offered. */
function workplaceOf({ remote, hybrid, on_site: onSite }: Item): RawPosting['workplace'] {
  if (isTicked(remote)) return 'remote'
  if (isTicked(hybrid)) return 'hybrid'
  return isTicked(onSite) ? 'onsite' : null
}

function isTicked(value: unknown): boolean {
  return value === true || value === 1 || value === 'true'
}
