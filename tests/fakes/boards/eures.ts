import { json, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import type { Opening } from '../content.ts'
import { countryCode, statedBand } from '../opening-facts.ts'

export const eures: FakeBoard = { id: 'eures', firstNumber: 19_000, padding: 'json', wire }

const FIELDS =
  'resultsPerPage page sortSearch keywords publicationPeriod occupationUris skillUris requiredExperienceCodes positionScheduleCodes sectorCodes educationAndQualificationLevelCodes positionOfferingCodes locationCodes euresFlagCodes otherBenefitsCodes requiredLanguages minNumberPost sessionId userPreferredLanguage requestLanguage'.split(
    ' ',
  )
const DAY_MS = 86_400_000
const PERIODS = new Map<unknown, number>([
  ['LAST_DAY', DAY_MS],
  ['LAST_THREE_DAYS', 3 * DAY_MS],
  ['LAST_WEEK', 7 * DAY_MS],
  ['LAST_MONTH', 30 * DAY_MS],
])
const MOST_RESULTS = 10_000
const REGIONS: Readonly<Record<string, string>> = { DE: 'DE300', NL: 'NL329', SE: 'SE110', PL: 'PL911', PT: 'PT170' }
const BAD_REQUEST: WireAnswer = { ...json({ status: 400, error: 'Bad Request' }), status: 400 }

interface Search {
  readonly resultsPerPage: number
  readonly page: number
  readonly keywords: readonly { readonly keyword: string; readonly specificSearchCode: string }[]
  readonly publicationPeriod: string | null
  readonly locationCodes: readonly string[]
}

function wire(request: WireRequest): WireAnswer | null {
  const { url, method, openings } = request
  if (method === 'POST' && url.pathname === '/jv-search/search') return search(request)
  const [, id] = /^\/jv\/id\/([^/]+)$/.exec(url.pathname) ?? []
  const opening = openings.find((candidate) => idOf(candidate) === id)
  return method === 'GET' && opening !== undefined ? json(detail(opening)) : null
}

function search({ body, content, openings, spoil }: WireRequest): WireAnswer {
  const wish = readSearch(body)
  if (wish === null || wish.resultsPerPage > 50 || wish.page < 1) return BAD_REQUEST
  if (wish.page * wish.resultsPerPage > MOST_RESULTS) return BAD_REQUEST
  if (wish.keywords.length === 0) return { status: 500, contentType: 'application/json', body: '{"status":500}' }
  const earliest = content.asOf - (PERIODS.get(wish.publicationPeriod) ?? Infinity)
  const found = openings.filter(
    (opening) =>
      opening.postedAt >= earliest &&
      isIn(opening, wish.locationCodes) &&
      wish.keywords.every(({ keyword }) => saysOneOf(opening, keyword)),
  )
  const shown = found.slice((wish.page - 1) * wish.resultsPerPage, wish.page * wish.resultsPerPage).map(listed)
  const jvs = spoil === 'missing-fields' ? shown.map(withoutSome(['title', 'id'])) : shown
  return json({ numberRecords: found.length, jvs, facets: {} })
}

/** Null for a body in which a field is missing: the real service refuses it. */
function readSearch(body: string): Search | null {
  try {
    const wish = JSON.parse(body) as object
    return FIELDS.every((field) => field in wish) ? (wish as Search) : null
  } catch {
    return null
  }
}

/** The words of one keyword are joined by OR. */
function saysOneOf({ title }: Opening, keyword: string): boolean {
  const said = new Set(wordsOf(title))
  return wordsOf(keyword).some((word) => said.has(word))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []
}

function isIn(opening: Opening, codes: readonly string[]): boolean {
  return codes.length === 0 || codes.some((code) => code.toUpperCase() === countryCode(opening))
}

function idOf({ number }: Opening): string {
  return Buffer.from(`${18_000_000 + number} 52`).toString('base64url')
}

function common(opening: Opening) {
  return {
    id: idOf(opening),
    creationDate: opening.postedAt,
    lastModificationDate: opening.postedAt,
    numberOfPosts: 1,
    euresFlag: false,
    jobCategoriesCodes: ['http://data.europa.eu/esco/isco/C2511'],
  }
}

function terms({ employment }: Opening) {
  return {
    positionScheduleCodes: [employment === 'Teilzeit' ? 'parttime' : 'fulltime'],
    positionOfferingCode: employment === 'Internship' ? 'internship' : 'directhire',
  }
}

function listed(opening: Opening) {
  const country = countryCode(opening) ?? 'DE'
  return {
    ...common(opening),
    ...terms(opening),
    title: opening.title,
    description: opening.descriptionHtml,
    locationMap: { [country]: [REGIONS[country] ?? null] },
    employer: opening.number % 9 === 4 ? null : { name: opening.company },
    availableLanguages: ['en'],
    translations: {},
    score: 12.5,
  }
}

function detail(opening: Opening) {
  const band = statedBand(opening)
  const pay = { currencyCode: 'EUR', payingIntervalCode: 'year', remunerationTypeCode: 'basepay' }
  const salaries = band === null ? [] : [{ minimumSalary: band.min, maximumSalary: band.max, ...pay }]
  return {
    ...common(opening),
    preferredLanguage: 'en',
    jvProfiles: {
      en: {
        ...terms(opening),
        title: opening.title,
        description: opening.descriptionHtml,
        employer: { name: opening.company },
        locations: [{ cityName: opening.city, countryCode: countryCode(opening)?.toLowerCase() ?? null }],
        offeredRemunerationPackage: { salaries },
        workingLanguageCodes: ['en'],
      },
    },
  }
}
