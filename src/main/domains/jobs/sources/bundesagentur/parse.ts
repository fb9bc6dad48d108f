import { identifier, rejected, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { createLocalInstant } from '../parts/local-instant.ts'
import { unescapeMarkup } from '../parts/markup.ts'
import { countryCodeOf } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import { employmentIn, firstSaid, isRecord, payOf, placesOf, said, workplaceIn, type Fields } from './facts.ts'

const ID_KEYS = ['referenznummer', 'refnr', 'hashId']
const TITLE_KEYS = ['stellenangebotsTitel', 'titel', 'freieBezeichnung', 'hauptberuf', 'beruf']
const POSTED_KEYS = [
  'datumErsteVeroeffentlichung',
  'ersteVeroeffentlichungsdatum',
  'aktuelleVeroeffentlichungsdatum',
  'veroeffentlichungsdatum',
]
const FORM = {
  keys: ['ergebnisliste', 'stellenangebote'],
  isItem: (value: Fields) =>
    [...ID_KEYS, 'stellenangebotsBeschreibung', 'stellenbeschreibung'].some((key) => key in value),
}
const inBerlin = createLocalInstant('Europe/Berlin')

/** The postings of a list or of one posting's own answer, of today's form and of the one before. `id` stands in where an answer does
 *  not repeat it. Throws HttpProblem 'unreadable' for an answer that is neither. Pure. */
export function parseAnswer(
  answer: Pick<SourceAnswer, 'text' | 'url'>,
  id: string | null = null,
): readonly ParsedItem[] {
  const items = fieldsIn(answer)
  return items.map((fields, index) => parseFields(fields, { index, id: items.length === 1 ? id : null }))
}

/** The items of an answer as they came. A search that finds nothing has no list, only a count of nothing. */
export function fieldsIn(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly unknown[] {
  const form = { ...FORM, isItem: (value: Fields) => FORM.isItem(value) || isNothingFound(value) }
  const { items } = jsonItems(answer, form)
  const [only] = items
  return items.length === 1 && isRecord(only) && isNothingFound(only) ? [] : items
}

function isNothingFound(value: Fields): boolean {
  const count = value['maxErgebnisse']
  return (count === 0 || count === '0') && !FORM.isItem(value)
}

/** One posting out of its fields, in either form. Pure. */
export function parseFields(
  value: unknown,
  { index, id }: { readonly index: number; readonly id: string | null },
): ParsedItem {
  if (!isRecord(value)) return rejected('bad_shape', `item ${index} is no posting`)
  const sourcePostingId = numberOf(value) ?? id
  const { locations, lands } = placesOf(value)
  const [land, ...otherLands] = lands
  const countryCode = otherLands.length === 0 ? countryCodeOf(land) : null
  const period = isRecord(value['veroeffentlichungszeitraum']) ? value['veroeffentlichungszeitraum'] : {}
  const candidate = {
    ...UNSAID,
    sourcePostingId,
    title: firstSaid(value, ...TITLE_KEYS),
    company: firstSaid(value, 'firma', 'arbeitgeber'),
    url: addressOf(value, sourcePostingId),
    locations,
    countryCode,
    descriptionHtml: descriptionOf(value),
    postedAt: POSTED_KEYS.flatMap((key) => inBerlin(value[key]) ?? [])[0] ?? inBerlin(period['von']),
    closesAt: inBerlin(period['bis']),
    ...payOf(value, countryCode),
    workplace: workplaceIn(value),
    employmentType: employmentIn(value),
  }
  return toItem(candidate, `item ${index} (${sourcePostingId ?? 'no id'})`)
}

/** Its reference number, by which it can be read. */
export function numberOf(fields: unknown): string | null {
  return isRecord(fields) ? (ID_KEYS.flatMap((key) => identifier.parse(fields[key]) ?? [])[0] ?? null) : null
}

/** The posting where the agency found it, else on its own pages. */
function addressOf(fields: Fields, id: string | null): string | null {
  const elsewhere = webAddress(said(fields['externeURL'])) ?? webAddress(said(fields['externeUrl']))
  if (elsewhere !== null || id === null) return elsewhere
  return `https://www.arbeitsagentur.de/jobsuche/jobdetail/${encodeURIComponent(id.toWellFormed())}`
}

function descriptionOf(fields: Fields): string {
  const written = [fields['stellenangebotsBeschreibung'], fields['stellenbeschreibung']].find(
    (text) => said(text) !== null,
  )
  return typeof written === 'string' ? unescapeMarkup(written) : ''
}
