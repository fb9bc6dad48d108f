import type { EmploymentType, Workplace } from '#shared/facts.ts'
import type { RawPosting } from '../../posting.ts'
import { fromCapitals } from '../parts/capitals.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { plainText } from '../parts/markup.ts'
import { placeLine } from '../parts/place-lines.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import words from './words.json' with { type: 'json' }

/** A posting's fields as they came, the list's and its own together. */
export type Fields = Readonly<Record<string, unknown>>

const NOT_SAID = new Set(words.notSaid)
const PLACES = new Map(Object.entries(words.places))
const PAY_PERIODS = new Map(Object.entries(words.payPeriods))
const PAY_WORDS = new Map(Object.entries(words.payWords))
const HOME_OFFICE = new Map(Object.entries(words.homeOffice))
const KINDS = new Map(Object.entries(words.kinds))
const FLAGS = Object.entries(words.flags)

/** A text that says something: the service also writes "null" and "KEINE_ANGABEN". */
export function said(value: unknown): string | null {
  const written = plainText(value)
  return written === null || NOT_SAID.has(written.toLowerCase()) ? null : written
}

/** The first of the fields that says something. */
export function firstSaid(fields: Fields, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const found = said(fields[key])
    if (found !== null) return found
  }
  return null
}

/** A field that is true, or "True". */
function saysYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true')
}

/** A region or country by its name: both forms write it in capitals, the newer one without umlauts and blanks. */
function placeName(value: unknown): string | null {
  const written = said(value)
  return written === null ? null : (PLACES.get(written) ?? fromCapitals(written.replaceAll('_', ' ')))
}

/** The places as people write them, and the countries that they name. */
export function placesOf(fields: Fields): { readonly locations: readonly string[]; readonly lands: readonly string[] } {
  const places = [fields['stellenlokationen'], fields['arbeitsorte'], fields['arbeitsort']].flat().filter(isRecord)
  const addresses = places.map((place) => (isRecord(place['adresse']) ? place['adresse'] : place))
  const lines = addresses.flatMap(
    ({ ort, region, land }) => placeLine([said(ort), placeName(region), placeName(land)]) ?? [],
  )
  const lands = addresses.flatMap(({ land }) => placeName(land) ?? [])
  return { locations: [...new Set(lines)], lands: [...new Set(lands)] }
}

/** How much it pays. The amounts are euros in Germany; of a job elsewhere only the words are given, because no field says in which
 *  money they are. */
export function payOf(fields: Fields, countryCode: string | null): Pick<RawPosting, 'statedSalary' | 'salaryText'> {
  const kind = said(fields['verguetungsangabe']) ?? ''
  const fixed = amountOf(fields['festgehalt'])
  const [min, max] =
    fixed === null ? [amountOf(fields['gehaltsspanneVon']), amountOf(fields['gehaltsspanneBis'])] : [fixed, fixed]
  const period = PAY_PERIODS.get(kind.toUpperCase())
  const statedSalary = countryCode === 'DE' ? statedSalaryOf({ min, max, currency: 'EUR', period }) : null
  if (statedSalary !== null) return { statedSalary, salaryText: null }
  const amounts = [...new Set([min, max])].filter((amount) => amount !== null)
  if (amounts.length === 0) return { statedSalary, salaryText: period === undefined ? freeWords(fields) : null }
  const named = PAY_WORDS.get(kind.toUpperCase())
  return { statedSalary, salaryText: `${amounts.join(' – ')}${named === undefined ? '' : ` (${named})`}` }
}

function freeWords(fields: Fields): string | null {
  const written = firstSaid(fields, 'verguetung', 'verguetungsangabe')
  return written === null || /^[A-Z_]+$/.test(written) ? null : written
}

function amountOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\s*\d{1,12}(?:\.\d+)?\s*$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : null
}

/** Where the work is done, as the fields say it. That work from home is possible is read as in a text that says so ("Homeoffice
 *  möglich"): some of it. */
export function workplaceIn(fields: Fields): Exclude<Workplace, 'unknown'> | null {
  const type = said(fields['homeofficetyp'])?.toUpperCase() ?? ''
  const share = type === 'ANGABE_IN_PROZENT' ? amountOf(fields['homeofficeprozent']) : null
  if (HOME_OFFICE.has(type) || share === 100) return 'remote'
  const isSome = share !== null && share < 100
  return isSome || saysYes(fields['homeofficemoeglich']) ? 'hybrid' : null
}

/** The kind of employment. Work for a temporary-employment agency is no kind of its own: its contracts are limited or not like any. */
export function employmentIn(fields: Fields): EmploymentType | null {
  const models = fields['arbeitszeitmodelle']
  const constants = [
    fields['stellenangebotsart'],
    fields['vertragsdauer'],
    fields['befristung'],
    ...(Array.isArray(models) ? (models as readonly unknown[]) : []),
  ]
  const named = constants.flatMap((constant) => KINDS.get(said(constant)?.toUpperCase() ?? '') ?? [])
  const flagged = FLAGS.flatMap(([flag, label]) => (saysYes(fields[flag]) ? [label] : []))
  return employmentTypeOf([...named, ...flagged])
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
