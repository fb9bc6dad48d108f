import { slugOf, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { escapeXml, type Opening } from '../content.ts'

/** The sitemap of the real board names its own public addresses, whoever asks. */
const PUBLIC = 'https://relocate.me'

export const relocateMe: FakeBoard = { id: 'relocate-me', firstNumber: 30_000, padding: 'html', wire }

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname === '/sitemap.xml') return sitemap(openings)
  const index = openings.findIndex((opening) => pathOf(opening) === url.pathname)
  const opening = openings[index]
  if (opening === undefined) return null
  const lacks = spoil === 'missing-fields' ? index % 3 : 2
  return {
    contentType: 'text/html; charset=utf-8',
    body: opening.number % 4 === 1 ? plainPage(opening, lacks === 0) : structuredPage(opening, lacks === 0),
  }
}

function sitemap(openings: readonly Opening[]): WireAnswer {
  const pages = [
    '/',
    '/international-jobs',
    '/international-jobs/germany',
    '/tax-calculator/netherlands/2026',
    '/blog/moving/to/spain-2026',
  ]
  const rows = [...pages, ...openings.map(pathOf)].map((path) => `  <url><loc>${escapeXml(PUBLIC + path)}</loc></url>`)
  return {
    contentType: 'application/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>`,
  }
}

function pathOf(opening: Opening): string {
  const country = opening.country.toLowerCase().replace(/[^a-z]+/g, '-')
  const city = slugWords(opening.city)
  return `/${country}/${city}/${opening.companySlug}/${slugOf(opening)}-${opening.number}`
}

function slugWords(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
}

/** Titles and descriptions are escaped twice beside real tags, and there is a line break inside a string. */
function structuredPage(opening: Opening, lacksTitle: boolean): string {
  const posting = {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    ...(lacksTitle ? {} : { title: `${escapeXml(escapeXml(opening.title))} | Relocation Offered` }),
    description: `<b>About the job</b><br/>@@${escapeXml(opening.descriptionHtml)}`,
    datePosted: new Date(opening.postedAt).toISOString().slice(0, 10),
    employmentType: opening.employment,
    hiringOrganization: { '@type': 'Organization', name: opening.company },
    jobLocation: {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: opening.city, addressCountry: opening.country },
    },
  }
  const json = JSON.stringify(posting, null, 1).replaceAll('</', '<\\/').replace('@@', '\n')
  return page(
    `<script type="application/ld+json">${json}</script>`,
    lacksTitle ? '' : `<h1>${escapeXml(opening.title)}</h1>`,
  )
}

function plainPage(opening: Opening, lacksTitle: boolean): string {
  return page(
    `<meta property="og:title" content="${escapeXml(`${opening.title} at ${opening.company} in ${opening.city}`)}">`,
    `<main>${lacksTitle ? '' : `<h1>${escapeXml(opening.title)}</h1>`}<span class="job__tag">Visa sponsorship</span>
<div class="job-info"><a class="job-info__company" href="/companies/x">${escapeXml(opening.company)}</a>
<div class="job-info__description">${opening.descriptionHtml}</div></div></main>`,
  )
}

function page(head: string, body: string): string {
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Relocate.me</title>${head}</head>\n<body>${body}</body></html>`
}
