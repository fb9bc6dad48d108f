import { z } from 'zod'
import { normalise } from '../pipeline/normalise.ts'
import type { NormalisedPosting, RawPosting } from '../posting.ts'
import { RowProblem } from './row-problem.ts'

const text = z.string().nullish()

/** One posting as a line of JSON, the shape of docs/READING.md. Only the title is a must; what is not known is left out. */
export const postingRowSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string(),
  company: text,
  location: z.union([z.string(), z.array(z.string())]).nullish(),
  country: text,
  description: text,
  salaryText: text,
  source: text,
  url: text,
  postedAt: z.union([z.string(), z.number()]).nullish(),
  closesAt: z.union([z.string(), z.number()]).nullish(),
  requisitionId: text,
})
export type PostingRow = z.infer<typeof postingRowSchema>

/** A row as a posting that the rest of the pipeline trusts. Throws RowProblem when it has no title. `now` is UTC ms.
 *  Loads the sanitiser: import this module lazily. */
export function postingOfRow(row: PostingRow, now: number): NormalisedPosting {
  const sourceId = row.source?.trim() || 'rows'
  const options = { sourceId, now, isUrlOptional: true }
  const raw = rawOf(row)
  const normalised = normalise(raw, options)
  if (normalised.ok) return normalised.posting
  // An address that cannot be used says nothing about the opening.
  const withoutUrl = normalised.reason === 'no_url' ? normalise({ ...raw, url: '' }, options) : normalised
  if (!withoutUrl.ok) throw new RowProblem(withoutUrl.detail)
  return withoutUrl.posting
}

function rawOf(row: PostingRow): RawPosting {
  return {
    sourcePostingId: row.id,
    title: row.title,
    company: row.company ?? null,
    url: row.url ?? '',
    locations: typeof row.location === 'string' ? [row.location] : (row.location ?? []),
    countryCode: row.country ?? null,
    descriptionHtml: row.description ?? '',
    postedAt: instantOf(row.postedAt),
    closesAt: instantOf(row.closesAt),
    statedSalary: null,
    salaryText: row.salaryText ?? null,
    workplace: null,
    employmentType: null,
    requisitionId: row.requisitionId ?? null,
  }
}

/** ISO 8601, or epoch seconds or milliseconds. */
function instantOf(written: string | number | null | undefined): number | null {
  if (written === null || written === undefined) return null
  if (typeof written === 'number') return written < 1e11 ? written * 1000 : written
  const instant = Date.parse(written)
  return Number.isNaN(instant) ? null : instant
}
