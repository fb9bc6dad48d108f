import { createHash } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import type { JobId, SourceId } from '#shared/ids.ts'
import { ADDED_SOURCE, type IntakeReading, type PostingDraft } from '#shared/intake.ts'
import { HttpProblem, type HttpClient } from '../../../infra/http/http.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { recogniseJobAddress, webAddressIn } from '../employers/recognise-address.ts'
import type { JobStore } from '../pipeline/job-store.ts'
import type { RawPosting } from '../posting.ts'
import type { BoardPosting } from './board-posting.ts'

export interface IntakeService {
  /** Throws NOT_A_POSTING. */
  readonly read: (text: string) => Promise<IntakeReading>
  readonly preview: (draft: PostingDraft) => Promise<Pick<IntakeReading, 'facts' | 'knownJobId'>>
  readonly add: (draft: PostingDraft) => Promise<{ jobId: JobId; outcome: 'new' | 'updated' | 'known' }>
}

export interface IntakeOptions {
  readonly clock: Clock
  readonly http: HttpClient
  readonly store: JobStore
  /** Reads one posting off the board that an address belongs to; null when the board does not have it. */
  readonly readBoardPosting: BoardPosting
  /** An origin that may be private because the user said so. */
  readonly trustedOrigin: () => string | null
  readonly findJob: (sourceId: SourceId, sourcePostingId: string) => JobId | null
  readonly onChange: () => void
}

interface Found {
  readonly way: IntakeReading['way']
  readonly sourceId: SourceId
  readonly posting: RawPosting
  readonly others: number
}

/** One posting at a time, from the user's own hand. */
export function createIntakeService(options: IntakeOptions): IntakeService {
  const { clock, store } = options

  async function readAddress(url: string): Promise<Found> {
    const page = await fetchPage(url, options)
    const found = typeof page === 'string' ? await readPage(page, url, 'structured') : null
    if (found !== null) return found
    const board = await readBoard(url)
    if (board !== null) return board
    if (page instanceof HttpProblem) throw notAPosting(page.message)
    const readable = await readPage(page, url, 'readable')
    if (readable === null) throw notAPosting('The page has no posting that can be read. Paste its text instead.')
    return readable
  }

  async function readBoard(url: string): Promise<Found | null> {
    const address = recogniseJobAddress(url)
    if (address === null) return null
    try {
      const posting = await options.readBoardPosting(address)
      return posting === null ? null : { way: 'board', sourceId: address.board.kind, posting, others: 0 }
    } catch (error) {
      // The page itself may still be readable; what the board says is then of no use.
      if (error instanceof HttpProblem) return null
      throw error
    }
  }

  async function prepared(draft: PostingDraft) {
    const { prepareDraft } = await import('./prepare-draft.ts')
    const item = prepareDraft(draft, { now: clock.now(), sourcePostingId: idOf(draft) })
    if (item.kind !== 'posting') throw notAPosting('A job needs a title.')
    return item
  }

  async function preview(draft: PostingDraft): Promise<Pick<IntakeReading, 'facts' | 'knownJobId'>> {
    const item = await prepared(draft)
    return { facts: item.facts, knownJobId: options.findJob(draft.sourceId, item.posting.sourcePostingId) }
  }

  return {
    read: async (text) => {
      const address = addressIn(text)
      const found = address === null ? await readText(text) : await readAddress(address)
      const draft = draftOf(found)
      return { way: found.way, draft, others: found.others, ...(await preview(draft)) }
    },
    preview,
    add: async (draft) => {
      const item = await prepared(draft)
      const { sourceId } = draft
      const { counts } = store.commit({
        sourceId,
        items: [item],
        scope: null,
        closing: null,
        maxNew: 1,
        alsoWrite: () => undefined,
      })
      const jobId = options.findJob(sourceId, item.posting.sourcePostingId)
      if (jobId === null) throw new Error('A confirmed posting was not stored')
      options.onChange()
      return { jobId, outcome: counts.new > 0 ? 'new' : counts.updated > 0 ? 'updated' : 'known' }
    },
  }
}

