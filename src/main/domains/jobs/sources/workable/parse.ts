import { z } from 'zod'
import { type AskedBoard, employerOf, itemAt } from '../asked-board.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText } from '../parts/markup.ts'
import { joinedMarkup, type MarkupPart } from '../parts/markup-parts.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { sitePage } from '../parts/web-address.ts'
import { workplaceOf } from '../parts/workplace-words.ts'
import { placesOf } from './places.ts'

/** `remote`, `workplace`, `type`, `published` and a `location` object are how Workable's other APIs give the same posting. */
const itemSchema = z.object({
  title: text,
  shortcode: identifier,
  id: identifier,
  code: identifier,
  url: text,
  shortlink: text,
  application_url: text,
  employment_type: text,
  type: text,
  telecommuting: anything,
  remote: anything,
  workplace: text,
  workplace_type: text,
  country: anything,
  country_code: anything,
  city: anything,
  state: text,
  status: text,
  location: anything,
  locations: list,
  published_on: anything,
  published: anything,
  created_at: anything,
  description: anything,
  full_description: anything,
  requirements: anything,
  benefits: anything,
})
type Item = z.infer<typeof itemSchema>
const whereSchema = z.object({ workplace_type: anything, telecommuting: anything })

/** States of a posting. `state` is one of them in some answers; in this one it is the region. */
const NO_LONGER_OPEN = /^(?:closed|archived|draft|internal)$/i
/** One API names the hours by a word that means nothing without its field. */
const HOURS = new Map([
  ['full', 'full-time'],
  ['part', 'part-time'],
])
const SITE = 'https://apply.workable.com'
const SHORTCODE = /^[A-Z0-9]{4,20}$/i

/** All rows of an account, several for an opening in several places. Throws HttpProblem 'unreadable' for an answer that is no
 *  account. Pure. */
export function parseAccount(answer: Pick<SourceAnswer, 'text' | 'url'>, board: AskedBoard): readonly ParsedItem[] {
  const { items, envelope } = jsonItems(answer, {
    keys: ['jobs', 'results', 'job'],
    isItem: (value) => typeof value['title'] === 'string' && ('shortcode' in value || 'description' in value),
  })
  // A single job has a title; the name beside a list is the employer's.
  const company = employerOf(plainText(envelope['name']), board)
  return items.map((value, index) => parseRow(value, { board, company, index }))
}

function parseRow(
  value: unknown,
  { board, company, index }: { board: AskedBoard; company: string | null; index: number },
): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `${itemAt(board, index)} is no posting`)
  const item = parsed.data
  const id = item.shortcode ?? item.id
  const where = `${itemAt(board, index)} (${id ?? 'no id'})`
  const isOver = [item.state, item.status].some((state) => NO_LONGER_OPEN.test(state ?? ''))
  if (isOver) return rejected('closed', `${where} is not open any more`)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: id,
      title: plainText(item.title),
      company,
      url: addressOf(item),
      ...placesOf(item),
      descriptionHtml: joinedMarkup(sectionsOf(item)),
      postedAt: apiInstant(item.published_on) ?? apiInstant(item.published) ?? apiInstant(item.created_at),
      workplace: workplaceIn(item),
      employmentType: employmentTypeOf([item.employment_type ?? HOURS.get(item.type ?? '') ?? item.type ?? '']),
      requisitionId: item.code,
    },
    where,
  )
}

/** A posting's page is at its shortcode, also where an answer leaves the address out. */
function addressOf({ url, shortlink, application_url, shortcode }: Item): string | null {
  const given = sitePage(url, SITE) ?? sitePage(shortlink, SITE) ?? sitePage(application_url, SITE)
  if (given !== null || shortcode === null || !SHORTCODE.test(shortcode)) return given
  return `${SITE}/j/${shortcode}`
}

/** `telecommuting` is also true on hybrid postings: it only counts where nothing more telling is said. False says nothing. */
function workplaceIn(item: Item) {
  const place = whereSchema.safeParse(item.location).data
  const said = [item.workplace_type, item.workplace, place?.workplace_type]
    .map(workplaceOf)
    .find((word) => word !== null)
  const isRemote = [item.telecommuting, item.remote, place?.telecommuting].some(
    (value) => value === true || value === 'true',
  )
  return said ?? (isRemote ? 'remote' : null)
}

/** `full_description` is all three in one. */
function sectionsOf(item: Item): readonly MarkupPart[] {
  const whole = sectionOf(item.full_description)
  if (joinedMarkup([whole]) !== '') return [whole]
  return [
    sectionOf(item.description),
    { heading: 'Requirements', ...sectionOf(item.requirements) },
    { heading: 'Benefits', ...sectionOf(item.benefits) },
  ]
}

/** Some answers have a list of lines where markup is usual. */
function sectionOf(value: unknown): MarkupPart {
  return Array.isArray(value) ? { plain: value.filter((line) => typeof line === 'string').join('\n') } : { html: value }
}
