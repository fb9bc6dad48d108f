import { ownAddress, slugOf, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { escapeXml } from '../content.ts'

export const rss: FakeBoard = { id: 'rss', firstNumber: 3000, padding: 'xml', wire }

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/feed.xml') return null
  const items = openings.map((opening, index) => {
    const lacks = (field: number): boolean => spoil === 'missing-fields' && index % 2 === field
    const link = ownAddress(opening, `/jobs/${slugOf(opening)}-${opening.number}`)
    return [
      '    <item>',
      ...(lacks(0) ? [] : [`      <title>${escapeXml(`${opening.title} // ${opening.company}`)}</title>`]),
      ...(lacks(1) ? [] : [`      <link>${escapeXml(link)}</link>`]),
      `      <guid isPermaLink="false">${opening.number}</guid>`,
      `      <dc:creator><![CDATA[admin]]></dc:creator>`,
      `      <pubDate>${new Date(opening.postedAt).toUTCString()}</pubDate>`,
      `      <region>${escapeXml(opening.city)}</region>`,
      `      <country>${escapeXml(opening.country)}</country>`,
      `      <type>${opening.employment}</type>`,
      `      <content:encoded><![CDATA[${opening.descriptionHtml.replaceAll(']]>', ']]]]><![CDATA[>')}]]></content:encoded>`,
      '    </item>',
    ].join('\n')
  })
  return {
    contentType: 'application/rss+xml; charset=utf-8',
    body: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
      '  <channel>',
      `    <title>Jobs</title><link>${url.origin}/</link><description>Invented jobs</description>`,
      ...items,
      '  </channel>',
      '</rss>',
    ].join('\n'),
  }
}
