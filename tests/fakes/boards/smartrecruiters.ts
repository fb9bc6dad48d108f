import { json, ownAddress, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { companySlugs, type Opening } from '../content.ts'
import { countryCode, sectionsOf, uuidOf } from '../opening-facts.ts'

export const smartrecruiters: FakeBoard = { id: 'smartrecruiters', firstNumber: 12_000, padding: 'json', wire }

const NOT_FOUND: WireAnswer = { ...json({ code: 'RESOURCE_NOT_FOUND', message: 'Posting not found' }), status: 404 }
const MOST_AT_ONCE = 100
const KINDS = { 'Full Time': 'Full-time', Vollzeit: 'Full-time', Teilzeit: 'Part-time', Internship: 'Intern' } as const
const REGION_CODES: Readonly<Record<string, string>> = { Berlin: 'BE', München: 'BY', Hamburg: 'HH' }

function wire({ url, method, openings, spoil }: WireRequest): WireAnswer | null {
  const [, slug, id] = /^\/v1\/companies\/([^/]+)\/postings(?:\/([^/]+))?$/.exec(url.pathname) ?? []
  if (method !== 'GET' || slug === undefined) return null
  const own = openings.filter((opening) => opening.companySlug === slug)
  if (id !== undefined) {
    const opening = own.find((candidate) => idOf(candidate) === id)
    return opening === undefined ? NOT_FOUND : json(detail(opening, url.origin))
  }
  const limit = Number(url.searchParams.get('limit') ?? 10)
  const offset = Number(url.searchParams.get('offset') ?? 0)
  if (!(limit >= 0 && limit <= MOST_AT_ONCE && offset >= 0)) {
    return { ...json({ code: 'BAD_REQUEST', message: 'limit is at most 100' }), status: 400 }
  }
  // A company that there is not has nothing open, says the real service.
  const listed = companySlugs().includes(slug) ? own.map((opening) => summary(opening, url.origin)) : []
  const content = listed.slice(offset, offset + limit)
  return json({
    offset,
    limit,
    totalFound: listed.length,
    content: spoil === 'missing-fields' ? content.map(withoutSome(['name', 'id'])).map(withoutUuid) : content,
  })
}

/** A posting that has lost its id has nothing left by which it is found. */
function withoutUuid(item: object): object {
  return 'id' in item ? item : { ...item, uuid: null }
}

function idOf(opening: Opening): string {
  return String(744_000_000_000_000 + opening.number)
}

function summary(opening: Opening, origin: string) {
  const { city, country } = opening
  const region = REGION_CODES[city] ?? opening.region
  return {
    id: idOf(opening),
    name: opening.title,
    uuid: uuidOf(opening, 0x5e),
    jobAdId: uuidOf(opening, 0xad),
    defaultJobAd: true,
    refNumber: `REF${opening.number}X`,
    company: { identifier: opening.companySlug, name: opening.company },
    releasedDate: new Date(opening.postedAt).toISOString(),
    location: {
      city,
      region,
      country: countryCode(opening)?.toLowerCase(),
      remote: opening.isRemote,
      hybrid: !opening.isRemote && opening.number % 3 === 0,
      fullLocation: `${city}, ${region}, ${country}`,
    },
    industry: { id: 'computer_software', label: 'Computer Software' },
    department: { id: '1', label: opening.category },
    function: { id: 'engineering', label: 'Engineering' },
    typeOfEmployment: { id: 'permanent', label: KINDS[opening.employment] },
    experienceLevel: { id: 'mid_senior_level', label: 'Mid-Senior Level' },
    customField: [],
    visibility: 'PUBLIC',
    ref: `${origin}/v1/companies/${opening.companySlug}/postings/${idOf(opening)}`,
    creator: { name: 'A Person' },
    language: { code: 'en', label: 'English', labelNative: 'English (US)' },
  }
}

function detail(opening: Opening, origin: string) {
  const { visibility: _visibility, ref: _ref, ...fields } = summary(opening, origin)
  const page = ownAddress(opening, `${origin}/${opening.companySlug}/${idOf(opening)}-${opening.number}`)
  const { before, list, after } = sectionsOf(opening)
  return {
    ...fields,
    applyUrl: page.includes('?') ? page : `${page}?oga=true`,
    postingUrl: page,
    jobAd: {
      sections: {
        additionalInformation: { title: 'Additional Information', text: after },
        companyDescription: { title: 'Company Description', text: '' },
        jobDescription: { title: 'Job Description', text: before },
        qualifications: { title: 'Qualifications', text: list === null ? '' : `<ul>${list.itemsHtml}</ul>` },
        videos: { title: 'Videos', urls: [] },
      },
    },
    active: true,
  }
}