function notAPosting(reason: string): AppError {
  return new AppError('NOT_A_POSTING', { reason })
}

/** The text as one web address; null when it is more than that. */
function addressIn(text: string): string | null {
  const trimmed = text.trim()
  if (/\s/.test(trimmed) || trimmed.startsWith('<')) return null
  const url = URL.parse(trimmed)
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href
  return webAddressIn(trimmed)?.href ?? null
}

async function readText(text: string): Promise<Found> {
  if (/<(?:!doctype|html|body|script|div|p|h1)\b/i.test(text)) {
    const found = (await readPage(text, '', 'structured')) ?? (await readPage(text, '', 'readable'))
    if (found !== null) return found
  }
  const { readPastedText } = await import('./pasted-text.ts')
  const { textToHtml } = await import('../pipeline/text-to-html.ts')
  const read = readPastedText(text)
  if (read === null) throw notAPosting('There is too little in it: a title in the first line, and the text below it.')
  const { title, company, url, location } = read
  const descriptionHtml = textToHtml(read.description)
  const locations = location === null ? [] : [location]
  return {
    way: 'text',
    sourceId: ADDED_SOURCE,
    others: 0,
    posting: { ...SILENT, sourcePostingId: '', title, company, url: url ?? '', locations, descriptionHtml },
  }
}

const SILENT = {
  countryCode: null,
  postedAt: null,
  closesAt: null,
  statedSalary: null,
  salaryText: null,
  workplace: null,
  employmentType: null,
  requisitionId: null,
} as const

/** `structured`: only what the page says for machines; `readable`: what it shows to people. */
async function readPage(html: string, url: string, how: 'structured' | 'readable'): Promise<Found | null> {
  if (how === 'structured') {
    const { readJobPostings } = await import('../sources/json-ld/read-job-postings.ts')
    const postings = readJobPostings(html, url).flatMap((item) => (item.ok ? [item.posting] : []))
    const [posting] = postings
    if (posting === undefined) return null
    return { way: 'json-ld', sourceId: ADDED_SOURCE, posting, others: postings.length - 1 }
  }
  const { readPageText } = await import('./page-text.ts')
  const read = readPageText(html, url)
  if (read === null) return null
  const posting = { ...SILENT, ...read, sourcePostingId: '', url: read.url ?? url, locations: [] }
  return { way: 'page', sourceId: ADDED_SOURCE, posting, others: 0 }
}

async function fetchPage(url: string, { http, trustedOrigin }: IntakeOptions): Promise<string | HttpProblem> {
  try {
    const answer = await http.request({ url, accept: 'html', maxRetries: 1, trustedOrigin: trustedOrigin() })
    return answer.text
  } catch (error) {
    if (error instanceof HttpProblem && error.code !== 'cancelled') return error
    throw error
  }
}

function draftOf({ sourceId, posting }: Found): PostingDraft {
  const isOwn = sourceId === ADDED_SOURCE
  return {
    sourceId,
    sourcePostingId: isOwn || posting.sourcePostingId === '' ? null : posting.sourcePostingId,
    title: posting.title.slice(0, 300),
    company: posting.company?.slice(0, 200) ?? '',
    url: posting.url,
    locations: posting.locations.slice(0, 20).map((location) => location.slice(0, 200)),
    countryCode: posting.countryCode,
    description: posting.descriptionHtml.slice(0, 400_000),
    postedAt: posting.postedAt,
    closesAt: posting.closesAt,
    statedSalary: posting.statedSalary,
    salaryText: posting.salaryText?.slice(0, 500) ?? null,
    workplace: posting.workplace,
    employmentType: posting.employmentType,
    requisitionId: posting.requisitionId?.slice(0, 100) ?? null,
  }
}

/** What a posting added by hand is known by: its address, else its title, company and text. The same one added twice is one. */
function idOf(draft: PostingDraft): string {
  if (draft.sourcePostingId !== null) return draft.sourcePostingId
  if (draft.url !== '') return draft.url
  const said = [draft.title, draft.company, draft.description].join('\n')
  return createHash('sha256').update(said).digest('hex').slice(0, 32)
}
