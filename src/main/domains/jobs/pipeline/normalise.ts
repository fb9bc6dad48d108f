import { createHash } from 'node:crypto'
import type { NormalisedPosting, RawPosting, StatedSalary } from '../posting.ts'
import type { Rejection } from '../sources/source.ts'
import { canonicalUrl } from './canonical-url.ts'
import { cleanCharacters, cleanLine, cut } from './clean-text.ts'
import { htmlToPlainText } from './html-to-plain-text.ts'
import { requisitionIdIn } from './requisition.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { textToHtml } from './text-to-html.ts'

/** Longest values that are kept, in UTF-16 units; what is longer is cut, a URL rejected. */
const MAX = {
  title: 300,
  company: 200,
  location: 200,
  locations: 20,
  url: 2000,
  html: 400_000,
  text: 100_000,
  salaryText: 500,
  requisitionId: 100,
  sourcePostingId: 500,
}
const EARLIEST_MS = Date.UTC(1995, 0, 1)
const LATEST_MS = Date.UTC(2100, 0, 1)

export interface NormaliseOptions {
  readonly sourceId: string
  /** UTC ms. */
  readonly now: number
  /** A posting that the user added may have no address; every other one must. */
  readonly isUrlOptional?: boolean
}

const NO_URL = { value: '' }

export type Normalised =
  | { readonly ok: true; readonly posting: NormalisedPosting }
  | { readonly ok: false; readonly reason: Rejection; readonly detail: string }

/** One posting as the rest of the pipeline trusts it: clean single lines, sanitised HTML, its text, a canonical address and
 *  a hash of what it says. Rejects with `no_title`, `no_url` (not http(s), relative, with credentials, longer than 2,000)
 *  or `bad_shape` (no id of the source's own). A source without a company gives ''. Never throws.
 *  Import this module lazily: sanitize-html behind it takes 0.2 s to load. */
export function normalise(raw: RawPosting, options: NormaliseOptions): Normalised {
  const title = cleanLine(raw.title, MAX.title)
  if (!/[\p{L}\p{N}]/u.test(title)) return { ok: false, reason: 'no_title', detail: 'The posting has no title.' }
  const url = raw.url === '' && options.isUrlOptional === true ? NO_URL : cleanUrl(raw.url)
  if (url.value === null) return { ok: false, reason: 'no_url', detail: url.problem }
  const sourcePostingId = boundedId(raw.sourcePostingId)
  if (sourcePostingId === '') return { ok: false, reason: 'bad_shape', detail: 'The posting has no id of its own.' }
  const description = describe(raw.descriptionHtml)
  const said = {
    title,
    company: cleanLine(raw.company ?? '', MAX.company),
    // Without an address a posting is known by its id alone.
    canonicalUrl: url.value === '' ? `${options.sourceId}:${sourcePostingId}` : canonicalUrl(url.value),
    locations: cleanLocations(raw.locations),
    countryCode: cleanCountry(raw.countryCode),
    descriptionText: description.text,
    statedSalary: cleanSalary(raw.statedSalary),
    salaryText: cleanLine(raw.salaryText ?? '', MAX.salaryText) || null,
    workplace: raw.workplace,
    employmentType: raw.employmentType,
    closesAt: cleanInstant(raw.closesAt),
    requisitionId: cleanLine(raw.requisitionId ?? '', MAX.requisitionId) || requisitionIdIn(title, description.text),
  }
  const contentHash = createHash('sha256').update(JSON.stringify(said)).digest('hex')
  const posting = {
    ...said,
    sourceId: options.sourceId,
    sourcePostingId,
    url: url.value,
    descriptionHtml: description.html,
    postedAt: notAhead(cleanInstant(raw.postedAt), options.now),
    contentHash,
  }
  return { ok: true, posting }
}

/** Sanitised HTML and its text, both bounded: markup that is huge even when clean gives way to its text. */
function describe(raw: string): { html: string; text: string } {
  const html = sanitiseHtml(raw)
  const text = cut(htmlToPlainText(html), MAX.text).trimEnd()
  return { html: html.length > MAX.html ? textToHtml(text) : html, text }
}

function cleanUrl(raw: string): { value: string } | { value: null; problem: string } {
  const url = URL.parse(
    cleanCharacters(raw.slice(0, MAX.url * 4))
      .trim()
      .replace(/&amp;/gi, '&'),
  )
  if (url === null) return { value: null, problem: 'The posting has no absolute web address.' }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { value: null, problem: `The address of the posting starts with "${url.protocol}", not with http or https.` }
  }
  if (url.username !== '' || url.password !== '')
    return { value: null, problem: 'The address of the posting holds credentials.' }
  if (url.href.length > MAX.url)
    return { value: null, problem: `The address of the posting is longer than ${MAX.url} characters.` }
  return { value: url.href }
}

/** A source's id, kept as it is; one that is absurdly long is replaced by its hash, which names it just as well. */
function boundedId(raw: string): string {
  const id = raw.toWellFormed().trim()
  return id.length <= MAX.sourcePostingId ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`
}

function cleanLocations(raw: readonly string[]): string[] {
  const cleaned = raw.slice(0, MAX.locations * 5).map((location) => cleanLine(location, MAX.location))
  return [...new Set(cleaned.filter((location) => /[\p{L}\p{N}]/u.test(location)))].slice(0, MAX.locations)
}

/** ISO 3166-1 alpha-2; the two codes that the EU writes differently are brought to it. */
function cleanCountry(raw: string | null): string | null {
  const code = raw?.trim().toUpperCase() ?? ''
  if (!/^[A-Z]{2}$/.test(code)) return null
  return code === 'UK' ? 'GB' : code === 'EL' ? 'GR' : code
}

function cleanInstant(raw: number | null): number | null {
  if (raw === null || !Number.isFinite(raw)) return null
  return raw >= EARLIEST_MS && raw < LATEST_MS ? Math.trunc(raw) : null
}

/** Clocks differ, and zones are left out; a date further ahead is a fault of the source and no date. */
const AHEAD_MAX_MS = 36 * 3_600_000

function notAhead(instant: number | null, now: number): number | null {
  return instant !== null && instant > now + AHEAD_MAX_MS ? null : instant
}

/** Null unless there is a positive amount in a named currency. Boards write 0 for "not said", and sometimes swap the ends. */
function cleanSalary(raw: StatedSalary | null): StatedSalary | null {
  if (raw === null) return null
  const currency = raw.currency.trim().toUpperCase()
  const min = cleanAmount(raw.min)
  const max = cleanAmount(raw.max)
  if (!/^[A-Z]{3}$/.test(currency) || (min === null && max === null)) return null
  const isSwapped = min !== null && max !== null && min > max
  return { min: isSwapped ? max : min, max: isSwapped ? min : max, currency, period: raw.period }
}

function cleanAmount(raw: number | null): number | null {
  return raw !== null && Number.isFinite(raw) && raw > 0 ? raw : null
}
