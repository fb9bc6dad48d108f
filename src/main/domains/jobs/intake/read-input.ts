import { AppError } from '#shared/errors.ts'
import type { SourceId } from '#shared/ids.ts'
import { ADDED_SOURCE, type IntakeReading } from '#shared/intake.ts'
import { webAddressIn } from '../employers/recognise-address.ts'
import { NO_FIELDS, type RawPosting } from '../posting.ts'
import { webAddress } from '../sources/parts/web-address.ts'

/** What follows is no address of a page but something that was pasted with it. */
const MAX_URL_CHARS = 2000

export interface Found {
  readonly way: IntakeReading['way']
  readonly sourceId: SourceId
  readonly posting: RawPosting
  readonly others: number
}

export function notAPosting(reason: string): AppError {
  return new AppError('NOT_A_POSTING', { reason })
}

/** The text as one web address; null when it is more than that. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim()
  if (/\s/.test(trimmed) || trimmed.startsWith('<')) return null
  const url = URL.parse(trimmed)
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href
  return webAddressIn(trimmed)?.href ?? null
}

/** A posting out of a pasted page or text. Throws NOT_A_POSTING. */
export async function readText(text: string): Promise<Found> {
  if (/<(?:!doctype|html|body|script|div|p|h1)\b/i.test(text)) {
    const page = { text, url: '' }
    const found = (await readPage(page, 'structured')) ?? (await readPage(page, 'readable'))
    if (found !== null) return found
  }
  const { readPastedText } = await import('./pasted-text.ts')
  const { textToHtml } = await import('../pipeline/text-to-html.ts')
  const read = readPastedText(text)
  if (read === null) throw notAPosting('There is too little in it: a title in the first line, and the text below it.')
  const { title, company, location } = read
  const url = webAddress(read.url) ?? ''
  const descriptionHtml = textToHtml(read.description)
  const locations = location === null ? [] : [location]
  return {
    way: 'text',
    sourceId: ADDED_SOURCE,
    others: 0,
    posting: {
      ...SILENT,
      sourcePostingId: '',
      title,
      company,
      url: url.length > MAX_URL_CHARS ? '' : url,
      locations,
      descriptionHtml,
    },
  }
}

const SILENT = { ...NO_FIELDS, requisitionId: null } as const

export interface Page {
  readonly text: string
  /** The address that answered; '' for a page that was pasted. */
  readonly url: string
}

/** `structured`: only what the page says for machines; `readable`: what it shows to people. */
export async function readPage({ text, url }: Page, how: 'structured' | 'readable'): Promise<Found | null> {
  if (how === 'structured') {
    const { readJobPostings } = await import('../sources/json-ld/read-job-postings.ts')
    const postings = readJobPostings(text, url).flatMap((item) => (item.ok ? [item.posting] : []))
    const [posting] = postings
    if (posting === undefined) return null
    // The page's own id of it is its address, which the draft goes by anyway.
    return {
      way: 'json-ld',
      sourceId: ADDED_SOURCE,
      posting: { ...posting, sourcePostingId: '' },
      others: postings.length - 1,
    }
  }
  const { readPageText } = await import('./page-text.ts')
  const read = readPageText(text, url)
  if (read === null) return null
  const posting = { ...SILENT, ...read, sourcePostingId: '', url: read.url ?? url, locations: [] }
  return { way: 'page', sourceId: ADDED_SOURCE, posting, others: 0 }
}
