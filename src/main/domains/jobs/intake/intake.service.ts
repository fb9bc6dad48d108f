import { boardKindSchema } from '#shared/employers.ts'
import type { JobId, SourceId } from '#shared/ids.ts'
import { ADDED_SOURCE, type IntakeReading, type PostingDraft } from '#shared/intake.ts'
import { HttpProblem, type HttpClient } from '../../../infra/http/http.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { recogniseJobAddress } from '../employers/recognise-address.ts'
import type { JobStore } from '../pipeline/job-store.ts'
import type { PreparedPosting } from '../pipeline/prepare.ts'
import type { NormalisedPosting, RawPosting } from '../posting.ts'
import type { Rejection } from '../sources/source.ts'
import type { BoardPosting } from './board-posting.ts'
import { addressIn, type Found, notAPosting, type Page, readPage, readText } from './read-input.ts'

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

/** Somebody is waiting. */
const PAGE_TIMEOUT_MS = 15_000
const MAX_PAGE_BYTES = 5_000_000
/** One posting at a time, from the user's own hand. */
export function createIntakeService(options: IntakeOptions): IntakeService {
  const { clock, store } = options

  async function readAddress(url: string): Promise<Found> {
    const page = await fetchPage(url, options)
    const found = page instanceof HttpProblem ? null : await readPage(page, 'structured')
    if (found !== null) return found
    const board = (await readBoard(url)) ?? (page instanceof HttpProblem ? null : await readBoard(page.url))
    if (board !== null) return board
    if (page instanceof HttpProblem) throw notAPosting(page.message)
    const readable = await readPage(page, 'readable')
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

  async function prepared(sourceId: SourceId, posting: RawPosting): Promise<PreparedPosting> {
    const { prepareAdded } = await import('./prepare-draft.ts')
    const item = prepareAdded(posting, { sourceId, now: clock.now(), rates: store.rates() })
    if (item.kind === 'posting') return item
    throw notAPosting(item.kind === 'rejected' ? UNUSABLE[item.reason] : UNUSABLE.bad_shape)
  }

  async function preview(draft: PostingDraft): Promise<Pick<IntakeReading, 'facts' | 'knownJobId'>> {
    const item = await prepared(draft.sourceId, postingOf(draft))
    return { facts: item.facts, knownJobId: jobOf(item) }
  }

  const jobOf = ({ posting }: PreparedPosting) => options.findJob(posting.sourceId, posting.sourcePostingId)

  return {
    read: async (text) => {
      const address = addressIn(text)
      const found = address === null ? await readText(text) : await readAddress(address)
      const { posting } = await prepared(found.sourceId, found.posting)
      const draft = draftOf(posting)
      return { way: found.way, draft, others: found.others, ...(await preview(draft)) }
    },
    preview,
    add: async (draft) => {
      const item = await prepared(draft.sourceId, postingOf(draft))
      const { sourceId } = draft
      const { counts } = store.commit({
        sourceId,
        items: [item],
        scope: null,
        closing: null,
        maxNew: 1,
        alsoWrite: () => undefined,
      })
      const jobId = jobOf(item)
      if (jobId === null) throw new Error('A confirmed posting was not stored')
      options.onChange()
      return { jobId, outcome: counts.new > 0 ? 'new' : counts.updated > 0 ? 'updated' : 'known' }
    },
  }
}

const UNUSABLE: Readonly<Record<Rejection, string>> = {
  no_title: 'A job needs a title.',
  no_url: 'The address of the posting cannot be used.',
  bad_shape: 'The posting cannot be read.',
  too_large: 'The posting is too long.',
  outside_roles: 'The posting cannot be read.',
  outside_countries: 'The posting cannot be read.',
  closed: 'The posting is over.',
  old: 'The posting is over.',
}

async function fetchPage(url: string, { http, trustedOrigin }: IntakeOptions): Promise<Page | HttpProblem> {
  try {
    return await http.request({
      url,
      accept: 'html',
      maxRetries: 1,
      timeoutMs: PAGE_TIMEOUT_MS,
      maxBytes: MAX_PAGE_BYTES,
      trustedOrigin: trustedOrigin(),
    })
  } catch (error) {
    if (error instanceof HttpProblem && error.code !== 'cancelled') return error
    throw error
  }
}

/** What the user is shown is what the store would take: cleaned, bounded, its markup sanitised. */
function draftOf(posting: NormalisedPosting): PostingDraft {
  const { sourceId, sourcePostingId, title, company, url, locations, countryCode } = posting
  const { postedAt, closesAt, statedSalary, salaryText, workplace, employmentType, requisitionId } = posting
  return {
    sourceId,
    sourcePostingId: sourceId === ADDED_SOURCE ? null : sourcePostingId,
    title,
    company,
    url,
    locations: [...locations],
    countryCode,
    description: posting.descriptionHtml,
    postedAt,
    closesAt,
    statedSalary,
    salaryText,
    workplace,
    employmentType,
    requisitionId,
  }
}

/** A draft as a source would hand it over. Throws NOT_A_POSTING for one that is said to be of a source that no draft can be of. */
function postingOf({ sourceId, sourcePostingId, description, company, ...said }: PostingDraft): RawPosting {
  const isOfBoard = boardKindSchema.safeParse(sourceId).success && sourcePostingId !== null
  if (sourceId !== ADDED_SOURCE && !isOfBoard)
    throw notAPosting('Its source is none of which a single job can be added.')
  return {
    ...said,
    sourcePostingId: isOfBoard ? sourcePostingId : '',
    company: company === '' ? null : company,
    descriptionHtml: description,
  }
}
