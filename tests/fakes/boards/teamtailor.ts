import { ownAddress, slugOf, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { companySlugs, escapeXml, type Opening } from '../content.ts'
import { uuidOf } from '../opening-facts.ts'

export const teamtailor: FakeBoard = { id: 'teamtailor', firstNumber: 16_000, padding: 'xml', wire }

const USUAL_PAGE = 100
const LONGEST_PAGE = 500
const STATUSES = ['none', 'onsite', 'hybrid', 'temporary'] as const

function wire({ url, method, openings, spoil }: WireRequest): WireAnswer | null {
  const slug = /^\/([^/]+)\/jobs\.rss$/.exec(url.pathname)?.[1] ?? ''
  if (method !== 'GET' || !companySlugs().includes(slug)) {
    return {
      status: 404,
      contentType: 'text/html; charset=utf-8',
      body: '<!DOCTYPE html><html><title>404</title></html>',
    }
  }
  const count = Math.min(Number(url.searchParams.get('per_page')) || USUAL_PAGE, LONGEST_PAGE)
  const offset = Number(url.searchParams.get('offset')) || 0
  const own = openings.filter((opening) => opening.companySlug === slug)
  const items = own.slice(offset, offset + count).map((opening, index) => {
    const lacks = (field: number): boolean => spoil === 'missing-fields' && index % 3 === field
    return itemOf(opening, { origin: url.origin, hasTitle: !lacks(0), hasLink: !lacks(1) })
  })
  return {
    contentType: 'application/rss+xml; charset=utf-8',
    body: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:tt="https://teamtailor.com/locations">',
      '  <channel>',
      `    <title>${escapeXml(own[0]?.company ?? slug)}</title>`,
      '    <description>Current job openings</description>',
      `    <link>${url.origin}/${slug}/jobs</link>`,
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
  const link = ownAddress(
    opening,
    `${origin}/${opening.companySlug}/jobs/${7_300_000 + opening.number}-${slugOf(opening)}`,
  )
  return [
    '    <item>',
    ...(hasTitle ? [`      <title>${escapeXml(opening.title)}</title>`] : []),
    `      <description>${escapeXml(opening.descriptionHtml)}</description>`,
    `      <pubDate>${new Date(opening.postedAt).toUTCString().replace('GMT', '+0000')}</pubDate>`,
    ...(hasLink ? [`      <link>${escapeXml(link)}</link>`] : []),
    `      <remoteStatus>${opening.isRemote ? 'fully' : (STATUSES[opening.number % STATUSES.length] ?? 'none')}</remoteStatus>`,
    `      <guid>${uuidOf(opening, 0x7a)}</guid>`,
    '      <tt:locations>',
    '        <tt:location>',
    `          <tt:name>${escapeXml(opening.city)}</tt:name>`,
    '          <tt:address/>',
    '          <tt:zip/>',
    `          <tt:city>${escapeXml(opening.city)}</tt:city>`,
    `          <tt:country>${escapeXml(opening.country)}</tt:country>`,
    '        </tt:location>',
    '      </tt:locations>',
    `      <tt:department>${escapeXml(opening.category)}</tt:department>`,
    '      <tt:role/>',
    '    </item>',
  ].join('\n')
}
