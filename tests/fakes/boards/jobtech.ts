import { json, ownAddress, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import type { Opening } from '../content.ts'
import { plainOf, statedBand } from '../opening-facts.ts'

export const jobtech: FakeBoard = { id: 'jobtech', firstNumber: 21_000, padding: 'json', wire }

const DATA_IT = 'apaJ_2ja_LuF'
const COUNTRIES: Readonly<Record<string, string>> = {
  Germany: 'Tyskland',
  Netherlands: 'Nederländerna',
  Ireland: 'Irland',
  Sweden: 'Sverige',
  Poland: 'Polen',
  Portugal: 'Portugal',
}
const OCCUPATIONS: Readonly<Record<string, string>> = {
  'Product Management': 'Produktägare',
  'Data and Analytics': 'Dataanalytiker',
}
const LOCAL_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
})

function wire(request: WireRequest): WireAnswer | null {
  const { url, method, openings } = request
  if (method !== 'GET') return { ...json({ message: 'Method Not Allowed' }), status: 405 }
  if (url.pathname === '/search') return search(request)
  const [, id] = /^\/ad\/(\d+)$/.exec(url.pathname) ?? []
  const opening = openings.find((candidate) => idOf(candidate) === id)
  return opening === undefined ? null : json(ad(opening, url.origin))
}

function search({ url, headers, openings, spoil }: WireRequest): WireAnswer {
  const wish = (name: string, usual: number) => Number(url.searchParams.get(name) ?? usual)
  const [limit, offset] = [wish('limit', 10), wish('offset', 0)]
  const after = url.searchParams.get('published-after') ?? ''
  const isReadable = after === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(after)
  if (!(limit >= 0 && limit <= 100) || !(offset >= 0 && offset <= 2000) || !isReadable) {
    return { ...json({ errors: {}, message: 'Input payload validation failed' }), status: 400 }
  }
  const words = wordsOf(url.searchParams.get('q') ?? '')
  const needsAll = headers['x-feature-freetext-bool-method'] === 'and'
  const field = url.searchParams.get('occupation-field')
  const found = openings.filter((opening) => {
    const said = wordsOf(`${opening.title} ${OCCUPATIONS[opening.category] ?? ''}`)
    const has = (word: string) => said.includes(word)
    const isSaid = words.length === 0 || (needsAll ? words.every(has) : words.some(has))
    return localTime(opening) >= after && isSaid && (field === null || fieldOf(opening) === field)
  })
  const shown = found.slice(offset, offset + limit).map((opening) => ad(opening, url.origin))
  const hits = spoil === 'missing-fields' ? shown.map(withoutSome(['headline', 'id'])).map(withoutAddress) : shown
  return json({ total: { value: found.length }, positions: found.length, hits })
}

/** An ad without a number is on no page of its own. */
function withoutAddress(item: object): object {
  return 'id' in item ? item : { ...item, webpage_url: null }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []
}

function fieldOf({ category }: Opening): string {
  return category === 'Product Management' ? 'RPTn_bxG_ExZ' : DATA_IT
}

function idOf({ number }: Opening): string {
  return String(30_000_000 + number)
}

/** "2026-11-20T09:15:00", in Sweden. */
function localTime({ postedAt }: Opening): string {
  return LOCAL_TIME.format(postedAt).replace(' ', 'T')
}

function ad(opening: Opening, origin: string) {
  const band = statedBand(opening)
  const page = ownAddress(opening, `${origin}/platsbanken/annonser/${idOf(opening)}`)
  return {
    id: idOf(opening),
    webpage_url: page,
    headline: opening.title,
    application_deadline: '2027-01-15T23:59:59',
    number_of_vacancies: 1,
    description: { text: plainOf(opening.descriptionHtml), text_formatted: opening.descriptionHtml },
    employment_type: { label: opening.employment === 'Internship' ? 'Praktik' : 'Vanlig anställning' },
    salary_description: band === null ? 'Fast lön' : `€${band.min} – €${band.max} per year`,
    duration: { label: 'Tills vidare' },
    working_hours_type: { label: opening.employment === 'Teilzeit' ? 'Deltid' : 'Heltid' },
    remote_work: opening.isRemote,
    employer: { name: opening.company, workplace: opening.company, url: null },
    application_details: { url: '', email: null, reference: null },
    occupation_field: { concept_id: fieldOf(opening) },
    workplace_address: {
      municipality: null,
      region: null,
      country: COUNTRIES[opening.country] ?? 'Sverige',
      city: opening.city,
    },
    publication_date: localTime(opening),
    removed: false,
  }
}
