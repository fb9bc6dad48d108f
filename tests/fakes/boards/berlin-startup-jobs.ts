import { ownAddress, slugOf, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { escapeXml, type Opening } from '../content.ts'

export const berlinStartupJobs: FakeBoard = { id: 'berlin-startup-jobs', firstNumber: 18_000, padding: 'xml', wire }

function wire({ url, method, openings, spoil }: WireRequest): WireAnswer | null {
  if (method !== 'GET' || url.pathname !== '/feed/') return null
  const items = openings.map((opening, index) => {
    const lacks = (field: number): boolean => spoil === 'missing-fields' && index % 3 === field
    return itemOf(opening, { hasTitle: !lacks(0), hasLink: !lacks(1) })
  })
  return {
    contentType: 'application/rss+xml; charset=UTF-8',
    body: [
      '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"',
      '\txmlns:content="http://purl.org/rss/1.0/modules/content/"',
      '\txmlns:dc="http://purl.org/dc/elements/1.1/"',
      '\txmlns:atom="http://www.w3.org/2005/Atom"',
      '\t>',
      '<channel>',
      '\t<title>Berlin Startup Jobs</title>',
      `\t<atom:link href="${url.origin}/feed/" rel="self" type="application/rss+xml" />`,
      `\t<link>${url.origin}/</link>`,
      '\t<description>Jobs at startups in Berlin</description>',
      '\t<language>en-US</language>',
      ...items,
      '</channel>',
      '</rss>',
    ].join('\n'),
  }
}

/** Links are given without the host, as some feeds of this kind do. */
function itemOf(opening: Opening, { hasTitle, hasLink }: { hasTitle: boolean; hasLink: boolean }): string {
  const link = ownAddress(opening, `/engineering/${slugOf(opening)}-${opening.companySlug}-${opening.number}/`)
  return [
    '\t<item>',
    ...(hasTitle ? [`\t\t<title>${escapeXml(`${opening.title} // ${opening.company}`)}</title>`] : []),
    ...(hasLink ? [`\t\t<link>${escapeXml(link)}</link>`] : []),
    '\t\t<dc:creator><![CDATA[BSJ Team]]></dc:creator>',
    `\t\t<pubDate>${new Date(opening.postedAt).toUTCString().replace('GMT', '+0000')}</pubDate>`,
    `\t\t<category><![CDATA[${opening.category}]]></category>`,
    `\t\t<guid isPermaLink="false">https://berlinstartupjobs.example/?post_type=bsj_job&#038;p=${opening.number}</guid>`,
    '\t\t<description><![CDATA[<p>Short &#8230;</p>]]></description>',
    `\t\t<content:encoded><![CDATA[${opening.descriptionHtml.replaceAll(']]>', ']]]]><![CDATA[>')}]]></content:encoded>`,
    `\t\t<post-id xmlns="com-wordpress:feed-additions:1">${opening.number}</post-id>`,
    '\t</item>',
  ].join('\n')
}
