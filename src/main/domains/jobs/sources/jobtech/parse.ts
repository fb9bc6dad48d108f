import { z } from 'zod'
import type { EmploymentType } from '#shared/facts.ts'
import { fromCapitals } from '../parts/capitals.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { anything, identifier, over, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { createLocalInstant } from '../parts/local-instant.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { countryCodeOf, placeLine } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { textUnder } from '../parts/text-under.ts'
import { webAddress } from '../parts/web-address.ts'
import labels from './labels.json' with { type: 'json' }

const label = z.union([
  z.string().transform((written) => ({ label: written })),
  z.object({ label: text }).nullable().catch(null),
])
const description = z.object({ text, text_formatted: text }).nullable().catch(null)
const address = z.object({ city: text, municipality: text, region: text, country: text }).nullable().catch(null)

const adSchema = z.object({
  id: identifier,
  removed: anything,
  headline: text,
  description: z.union([z.string().transform((written) => ({ text: written, text_formatted: null })), description]),
  employer: anything,
  workplace_address: z.union([
    z.string().transform((city) => ({ city, municipality: null, region: null, country: null })),
    address,
  ]),
  application_details: z.object({ url: text, reference: text }).nullable().catch(null),
  webpage_url: text,
  publication_date: anything,
  application_deadline: anything,
  last_publication_date: anything,
  employment_type: label,
  duration: label,
  working_hours_type: label,
  salary_description: text,
  remote_work: anything,
  remote: anything,
})
type Ad = z.infer<typeof adSchema>

const FORM = {
  keys: ['hits', 'ads'],
  isItem: (value: Readonly<Record<string, unknown>>) => 'headline' in value || 'removed' in value,
}
const KINDS = new Map(Object.entries(labels.kinds))
const inSweden = createLocalInstant('Europe/Stockholm')

/** The ads of a search, of the stream (a bare list, in which a removed ad is only its id) or one ad alone. Throws HttpProblem
 *  'unreadable' for an answer that is none of these. Pure. */
export function parseAds(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  return jsonItems(answer, FORM).items.map(parseAd)
}

function parseAd(value: unknown, index: number): ParsedItem {
  const parsed = adSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no ad`)
  const { data } = parsed
  if (saysYes(data.removed)) return over(data.id, `ad ${data.id ?? index} was removed`)
  const country = data.workplace_address?.country
  const candidate = {
    ...UNSAID,
    sourcePostingId: data.id,
    title: plainText(data.headline),
    company: textUnder(data.employer, 'name', 'workplace'),
    url: addressOf(data),
    locations: placesOf(data),
    countryCode: countryCodeOf(country),
    descriptionHtml: descriptionOf(data),
    postedAt: inSweden(data.publication_date),
    closesAt: inSweden(data.application_deadline) ?? inSweden(data.last_publication_date),
    salaryText: plainText(data.salary_description),
    // That a job is not marked as remote says nothing: few ads mark it.
    workplace: saysYes(data.remote_work) || saysYes(data.remote) ? ('remote' as const) : null,
    employmentType: employmentOf(data),
    requisitionId: plainText(data.application_details?.reference),
  }
  return toItem(candidate, `item ${index} (${data.id ?? 'no id'})`)
}

function saysYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true')
}

/** The ad on Platsbanken, else where one applies. */
function addressOf({ id, webpage_url, application_details }: Ad): string | null {
  const given = webAddress(webpage_url) ?? webAddress(application_details?.url)
  if (given !== null || id === null) return given
  return `https://arbetsformedlingen.se/platsbanken/annonser/${encodeURIComponent(id.toWellFormed())}`
}

function placesOf({ workplace_address }: Ad): readonly string[] {
  const { city, municipality, region, country } = workplace_address ?? {}
  const line = placeLine([fromCapitals(plainText(city) ?? ''), municipality, region, country])
  return line === null ? [] : [line]
}

function descriptionOf({ description }: Ad): string {
  const [formatted, plain] = [description?.text_formatted ?? '', description?.text ?? '']
  return unescapeMarkup(formatted.trim() === '' ? plain : formatted)
}

function employmentOf({ working_hours_type, employment_type, duration }: Ad): EmploymentType | null {
  const said = [working_hours_type, employment_type, duration].flatMap((given) => {
    const written = plainText(given?.label)?.toLowerCase().replaceAll('–', '-')
    return written === undefined ? [] : (KINDS.get(written) ?? [])
  })
  return employmentTypeOf(said)
}
