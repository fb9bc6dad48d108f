import { z } from 'zod'
import type { RawPosting } from '../../posting.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { unixInstant } from '../parts/instants.ts'
import { anything, identifier, list, rejected, over, text, toItem } from '../parts/item.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import type { ParsedItem } from '../source.ts'
import { payOf, payShape } from './pay.ts'
import { postingAddress } from './sites.ts'
import words from './words.json' with { type: 'json' }

const WORKPLACES = new Map(Object.entries(words.workplaces) as [string, 'remote' | 'hybrid'][])

export const remoteShape = {
  remoteLocation: z.boolean().nullable().catch(null),
  remoteWorkModel: z.object({ type: text }).nullable().catch(null),
}

const cardSchema = z.object({
  jobkey: identifier,
  title: text,
  displayTitle: text,
  company: text,
  truncatedCompany: text,
  formattedLocation: text,
  jobLocationCity: text,
  country: text,
  snippet: text,
  pubDate: anything,
  createDate: anything,
  expired: z.boolean().nullable().catch(null),
  jobTypes: list,
  taxonomyAttributes: list,
  ...remoteShape,
  ...payShape,
})
const groupSchema = z.object({ label: text, attributes: list })
const labelSchema = z.object({ label: z.string() })

/** One entry of the list of results. `country` is that of the site. Pure. */
export function cardItem(value: unknown, at: { country: string | null; index: number }): ParsedItem {
  const parsed = cardSchema.safeParse(value)
  const number = `card ${at.index + 1}`
  if (!parsed.success) return rejected('bad_shape', `${number} is no object`)
  const card = parsed.data
  if (card.jobkey === null) return rejected('bad_shape', `${number} has no key`)
  const where = `${number} (${card.jobkey})`
  if (card.expired === true) return over(card.jobkey, `${where} has expired`)
  const country = countryOf(card.country) ?? at.country
  const location = plainText(card.formattedLocation) ?? plainText(card.jobLocationCity)
  return toItem(
    {
      sourcePostingId: card.jobkey,
      title: plainText(card.title) ?? plainText(card.displayTitle),
      company: plainText(card.company) ?? plainText(card.truncatedCompany),
      url: postingAddress(country, card.jobkey),
      locations: location === null ? [] : [location],
      countryCode: country,
      descriptionHtml: unescapeMarkup(card.snippet ?? ''),
      postedAt: unixInstant(card.pubDate) ?? unixInstant(card.createDate),
      closesAt: null,
      ...payOf(card),
      workplace: workplaceOf(card),
      employmentType: employmentTypeOf([...labelsOf(card.jobTypes), ...typesIn(card.taxonomyAttributes)]),
      requisitionId: null,
    },
    where,
  )
}

/** Only what says remote or hybrid; that a job is not at a remote place says nothing. Pure. */
export function workplaceOf(job: z.infer<z.ZodObject<typeof remoteShape>>): RawPosting['workplace'] {
  const model = WORKPLACES.get(job.remoteWorkModel?.type?.trim().toUpperCase() ?? '')
  return model ?? (job.remoteLocation === true ? 'remote' : null)
}

/** Labels that come as text or in objects. Pure. */
export function labelsOf(values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) => {
    if (typeof value === 'string') return [value]
    const labelled = labelSchema.safeParse(value)
    return labelled.success ? [labelled.data.label] : []
  })
}

function typesIn(groups: readonly unknown[]): readonly string[] {
  return groups.flatMap((value) => {
    const group = groupSchema.safeParse(value)
    return group.success && group.data.label?.startsWith('job-types') === true ? labelsOf(group.data.attributes) : []
  })
}

/** ISO 3166-1 alpha-2 of a field that should be one. Pure. */
export function countryOf(code: string | null | undefined): string | null {
  const country = code?.trim().toUpperCase() ?? ''
  if (country === 'UK') return 'GB'
  return /^[A-Z]{2}$/.test(country) ? country : null
}
