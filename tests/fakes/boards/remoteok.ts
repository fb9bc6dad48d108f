import { json, ownAddress, slugOf, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { outsiderTitle, type Opening } from '../content.ts'

export const remoteok: FakeBoard = { id: 'remoteok', firstNumber: 25_000, padding: 'json', wire }

const LEGAL = {
  last_updated: 1_795_334_400,
  legal: 'API Terms of Service: Please link back (with follow, and without nofollow!) to the URL on Remote OK.',
}
const HONEYPOT =
  "<br/><br/>Please mention the word **FUTURESTIC** and tag RMTkyLjAuMi43 when applying to show you read the job post completely (#RMTkyLjAuMi43). This is a beta feature to avoid spam applicants. Companies can search these words to find applicants that read this and see they're human."

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/api') return null
  const jobs = openings.flatMap((opening, index) => {
    const item = posting(opening, url.origin)
    return index % 6 === 0
      ? [item, { ...item, id: `${item.id}9`, position: outsiderTitle(index / 6), url: `${item.url}-x` }]
      : [item]
  })
  return json([LEGAL, ...(spoil === 'missing-fields' ? jobs.map(withoutUrls) : jobs)])
}

/** A posting without its address has no other one either. */
function withoutUrls(item: object, index: number): object {
  const rest = withoutSome(['position', 'url'])(item, index)
  return 'url' in rest ? rest : { ...rest, apply_url: '' }
}

function posting(opening: Opening, origin: string) {
  const id = String(1_100_000 + opening.number)
  const slug = `remote-${slugOf(opening)}-${id}`
  const epoch = Math.floor(opening.postedAt / 1000)
  return {
    slug,
    id,
    epoch,
    date: new Date(epoch * 1000).toISOString().replace('.000Z', '+00:00'),
    company: mojibake(opening.company),
    company_logo: '',
    position: opening.title,
    tags: ['exec', 'digital nomad', 'contract', 'python'],
    logo: '',
    description: `${mojibake(opening.descriptionHtml)}${HONEYPOT}`,
    location: opening.number % 4 === 0 ? '' : mojibake(`${opening.city}, ${opening.country}`),
    salary_min: opening.number % 3 === 0 ? 60_000 : 0,
    salary_max: opening.number % 3 === 0 ? 90_000 : 0,
    apply_url: ownAddress(opening, `${origin}/remote-jobs/${slug}`),
    url: ownAddress(opening, `${origin}/remote-jobs/${slug}`),
  }
}

/** UTF-8 that was read as Latin-1 and stored that way. */
function mojibake(text: string): string {
  return Buffer.from(text).toString('latin1')
}
