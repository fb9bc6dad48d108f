import type { IncomingHttpHeaders } from 'node:http'
import type { ContentOptions, Opening } from './content.ts'
import { scriptPayloads } from './payloads.ts'

/** One source's stand-in: a file in `boards/`, and a line in `boards.ts`. */
export interface FakeBoard {
  /** The id of the source that it stands in for. */
  readonly id: string
  /** Where its own openings begin in the one series that all draw from: a multiple of 1000, no other board's. */
  readonly firstNumber: number
  /** What an endless answer is made of. */
  readonly padding: 'json' | 'xml' | 'html'
  /** The true wire form of one address; null where the real one answers 404. */
  readonly wire: (request: WireRequest) => WireAnswer | null
}

export interface WireRequest {
  readonly url: URL
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly content: ContentOptions
  readonly spoil: Spoil
  /** What the board shows, newest first, with what the mode did to it (empty, too big, injected). 'missing-fields' is the wire's own
   *  to do: it knows its names. */
  readonly openings: readonly Opening[]
}

export interface WireAnswer {
  /** 200 unless said. */
  readonly status?: number
  readonly contentType: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

export type Spoil = 'none' | 'missing-fields' | 'big-html' | 'script-injection' | 'empty'

const BIG_HTML = `<p>${'So much to say. '.repeat(40)}</p>`.repeat(Math.ceil((3 * 1024 * 1024) / 648))
const INJECTED = scriptPayloads.length
/** Injected openings are numbered from here, one payload after the other. */
const FIRST_INJECTED = 1_000_000

/** A board's openings with what the mode does to them. Their number stays the same, except when empty. */
export function spoiled(openings: readonly Opening[], spoil: Spoil): readonly Opening[] {
  if (spoil === 'empty') return []
  if (spoil === 'big-html') {
    return openings.map((opening, index) => (index === 1 ? { ...opening, descriptionHtml: BIG_HTML } : opening))
  }
  if (spoil !== 'script-injection') return openings
  return Array.from({ length: Math.max(openings.length, INJECTED) }, (_, index) => {
    const opening = openings[index % openings.length]
    if (opening === undefined) throw new Error('a board without openings has nothing to inject into')
    return injected({ ...opening, number: FIRST_INJECTED + index }, scriptPayloads[index % INJECTED] ?? '')
  })
}

function injected(opening: Opening, payload: string): Opening {
  return {
    ...opening,
    title: `${opening.title} ${payload}`,
    company: `${opening.company} ${payload}`,
    city: `${opening.city} ${payload}`,
    descriptionHtml: `${opening.descriptionHtml}\n<p>${payload}</p>\n${payload}`,
  }
}

/** Injected openings carry the payload in their address, too: as a query, or as the whole address where it is one itself. */
export function ownAddress(opening: Opening, address: string): string {
  if (opening.number < FIRST_INJECTED) return address
  const payload = scriptPayloads[(opening.number - FIRST_INJECTED) % INJECTED] ?? ''
  return opening.number % 4 === 0 ? 'javascript:alert(1)' : `${address}${address.includes('?') ? '&' : '?'}x=${payload}`
}

/** Takes one of the fields away from each item in turn, and none from every third (for two fields). */
export function withoutSome(fields: readonly string[]) {
  return (item: object, index: number): object => {
    const gone = fields[index % (fields.length + 1)]
    return Object.fromEntries(Object.entries(item).filter(([key]) => key !== gone))
  }
}

export function slugOf(opening: Opening): string {
  return opening.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}

export function json(value: unknown): WireAnswer {
  return { contentType: 'application/json', body: JSON.stringify(value) }
}

/** What a service that wants a key answers to a request without one, or with the one that is called wrong; null for any other key. */
export function refusedKey(key: string | null | undefined): WireAnswer | null {
  if (key !== null && key !== undefined && key !== '' && !key.startsWith('wrong')) return null
  return { status: 401, contentType: 'application/json', body: '{"error":"Unauthorized"}' }
}
