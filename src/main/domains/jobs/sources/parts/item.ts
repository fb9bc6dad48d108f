import { z } from 'zod'
import { MAX_MARKUP_CHARS } from './markup.ts'
import type { RawPosting } from '../../posting.ts'
import type { ParsedItem, Rejection } from '../source.ts'

/** A title, company, place or address beyond this is no title, company, place or address. Characters. */
const MAX_FIELD_CHARS = 2000

/** What a parser read from one item before it is known to be a posting. */
export type Candidate = Omit<RawPosting, 'sourcePostingId' | 'title' | 'url'> & {
  /** Null when the source gives none: the address then stands in for it. */
  readonly sourcePostingId: string | null
  readonly title: string | null
  readonly url: string | null
}

/** What most sources do not say. */
export const UNSAID = {
  countryCode: null,
  closesAt: null,
  statedSalary: null,
  salaryText: null,
  workplace: null,
  employmentType: null,
  requisitionId: null,
} as const

/** A JSON field that may be missing, null or of another type than documented: anything but text reads as null. */
export const text = z.string().nullable().catch(null)
/** Ids come as numbers or as text. */
export const identifier = z
  .union([z.string().trim().min(1), z.number().int().transform(String)])
  .nullable()
  .catch(null)
/** A field whose type the parser looks at itself. */
export const anything = z.unknown().optional()
/** A list whose items are judged one by one. Anything but a list reads as an empty one. */
export const list = z.array(z.unknown()).catch([])

export function rejected(reason: Rejection, detail: string): ParsedItem {
  return { ok: false, reason, detail }
}

/** A posting that its source says is over; null where the source does not say which. */
export function over(sourcePostingId: string | null, detail: string): ParsedItem {
  return { ok: false, reason: 'closed', detail, ...(sourcePostingId === null ? {} : { closedId: sourcePostingId }) }
}

/** A posting, or the reason why the candidate is none. `where` says which item of the page it was, for the log. Pure. */
export function toItem(given: Candidate, where: string): ParsedItem {
  const candidate = {
    ...given,
    title: said(given.title),
    company: said(given.company),
    locations: given.locations.filter((location) => said(location) !== null),
  }
  const { title, url, descriptionHtml } = candidate
  if (title === null) return rejected('no_title', `${where} has no title`)
  if (url === null) return rejected('no_url', `${where} has no web address`)
  if (descriptionHtml.length > MAX_MARKUP_CHARS) {
    return rejected('too_large', `${where} has a description of ${descriptionHtml.length} characters`)
  }
  const longest = Math.max(
    title.length,
    url.length,
    candidate.company?.length ?? 0,
    ...candidate.locations.slice(0, 200).map((location) => location.length),
  )
  if (longest > MAX_FIELD_CHARS) return rejected('too_large', `${where} has a field of ${longest} characters`)
  const sourcePostingId = candidate.sourcePostingId ?? url
  return { ok: true, posting: { ...candidate, title, url, sourcePostingId } }
}

/** Careless software writes these words where it has nothing. */
function said(text: string | null): string | null {
  return text === null || /^\s{0,9}(?:null|undefined)\s{0,9}$/i.test(text) ? null : text
}
