import { ownAddress, slugOf, type FakeBoard, type Spoil, type WireAnswer, type WireRequest } from '../board.ts'
import { escapeXml, type Opening } from '../content.ts'
import { countryCode, statedBand } from '../opening-facts.ts'

/** An employer's careers site: `/careers` links to its openings, `/list` names them as a schema.org ItemList, `/all` carries them whole,
 *  and each has a page of its own, in JSON-LD or (every third) in microdata. */
export const jsonLd: FakeBoard = { id: 'json-ld', firstNumber: 29_000, padding: 'html', wire }

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  const links = openings.map((opening) => ({ opening, path: pathOf(opening) }))
  if (url.pathname === '/careers') {
    const rows = links.map(
      ({ opening, path }) => `<li><a href="${path}?utm_source=list"><h3>${escapeXml(opening.title)}</h3></a></li>`,
    )
    return page(`<nav><a href="/">Home</a><a href="/careers/benefits">Benefits</a></nav><ul>${rows.join('\n')}</ul>`)
  }
  if (url.pathname === '/list') {
    const itemListElement = links.map(({ path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: `${url.origin}${path}`,
    }))
    return page(block({ '@context': 'https://schema.org', '@type': 'ItemList', itemListElement }))
  }
  if (url.pathname === '/all') {
    return page(
      openings.map((opening, index) => block(without(node(opening, url.origin), { spoil, index }))).join('\n'),
    )
  }
  const index = links.findIndex(({ path }) => path === url.pathname)
  const opening = openings[index]
  if (opening === undefined) return null
  return opening.number % 3 === 0
    ? page(microdata(opening, { lacksTitle: spoil === 'missing-fields' && index % 2 === 0 }))
    : page(block(without(node(opening, url.origin), { spoil, index })))
}

function pathOf(opening: Opening): string {
  return `/careers/${slugOf(opening)}-${opening.number}`
}

function without(posting: object, { spoil, index }: { spoil: Spoil; index: number }): object {
  return spoil === 'missing-fields' && index % 2 === 0
    ? Object.fromEntries(Object.entries(posting).filter(([key]) => key !== 'title'))
    : posting
}

function node(opening: Opening, origin: string) {
  const band = statedBand(opening)
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: opening.title,
    description: opening.number % 2 === 0 ? opening.descriptionHtml : escapeXml(opening.descriptionHtml),
    datePosted: new Date(opening.postedAt).toISOString(),
    employmentType: opening.employment,
    hiringOrganization: { '@type': 'Organization', name: opening.company },
    identifier: { '@type': 'PropertyValue', name: opening.company, value: `R-${opening.number}` },
    url: ownAddress(opening, `${origin}${pathOf(opening)}`),
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: opening.city,
        addressRegion: opening.region,
        addressCountry: countryCode(opening),
      },
    },
    ...(opening.isRemote ? { jobLocationType: 'TELECOMMUTE' } : {}),
    ...(band === null
      ? {}
      : {
          baseSalary: {
            '@type': 'MonetaryAmount',
            currency: 'EUR',
            value: { '@type': 'QuantitativeValue', minValue: band.min, maxValue: band.max, unitText: 'YEAR' },
          },
        }),
  }
}

function microdata(opening: Opening, { lacksTitle }: { lacksTitle: boolean }): string {
  return `<div itemscope itemtype="https://schema.org/JobPosting">
${lacksTitle ? '' : `<h1 itemprop="title">${escapeXml(opening.title)}</h1>`}
<meta itemprop="datePosted" content="${new Date(opening.postedAt).toISOString()}">
<div itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">${escapeXml(opening.company)}</b></div>
<div itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
<span itemprop="addressLocality">${escapeXml(opening.city)}</span> <span itemprop="addressCountry">${opening.country}</span></div></div>
<span itemprop="employmentType">${opening.employment}</span>
<div itemprop="description">${opening.descriptionHtml}</div>
</div>`
}

/** As servers write JSON into a page, so that no text of it ends the script. */
function block(value: object): string {
  return `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`
}

function page(body: string): WireAnswer {
  return {
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Careers</title></head>\n<body>\n${body}\n</body></html>`,
  }
}
