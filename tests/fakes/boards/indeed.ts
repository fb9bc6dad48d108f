import { withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import type { Opening } from '../content.ts'
import { countryCode, statedBand } from '../opening-facts.ts'

export const indeed: FakeBoard = { id: 'indeed', firstNumber: 35_000, padding: 'html', wire }

const PAGE_SIZE = 15
const DAY_MS = 86_400_000
const HEEDED_DAYS = new Set(['1', '3', '7', '14'])
const CHECK: WireAnswer = {
  status: 403,
  contentType: 'text/html; charset=UTF-8',
  headers: { 'cf-mitigated': 'challenge' },
  body: '<!DOCTYPE html><html><head><title>Security Check - Indeed.com</title></head><body></body></html>',
}
const SIGN_IN =
  '<!DOCTYPE html><html><head><title>Sign In | Indeed Accounts</title></head><body><form></form></body></html>'

/** Whoever is no browser gets a check. What is behind the first page, and a posting's own page, is for those who signed in. */
function wire(request: WireRequest): WireAnswer | null {
  const { url, method, headers } = request
  if (method !== 'GET') return null
  if (headers['sec-fetch-mode'] === undefined) return CHECK
  if (url.pathname === '/account/login') return { contentType: 'text/html', body: SIGN_IN }
  const isBehind = url.pathname === '/viewjob' || Number(url.searchParams.get('start') ?? 0) > 0
  if (isBehind)
    return {
      status: 302,
      contentType: 'text/html',
      headers: { location: '/account/login?from=bot-detection-anonymous' },
      body: '',
    }
  return url.pathname === '/jobs' ? results(request) : null
}

function results({ url, content, openings, spoil }: WireRequest): WireAnswer {
  const asked = url.searchParams
  const days = asked.get('fromage') ?? ''
  const earliest = HEEDED_DAYS.has(days) ? content.asOf - Number(days) * DAY_MS : 0
  const found = openings.filter((opening) => opening.postedAt >= earliest && fits(opening, asked.get('q') ?? ''))
  const cards = found.slice(0, PAGE_SIZE).map(cardOf)
  const shown = openings.find((opening) => keyOf(opening) === asked.get('vjk')) ?? found[0]
  return page({
    results: spoil === 'missing-fields' ? cards.map(withoutSome(['jobkey', 'title'])).map(withoutWhatStandsIn) : cards,
    view: shown === undefined ? {} : viewOf(shown),
  })
}

function withoutWhatStandsIn(card: object): object {
  return 'title' in card ? card : { ...card, displayTitle: '' }
}

/** "(a or b)" with quoted phrases, each looked for in the title. */
function fits({ title }: Opening, query: string): boolean {
  const phrases = query.replace(/^\(|\)$/g, '').split(' or ')
  return phrases.some((phrase) => title.toLowerCase().includes(phrase.replaceAll('"', '').toLowerCase()))
}

function keyOf({ number }: Opening): string {
  return (0xa000_0000_0000 + number).toString(16).padStart(16, '0')
}

function cardOf(opening: Opening) {
  const pay = statedBand(opening)
  const midnight = opening.postedAt - (opening.postedAt % DAY_MS)
  return {
    jobkey: keyOf(opening),
    title: opening.title,
    displayTitle: opening.title,
    company: opening.company,
    truncatedCompany: opening.company,
    formattedLocation: opening.city,
    country: countryCode(opening),
    pubDate: midnight,
    createDate: opening.postedAt,
    expired: opening.number % 9 === 4,
    remoteLocation: false,
    ...(opening.isRemote ? { remoteWorkModel: { inlineText: true, text: 'Remote', type: 'REMOTE_ALWAYS' } } : {}),
    jobTypes: [opening.employment],
    taxonomyAttributes: [{ label: 'remote', attributes: [] }],
    snippet: `<ul><li>${opening.descriptionHtml
      .replace(/<[^>]*>/g, '')
      .slice(0, 120)
      .replace(/[<>&]/g, '')}</li></ul>`,
    ...(pay === null
      ? {
          estimatedSalary: { min: 61_234.5, max: 77_432.1, type: 'YEARLY', formattedRange: '61.2K – 77.4K €' },
          salarySnippet: { currency: 'EUR', salaryTextFormatted: false },
        }
      : {
          extractedSalary: { ...pay, type: 'YEARLY' },
          salarySnippet: {
            currency: 'EUR',
            salaryTextFormatted: false,
            source: 'EXTRACTION',
            text: `€${pay.min.toLocaleString('en')} - €${pay.max.toLocaleString('en')} a year`,
          },
        }),
    viewJobLink: `/viewjob?jk=${keyOf(opening)}&from=vjs`,
  }
}

function viewOf(opening: Opening) {
  const header = { jobTitle: opening.title, companyName: opening.company, formattedLocation: opening.city }
  return {
    pageNum: 1,
    autoOpenTwoPaneViewjobResponse: {
      status: 200,
      body: {
        jobKey: keyOf(opening),
        jobTitle: opening.title,
        jobInfoWrapperModel: {
          jobInfoModel: { jobInfoHeaderModel: header, sanitizedJobDescription: opening.descriptionHtml },
        },
      },
    },
  }
}

/** The list is written into the page by its own script, as on the site. */
function page({ results: found, view }: { results: readonly object[]; view: object }): WireAnswer {
  const model = { metaData: { mosaicProviderJobCardsModel: { results: found, pageNumber: 1 } } }
  return {
    contentType: 'text/html; charset=UTF-8',
    body: [
      '<!DOCTYPE html><html><head><title>Jobs | Indeed</title><link rel="stylesheet" href="/a.css"></head><body>',
      '<img src="/logo.png"><div id="mosaic-provider-jobcards"></div>',
      `<script id="mosaic-data">window.mosaic={providerData:{}};window.mosaic.providerData["mosaic-provider-jobcards"]=${script(model)};</script>`,
      `<script>window._initialData=${script(view)};</script>`,
      '<script>document.querySelector("#mosaic-provider-jobcards").textContent = window.mosaic.providerData["mosaic-provider-jobcards"].metaData.mosaicProviderJobCardsModel.results.length + " jobs"</script>',
      '</body></html>',
    ].join('\n'),
  }
}

function script(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
