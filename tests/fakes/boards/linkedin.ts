import { ownAddress, slugOf, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { escapeXml, type Opening } from '../content.ts'
import { statedBand } from '../opening-facts.ts'

export const linkedin: FakeBoard = { id: 'linkedin', firstNumber: 34_000, padding: 'html', wire }

const PAGE_SIZE = 10
const MOST_RESULTS = 1000
const KINDS: Readonly<Record<Opening['employment'], string>> = {
  'Full Time': 'Full-time',
  Vollzeit: 'Full-time',
  Teilzeit: 'Part-time',
  Internship: 'Internship',
}

function wire(request: WireRequest): WireAnswer | null {
  const { url, method, openings } = request
  if (method !== 'GET') return null
  if (url.pathname === '/jobs-guest/jobs/api/seeMoreJobPostings/search') return results(request)
  const [, id] = /^\/jobs-guest\/jobs\/api\/jobPosting\/(\d+)$/.exec(url.pathname) ?? []
  const opening = openings.find((candidate) => idOf(candidate) === id)
  return opening === undefined ? null : page(posting(opening, url.origin))
}

/** Cards without a page around them. Beyond the last one it answers 400. */
function results({ url, content, openings, spoil }: WireRequest): WireAnswer {
  const asked = url.searchParams
  const start = Number(asked.get('start') ?? 0)
  const [, seconds] = /^r(\d+)$/.exec(asked.get('f_TPR') ?? '') ?? []
  const refused = { ...page(''), status: 400 }
  if (!Number.isInteger(start) || start < 0 || start >= MOST_RESULTS || asked.get('location') === null) return refused
  const earliest = seconds === undefined ? 0 : content.asOf - Number(seconds) * 1000
  const found = openings.filter(
    (opening) =>
      opening.postedAt >= earliest &&
      isIn(opening, asked.get('location') ?? '') &&
      fits(opening, asked.get('keywords')),
  )
  if (start > 0 && start >= found.length) return refused
  const cards = found.slice(start, start + PAGE_SIZE).map((opening, index) => {
    const lacks = (field: number): boolean => spoil === 'missing-fields' && index % 3 === field
    return card(opening, { hasTitle: !lacks(0), hasLink: !lacks(1), isLink: index % 2 === 1 })
  })
  return page(cards.join('\n'))
}

function isIn({ country }: Opening, location: string): boolean {
  return location === 'Worldwide' || location === country
}

/** Quoted phrases joined by OR, each looked for in the title and the text. */
function fits(opening: Opening, keywords: string | null): boolean {
  if (keywords === null) return true
  const text = `${opening.title} ${opening.descriptionHtml}`.toLowerCase()
  return keywords.split(' OR ').some((phrase) => text.includes(phrase.replaceAll('"', '').toLowerCase()))
}

function idOf({ number }: Opening): string {
  return String(4_300_000_000 + number)
}

function addressOf(opening: Opening): string {
  const name = `${slugOf(opening)}-at-${opening.companySlug}-${idOf(opening)}`
  return escapeXml(ownAddress(opening, `https://de.linkedin.com/jobs/view/${name}?position=1&pageNum=0&refId=aB%3D%3D`))
}

function placeOf({ city, region, country }: Opening): string {
  return escapeXml([city, region, country].join(', '))
}

function card(opening: Opening, form: { hasTitle: boolean; hasLink: boolean; isLink: boolean }): string {
  const day = new Date(opening.postedAt).toISOString().slice(0, 10)
  const urn =
    form.hasLink || form.hasTitle ? `data-entity-urn="urn:li:jobPosting:${form.hasLink ? idOf(opening) : 'x'}"` : ''
  const inside = [
    form.hasTitle ? `<h3 class="base-search-card__title">\n  ${escapeXml(opening.title)}\n</h3>` : '',
    `<h4 class="base-search-card__subtitle"><a class="hidden-nested-link" href="https://de.linkedin.com/company/${opening.companySlug}">${escapeXml(opening.company)}</a></h4>`,
    `<div class="base-search-card__metadata"><span class="job-search-card__location">${placeOf(opening)}</span>`,
    `<time class="job-search-card__listdate" datetime="${day}">1 day ago</time></div>`,
  ].join('')
  const href = form.hasLink ? ` href="${addressOf(opening)}"` : ''
  if (form.isLink) return `<li><a${href} class="base-card base-search-card" ${urn}>${inside}</a></li>`
  const link = `<a class="base-card__full-link absolute"${href}><span class="sr-only"></span></a>`
  return `<li><div class="base-card base-search-card" ${urn}>${link}${inside}</div></li>`
}

/** Every fourth opening takes no applications any more. */
function posting(opening: Opening, origin: string): string {
  const isClosed = opening.number % 4 === 2
  const pay = statedBand(opening)
  return [
    '<section class="top-card-layout">',
    `<a class="topcard__link" href="${addressOf(opening)}"><h2 class="top-card-layout__title topcard__title">${escapeXml(opening.title)}</h2></a>`,
    `<a class="topcard__org-name-link" href="${origin}/company/${opening.companySlug}">${escapeXml(opening.company)}</a>`,
    `<span class="topcard__flavor topcard__flavor--bullet">${placeOf(opening)}</span>`,
    '<span class="posted-time-ago__text topcard__flavor--metadata">1 day ago</span>',
    isClosed
      ? '<figure class="closed-job closed-job__flavor"><figcaption class="closed-job__flavor--closed">No longer accepting applications</figcaption></figure>'
      : '',
    '</section>',
    '<form action="/uas/login-submit"><input name="session_password" type="password"></form>',
    pay === null
      ? ''
      : `<section class="compensation"><p class="compensation__description">This range is provided by ${escapeXml(opening.company)}.</p><div class="salary compensation__salary">€${pay.min.toLocaleString('en')}.00/yr - €${pay.max.toLocaleString('en')}.00/yr</div></section>`,
    `<div class="show-more-less-html__markup relative">${opening.descriptionHtml}</div>`,
    '<ul class="description__job-criteria-list">',
    ...['Mid-Senior level', KINDS[opening.employment], 'Information Technology', 'Software'].map(
      (text, index) =>
        `<li class="description__job-criteria-item"><h3 class="description__job-criteria-subheader">${['Seniority level', 'Employment type', 'Job function', 'Industries'][index] ?? ''}</h3><span class="description__job-criteria-text">${text}</span></li>`,
    ),
    '</ul>',
  ].join('\n')
}

function page(body: string): WireAnswer {
  return { contentType: 'text/html; charset=utf-8', body: `<!DOCTYPE html>\n${body}` }
}
