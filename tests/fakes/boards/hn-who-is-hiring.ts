import { json, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { escapeXml, outsiderTitle, type Opening } from '../content.ts'

export const hnWhoIsHiring: FakeBoard = { id: 'hn-who-is-hiring', firstNumber: 28_000, padding: 'json', wire }

const THREAD = 46_001_000
const STORIES = [
  ['Ask HN: Freelancer? Seeking freelancer? (November 2026)', THREAD + 2, 2],
  ['Ask HN: Who wants to be hired? (November 2026)', THREAD + 1, 1],
  ['Ask HN: Who is hiring? (November 2026)', THREAD, 0],
  ['Ask HN: Who is hiring? (October 2026)', THREAD - 300_000, -32 * 86_400],
] as const
const STARTED_AT = Date.UTC(2026, 10, 2, 16) / 1000

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname === '/api/v1/search_by_date') {
    const isAsked = url.searchParams.get('tags') === 'story,author_whoishiring'
    return json({ hits: isAsked ? STORIES.map(story) : [], page: 0, nbPages: 1, hitsPerPage: 20 })
  }
  if (url.pathname !== `/api/v1/items/${THREAD}`) return null
  const comments = openings.flatMap((opening, index) => around(comment(opening), index))
  const children = spoil === 'missing-fields' ? comments.map(withoutSome(['text', 'id'])) : comments
  return json({
    id: THREAD,
    created_at_i: STARTED_AT,
    type: 'story',
    author: 'whoishiring',
    title: STORIES[2][0],
    text: 'Please state the location and include REMOTE for remote work.',
    parent_id: null,
    story_id: THREAD,
    children,
  })
}

function story([title, id, after]: (typeof STORIES)[number]) {
  return {
    objectID: String(id),
    title,
    author: 'whoishiring',
    created_at_i: STARTED_AT + after,
    num_comments: 300,
    _tags: ['story', 'author_whoishiring', `story_${id}`, 'ask_hn'],
  }
}

/** What stands between postings: other trades, deleted comments, chat, and replies under a posting. */
function around(item: ReturnType<typeof comment>, index: number): readonly object[] {
  const other = { ...item, children: [] }
  const reply = {
    ...other,
    id: item.id + 1,
    text: `Somebody | Data Scientist | Paris | is this still open?`,
    parent_id: item.id,
  }
  if (index % 6 === 0)
    return [item, { ...other, id: item.id + 2, text: `Other | ${outsiderTitle(index / 6)} | Berlin` }]
  if (index % 12 === 5) return [item, { ...other, id: item.id + 3, author: null, text: null }]
  if (index % 12 === 11) return [item, { ...other, id: item.id + 4, text: 'Does anybody here hire for compilers?' }]
  return [index % 4 === 1 ? { ...item, children: [reply] } : item]
}

function comment(opening: Opening) {
  const { number, city, country, isRemote } = opening
  const header = [
    number % 2 === 0 ? opening.company : `${opening.company} (https://${opening.companySlug}.example)`,
    opening.title,
    ...(number % 3 === 0 ? ['Full-time'] : []),
    `${city}, ${country}`,
    ...(isRemote ? ['REMOTE (EU)'] : []),
    ...(number % 4 === 0 ? ['VISA'] : []),
  ].join(' | ')
  return {
    id: THREAD + 10 * opening.number,
    created_at: new Date(opening.postedAt).toISOString(),
    created_at_i: Math.floor(opening.postedAt / 1000),
    type: 'comment',
    author: `${opening.companySlug}-jobs`,
    title: null as string | null,
    url: null as string | null,
    text: `${asWritten(header)}<p>${opening.descriptionHtml.replace(/^<p>/, '').replaceAll('</p>\n<p>', '<p>')}`,
    points: null,
    parent_id: THREAD,
    story_id: THREAD,
    options: [] as string[],
    children: [] as object[],
  }
}

/** Hacker News escapes slashes, too, and makes links of addresses. */
function asWritten(text: string): string {
  const escaped = escapeXml(text).replaceAll('/', '&#x2F;')
  return escaped.replace(/https:[^\s)]+/g, (address) => `<a href="${address}" rel="nofollow">${address}</a>`)
}
