import { z } from 'zod'
import { type AskedBoard, employerOf, itemAt } from '../asked-board.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText } from '../parts/markup.ts'
import { joinedMarkup, type MarkupPart } from '../parts/markup-parts.ts'
import { countryCodeOf, eachPlaceOnce } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { sitePage } from '../parts/web-address.ts'
import { workplaceOf } from '../parts/workplace-words.ts'

const record = z.record(z.string(), z.unknown()).catch({})
const groupSchema = z.object({ postings: z.array(z.unknown()) })
const categoriesSchema = z.object({ location: text, allLocations: anything, commitment: text }).nullable().catch(null)
/** `content`, `urls`, `reqCode` and `state` are how Lever's other API gives the same posting. */
const itemSchema = z.object({
  id: identifier,
  text,
  hostedUrl: text,
  applyUrl: text,
  urls: record,
  createdAt: anything,
  country: text,
  workplaceType: text,
  categories: categoriesSchema,
  salaryRange: record,
  salaryDescription: text,
  salaryDescriptionPlain: text,
  opening: text,
  openingPlain: text,
  description: text,
  descriptionPlain: text,
  descriptionBody: text,
  descriptionBodyPlain: text,
  lists: list,
  additional: text,
  additionalPlain: text,
  content: record,
  reqCode: identifier,
  state: text,
})
type Item = z.infer<typeof itemSchema>

const SITE = 'https://jobs.lever.co'
const NO_LONGER_OPEN = /^(?:closed|rejected|draft|pending|internal)$/i

/** All postings of one employer's board; also grouped ones (`?group=team`) and a single posting. Throws HttpProblem 'unreadable' for
 *  an answer that is no board. Pure. */
export function parseBoard(answer: Pick<SourceAnswer, 'text' | 'url'>, board: AskedBoard): readonly ParsedItem[] {
  const { items } = jsonItems(answer, {
    keys: ['postings', 'data'],
    isItem: (value) => typeof value['text'] === 'string' && 'id' in value,
  })
  return items.flatMap(ungrouped).map((value, index) => parsePosting(value, { board, index }))
}

function ungrouped(value: unknown): readonly unknown[] {
  const group = groupSchema.safeParse(value)
  return group.success ? group.data.postings : [value]
}

function parsePosting(value: unknown, { board, index }: { board: AskedBoard; index: number }): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `${itemAt(board, index)} is no posting`)
  const item = parsed.data
  const where = `${itemAt(board, index)} (${item.id ?? 'no id'})`
  if (item.state !== null && NO_LONGER_OPEN.test(item.state)) return rejected('closed', `${where} is ${item.state}`)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id,
      title: plainText(item.text),
      company: employerOf(null, board),
      url: addressOf(item),
      locations: placesOf(item),
      countryCode: countryCodeOf(item.country),
      descriptionHtml: joinedMarkup(sectionsOf(item)),
      postedAt: apiInstant(item.createdAt),
      statedSalary: statedSalaryOf({ ...item.salaryRange, period: item.salaryRange['interval'] }),
      salaryText: salaryWords(item),
      workplace: workplaceOf(item.workplaceType),
      employmentType: employmentTypeOf([item.categories?.commitment ?? '']),
      requisitionId: item.reqCode,
    },
    where,
  )
}

/** The form is at the posting's own address with a word more. */
function addressOf({ hostedUrl, applyUrl, urls }: Item): string | null {
  const page = sitePage(hostedUrl, SITE) ?? sitePage(urls['show'], SITE)
  const form = sitePage(applyUrl, SITE) ?? sitePage(urls['apply'], SITE)
  return page ?? form?.replace(/\/apply\/?$/, '') ?? null
}

/** `location` is the first of `allLocations`, and the only one on boards that have no list. */
function placesOf({ categories }: Item): readonly string[] {
  const all: unknown = categories?.allLocations
  const places = [categories?.location, ...(Array.isArray(all) ? (all as readonly unknown[]) : [all])]
  return eachPlaceOnce(places.flatMap((place) => plainText(place) ?? []))
}

/** `description` is opening and body in one; the lists stand between it and the closing words. */
function sectionsOf(item: Item): readonly MarkupPart[] {
  const { content } = item
  const whole: MarkupPart = {
    html: item.description ?? content['descriptionHtml'],
    plain: item.descriptionPlain ?? content['description'],
  }
  const halves: readonly MarkupPart[] = [
    { html: item.opening, plain: item.openingPlain },
    { html: item.descriptionBody, plain: item.descriptionBodyPlain },
  ]
  const lists = item.lists.length > 0 ? item.lists : content['lists']
  return [
    ...(joinedMarkup([whole]) === '' ? halves : [whole]),
    ...(Array.isArray(lists) ? lists.map(listSection) : []),
    { html: item.salaryDescription, plain: item.salaryDescriptionPlain },
    { html: item.additional ?? content['closingHtml'], plain: item.additionalPlain ?? content['closing'] },
  ]
}

/** The content of a list is its `<li>` elements alone. */
function listSection(value: unknown): MarkupPart {
  const { text: heading, content } = record.parse(value)
  const isBare = typeof content === 'string' && /^\s*<li[\s>]/i.test(content)
  return { heading, html: isBare ? `<ul>${content}</ul>` : content }
}

/** The words about pay, where there are no figures: a range by the week would be read as another span out of them. */
function salaryWords({ salaryRange, salaryDescription, salaryDescriptionPlain }: Item): string | null {
  if (Object.keys(salaryRange).length > 0) return null
  return plainText(salaryDescriptionPlain) ?? plainText(salaryDescription?.replace(/<[^<>]*>/g, ' '))
}
