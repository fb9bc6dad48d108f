import { json, ownAddress, slugOf, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { outsiderTitle, type Opening } from '../content.ts'

export const remotive: FakeBoard = { id: 'remotive', firstNumber: 24_000, padding: 'json', wire }

const JOB_TYPES = { 'Full Time': 'full_time', Vollzeit: '', Teilzeit: 'part_time', Internship: 'internship' } as const

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/api/remote-jobs') return null
  const limit = Number(url.searchParams.get('limit') ?? 0) || Infinity
  const all = openings.flatMap((opening, index) => {
    const item = posting(opening, url.origin)
    return index % 6 === 0
      ? [item, { ...item, id: item.id + 500_000, title: outsiderTitle(index / 6), url: `${item.url}-x` }]
      : [item]
  })
  const jobs = all.slice(0, limit)
  return json({
    '00-warning': 'Please make your API calls on remotive.com.',
    '0-legal-notice': 'Please link back to the URL found on Remotive AND mention Remotive as a source.',
    'job-count': jobs.length,
    'total-job-count': all.length,
    jobs: spoil === 'missing-fields' ? jobs.map(withoutSome(['title', 'url'])) : jobs,
  })
}

function posting(opening: Opening, origin: string) {
  const id = 2_000_000 + opening.number
  return {
    id,
    url: ownAddress(opening, `${origin}/remote-jobs/software-dev/${slugOf(opening)}-${id}`),
    title: opening.title,
    company_name: opening.company,
    company_logo: `${origin}/job/${id}/logo`,
    category: opening.category,
    tags: ['python', 'excel'],
    job_type: JOB_TYPES[opening.employment],
    // Without a zone.
    publication_date: new Date(opening.postedAt).toISOString().slice(0, 19),
    candidate_required_location: regionOf(opening),
    salary: opening.number % 3 === 0 ? '€65,000 - €80,000' : '',
    description: `${opening.descriptionHtml}\n<img src="${origin}/job/track/${id}/blank.gif?source=public_api" alt=""/>`,
  }
}

function regionOf({ number, country }: Opening): string {
  return ['Worldwide', 'Europe, UK', `USA, ${country}`, country, 'USA'][number % 5] ?? ''
}
