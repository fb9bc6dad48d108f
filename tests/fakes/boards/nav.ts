import { json, ownAddress, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import type { Opening } from '../content.ts'
import { uuidOf } from '../opening-facts.ts'

export const nav: FakeBoard = { id: 'nav', firstNumber: 22_000, padding: 'json', wire }

/** The real one has a thousand to a page. */
const PAGE_SIZE = 30
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwdWJsaWMifQ.c3RhbmQtaW4'
const COUNTRIES: Readonly<Record<string, string>> = {
  Germany: 'TYSKLAND',
  Netherlands: 'NEDERLAND',
  Ireland: 'IRLAND',
  Sweden: 'SVERIGE',
  Poland: 'POLEN',
  Portugal: 'PORTUGAL',
}
const UNAUTHORISED: WireAnswer = { ...json({ title: 'Unauthorized', status: 401 }), status: 401 }

interface Event {
  readonly opening: Opening
  readonly isActive: boolean
}

function wire(request: WireRequest): WireAnswer | null {
  const { url, method, headers, openings, spoil } = request
  if (method !== 'GET') return null
  if (url.pathname === '/api/publicToken') {
    return { contentType: 'text/plain', body: `Current public token for Nav Job Vacancy Feed:\n${TOKEN}` }
  }
  if (headers.authorization !== `Bearer ${TOKEN}`) return UNAUTHORISED
  const [, id] = /^\/api\/v1\/feedentry\/([^/]+)$/.exec(url.pathname) ?? []
  if (id !== undefined)
    return entry(
      openings.find((opening) => adId(opening) === id),
      url.origin,
    )
  const events = eventsOf(openings)
  const page = pageAsked(request, events)
  return page === null ? null : feedPage(events, { page, isSpoiled: spoil === 'missing-fields' })
}

/** Oldest first; every tenth is followed by the end of another ad. */
function eventsOf(openings: readonly Opening[]): readonly Event[] {
  return openings.toReversed().flatMap((opening, index) => {
    const event = { opening, isActive: true }
    return index % 10 === 9
      ? [event, { opening: { ...opening, number: opening.number + 500_000 }, isActive: false }]
      : [event]
  })
}

function pageAsked({ url, headers }: WireRequest, events: readonly Event[]): number | null {
  const pages = Math.max(1, Math.ceil(events.length / PAGE_SIZE))
  if (url.pathname === '/api/v1/feed') {
    if (url.searchParams.get('last') === 'true') return pages - 1
    const since = Date.parse(headers['if-modified-since'] ?? '')
    if (Number.isNaN(since) || events.length === 0) return 0
    const first = events.findIndex(({ opening }) => opening.postedAt > since)
    return first < 0 ? null : Math.floor(first / PAGE_SIZE)
  }
  const [, number] = /^\/api\/v1\/feed\/page-(\d+)$/.exec(url.pathname) ?? []
  return number === undefined || Number(number) >= pages ? null : Number(number)
}

/** A page begins with the last item of the one before. */
function feedPage(events: readonly Event[], { page, isSpoiled }: { page: number; isSpoiled: boolean }): WireAnswer {
  const begin = page * PAGE_SIZE
  const items = events.slice(Math.max(0, begin - 1), begin + PAGE_SIZE).map(feedItem)
  const hasNext = begin + PAGE_SIZE < events.length
  return json({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Stillingsfeed',
    feed_url: `/api/v1/feed/page-${page}`,
    next_url: hasNext ? `/api/v1/feed/page-${page + 1}` : null,
    id: `page-${page}`,
    next_id: hasNext ? `page-${page + 1}` : null,
    items: isSpoiled ? items.map(withoutSomething) : items,
  })
}

/** By its age, so that an item that stands on two pages is the same on both. */
function withoutSomething(item: ReturnType<typeof feedItem>): object {
  const { date_modified, _feed_entry: said } = item
  const hour = new Date(date_modified).getUTCHours()
  if (hour % 3 === 0) return { ...item, title: null, _feed_entry: { ...said, title: null } }
  return hour % 3 === 1 ? { ...item, _feed_entry: null } : item
}

function adId(opening: Opening): string {
  return uuidOf(opening, 0x1b)
}

function feedItem({ opening, isActive }: Event) {
  const id = adId(opening)
  const said = (word: string) => (isActive ? word : '?')
  const changedAt = new Date(opening.postedAt).toISOString()
  return {
    id,
    url: `/api/v1/feedentry/${id}`,
    title: said(opening.title),
    content_text: said(opening.company),
    date_modified: changedAt,
    _feed_entry: {
      uuid: id,
      status: isActive ? 'ACTIVE' : 'INACTIVE',
      title: said(opening.title),
      businessName: said(opening.company),
      municipal: said(opening.city.toUpperCase()),
      sistEndret: changedAt,
    },
  }
}

function entry(opening: Opening | undefined, origin: string): WireAnswer | null {
  if (opening === undefined) return null
  const id = adId(opening)
  const published = new Date(opening.postedAt).toISOString()
  return json({
    uuid: id,
    status: 'ACTIVE',
    sistEndret: published,
    ad_content: {
      uuid: id,
      published,
      expires: '2027-01-15T00:00:00+01:00',
      updated: published,
      workLocations: [
        {
          country: COUNTRIES[opening.country] ?? 'NORGE',
          city: opening.city.toUpperCase(),
          municipal: null,
          county: null,
        },
      ],
      contactList: [{ name: 'Kari Eksempel', email: 'kari@example.com', phone: '00000000' }],
      title: opening.title,
      description: opening.descriptionHtml,
      sourceurl: null,
      applicationDue: 'Snarest',
      link: ownAddress(opening, `${origin}/stillinger/stilling/${id}`),
      employer: { name: opening.company, orgnr: '999999999' },
      engagementtype: opening.employment === 'Internship' ? 'Trainee' : 'Fast',
      extent: opening.employment === 'Teilzeit' ? 'Deltid' : 'Heltid',
    },
  })
}
