import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'
import { judge } from '#main/infra/http/verdict.ts'
import type { EmploymentType, Workplace } from '#shared/facts.ts'
import type { SourceProblem } from '#shared/discovery.ts'
import { readPlaces } from '../enrich/places.ts'
import { readSalary } from '../enrich/salary.ts'
import { readWorkplace } from '../enrich/workplace.ts'
import { normalise } from '../pipeline/normalise.ts'
import type { NormalisedPosting, RawPosting, StatedSalary } from '../posting.ts'
import type { ParsedItem, Payload, Rejection, Source } from './source.ts'

/** A posting as `sources parse` prints it; the shape is the one of docs/READING.md. Instants are ISO 8601 in UTC. */
export interface ParsedPosting {
  readonly sourceId: string
  readonly title: string
  readonly company: string | null
  readonly url: string
  /** The source's own words, all places in one line. */
  readonly location: string | null
  readonly places: readonly string[]
  readonly countryCode: string | null
  readonly postedAt: string | null
  readonly closesAt: string | null
  readonly salary: StatedSalary | null
  readonly salaryPredicted?: StatedSalary
  readonly workplace: Workplace
  readonly employmentType: EmploymentType | null
  readonly description: string
}

export interface ParsedPayload {
  readonly status: 'ok' | 'empty' | 'blocked' | 'error'
  readonly code?: SourceProblem
  readonly message?: string
  readonly items: readonly ParsedPosting[]
  readonly rejected: readonly { readonly reason: Rejection; readonly detail: string }[]
}

export interface RawAnswer {
  readonly body: Uint8Array
  /** HTTP status. */
  readonly status: number
  readonly url: string
  readonly context: Payload['context']
  readonly now: number
}

const BLOCKED: ReadonlySet<HttpProblemCode> = new Set([
  'unauthorised',
  'rate_limited',
  'challenge',
  'key_refused',
  'quota_used',
])

/** What a source would make of an answer, from its bytes to normalised postings, without asking anybody. Never throws for what the
 *  answer is; a source's own fault is thrown. Loads the sanitiser: import this module lazily. */
export async function parsePayload(source: Source, answer: RawAnswer): Promise<ParsedPayload> {
  const { context, now, url } = answer
  try {
    if (answer.status === 204) return EMPTY
    const text = readBody(source, answer)
    const items = await source.parse({ text, url, context, now })
    return outcomeOf(items, { sourceId: source.manifest.id, now })
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.code === 'cancelled') throw error
    const status = BLOCKED.has(error.code) ? 'blocked' : 'error'
    return { ...EMPTY, status, code: error.code, message: error.message }
  }
}

const EMPTY: ParsedPayload = { status: 'empty', items: [], rejected: [] }

/** The body as the first of the source's forms that it is; the usual form's objection when it is none. */
function readBody({ manifest }: Source, answer: RawAnswer): string {
  const address = URL.parse(answer.url) ?? new URL('https://source.invalid/')
  let objection: unknown = null
  for (const accept of manifest.formats) {
    try {
      const said = { url: address, status: answer.status, headers: {}, body: answer.body }
      return judge(said, { accept, validators: null, now: answer.now }).text
    } catch (error) {
      objection ??= error
    }
  }
  throw objection
}

function outcomeOf(items: readonly ParsedItem[], about: { sourceId: string; now: number }): ParsedPayload {
  const postings: ParsedPosting[] = []
  const rejected: ParsedPayload['rejected'][number][] = []
  for (const item of items) {
    const read = item.ok ? normalise(item.posting, about) : item
    if (!read.ok) rejected.push({ reason: read.reason, detail: read.detail })
    else if (item.ok) postings.push(shown(item.posting, read.posting))
  }
  return { status: postings.length > 0 ? 'ok' : 'empty', items: postings, rejected }
}

function shown(raw: RawPosting, posting: NormalisedPosting): ParsedPosting {
  const { locations, title } = posting
  const places = readPlaces({ locations, countryCode: posting.countryCode })
  const countryCode = posting.countryCode ?? places[0]?.countryCode ?? null
  const { salaryText } = posting
  const pay = readSalary({
    statedSalary: posting.statedSalary,
    salaryText,
    title: '',
    descriptionText: '',
    countryCode,
  })
  return {
    sourceId: posting.sourcePostingId,
    title,
    company: posting.company === '' ? null : posting.company,
    url: posting.url,
    location: locations.length === 0 ? null : locations.join('; '),
    places: locations,
    countryCode,
    postedAt: isoOf(posting.postedAt),
    closesAt: isoOf(posting.closesAt),
    salary: pay === null ? null : { min: pay.min, max: pay.max, currency: pay.currency, period: pay.period },
    ...(raw.predictedSalary === undefined ? {} : { salaryPredicted: raw.predictedSalary }),
    workplace: readWorkplace({ stated: posting.workplace, locations, title, descriptionText: '' }).workplace,
    employmentType: posting.employmentType,
    description: posting.descriptionText,
  }
}

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
