import { ownAddress, slugOf, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { escapeXml, outsiderTitle, type Opening } from '../content.ts'

export const weWorkRemotely: FakeBoard = { id: 'we-work-remotely', firstNumber: 17_000, padding: 'xml', wire }

const FLAGS: Readonly<Record<string, string>> = {
  Germany: '🇩🇪',
  Netherlands: '🇳🇱',
  Ireland: '🇮🇪',
  Sweden: '🇸🇪',
  Poland: '🇵🇱',
  Portugal: '🇵🇹',
}
const TYPES = {
  'Full Time': 'Full-Time',
  Vollzeit: 'Full-Time',
  Teilzeit: 'Part-Time',
  Internship: 'Contract',
} as const
const MONTH_MS = 30 * 86_400_000

/** The whole feed, whatever page is asked for; every sixth job is one of another trade. */
function wire({ url, method, openings, spoil }: WireRequest): WireAnswer | null {
  if (method !== 'GET' || url.pathname !== '/remote-jobs.rss') return null
  const all = openings.flatMap((opening, index) =>
    index % 6 === 0
      ? [opening, { ...opening, number: opening.number + 500_000, title: outsiderTitle(index / 6) }]
      : [opening],
  )
  const items = all.map((opening, index) => {
    const lacks = (field: number): boolean => spoil === 'missing-fields' && index % 3 === field
    return itemOf(opening, { origin: url.origin, hasTitle: !lacks(0), hasLink: !lacks(1) })
  })
  return {
    contentType: 'application/rss+xml; charset=utf-8',
    body: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss">',
      '  <channel>',
      '    <title>We Work Remotely: Remote jobs in design, programming, marketing and more</title>',
      `    <link>${url.origin}</link><description>Invented jobs</description><language>en-US</language><ttl>60</ttl>`,
      ...items,
      '  </channel>',
      '</rss>',
    ].join('\n'),
  }
}

function itemOf(
  opening: Opening,
  { origin, hasTitle, hasLink }: { origin: string; hasTitle: boolean; hasLink: boolean },
): string {
  const slug = `${opening.companySlug}-${slugOf(opening)}-${opening.number}`
  const link = escapeXml(ownAddress(opening, `${origin}/remote-jobs/${slug}`))
  const isBound = opening.number % 2 === 0
  return [
    '    <item>',
    `      <media:content url="${origin}/logo.gif" type="image/png"/>`,
    ...(hasTitle ? [`      <title>${escapeXml(`${opening.company}: ${opening.title}`)}</title>`] : []),
    `      <region>${isBound ? 'Europe Only' : 'Anywhere in the World'}</region>`,
    `      <country>${isBound ? `${FLAGS[opening.country] ?? ''} ${escapeXml(opening.country)}` : ''}</country>`,
    '      <state></state>',
    `      <skills>${opening.number % 5 === 0 ? 'Python, PostgreSQL, and Docker' : ''}</skills>`,
    `      <category>${escapeXml(opening.category)}</category>`,
    `      <type>${TYPES[opening.employment]}</type>`,
    `      <description>${escapeXml(opening.descriptionHtml)}</description>`,
    `      <pubDate>${stampOf(opening.postedAt)}</pubDate>`,
    `      <expires_at>${stampOf(opening.postedAt + MONTH_MS)}</expires_at>`,
    ...(hasLink ? [`      <guid>${link}</guid>`, `      <link>${link}</link>`] : []),
    '    </item>',
  ].join('\n')
}

function stampOf(instant: number): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000')
}
