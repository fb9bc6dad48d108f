import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'
import { judge } from '#main/infra/http/verdict.ts'
import type { EmploymentType, Workplace } from '#shared/facts.ts'
import type { SourceProblem } from '#shared/discovery.ts'
import { readPlaces } from '../enrich/place/places.ts'
import { readSalary } from '../enrich/salary/salary.ts'
import { readWorkplace } from '../enrich/workplace/workplace.ts'
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
    return outcomeOf(items, { sourceId: source.manifest.id, context, now })
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    const { code, message } = source.refusal?.(error) ?? error
    if (code === 'cancelled') throw error
    return { ...EMPTY, status: BLOCKED.has(code) ? 'blocked' : 'error', code, message }
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

interface About {
  readonly sourceId: string
  readonly context: Payload['context']
  readonly now: number
}

const MALFORMED: ReadonlySet<Rejection> = new Set(['bad_shape', 'no_title', 'no_url'])

/** A posting that is there twice is one. Items of which none can be read are no empty answer: the source's form has changed. */
function outcomeOf(items: readonly ParsedItem[], about: About): ParsedPayload {
  const postings = new Map<string, ParsedPosting>()
  const rejected: ParsedPayload['rejected'][number][] = []
  for (const item of items) {
    if (!item.ok) {
      rejected.push({ reason: item.reason, detail: item.detail })
      continue
    }
    const raw = { ...item.posting, company: item.posting.company ?? about.context['company'] ?? null }
    const read = normalise(raw, about)
    if (!read.ok) rejected.push({ reason: read.reason, detail: read.detail })
    else if (!postings.has(read.posting.sourcePostingId)) {
      postings.set(read.posting.sourcePostingId, shown(raw, { posting: read.posting, about }))
    }
  }
  const outcome = { items: [...postings.values()], rejected }
  if (postings.size > 0) return { status: 'ok', ...outcome }
  if (rejected.length === 0 || rejected.some(({ reason }) => !MALFORMED.has(reason)))
    return { status: 'empty', ...outcome }
  return { status: 'error', code: 'drift', message: `None of its ${rejected.length} items could be read.`, ...outcome }
}

function shown(raw: RawPosting, { posting, about }: { posting: NormalisedPosting; about: About }): ParsedPosting {
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
    sourceId: ownId(posting.sourcePostingId, about.context['slug']),
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

/** The source's own id: boards have their name before it, to tell them apart. */
function ownId(sourcePostingId: string, slug: string | undefined): string {
  return slug !== undefined && sourcePostingId.startsWith(`${slug}/`)
    ? sourcePostingId.slice(slug.length + 1)
    : sourcePostingId
}

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
