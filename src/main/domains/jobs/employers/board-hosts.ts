import type { BoardKind, BoardRef } from '#shared/employers.ts'

/** An address of a known system, taken apart. */
export interface BoardAddress {
  /** What stands before the system's own domain; '' when nothing does. */
  readonly label: string
  /** The parts of the path, decoded. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
}

/** What an address says. `postingId` is the posting's id as the address has it; null for a board's page. */
export interface AddressReading {
  readonly slug: string | undefined
  readonly postingId: string | null
}

interface Host {
  readonly kind: BoardKind
  /** The domain, label by label. With `isPerBoard`, the employer's name is the label before it. */
  readonly domain: string
  readonly isPerBoard: boolean
  /** What may stand between the employer's name and the domain: acme.na.teamtailor.com. */
  readonly regions?: readonly string[]
  readonly variant: BoardRef['variant']
  readonly read: (address: BoardAddress) => AddressReading
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const WHOLE_NUMBER = /^\d+$/

const shared = (kind: BoardKind, domain: string, read: Host['read'], variant: BoardRef['variant'] = null): Host => ({
  kind,
  domain,
  read,
  variant,
  isPerBoard: false,
})
const perBoard = (kind: BoardKind, domain: string, read: Host['read'], variant: BoardRef['variant'] = null): Host => ({
  ...shared(kind, domain, read, variant),
  isPerBoard: true,
})

/** Every host on which one of the eight systems shows boards, postings or their data. */
const HOSTS: readonly Host[] = [
  ...['boards', 'job-boards', 'boards.eu', 'job-boards.eu'].map((name) =>
    shared('greenhouse', `${name}.greenhouse.io`, readGreenhousePage),
  ),
  ...['boards-api', 'boards-api.eu', 'api'].map((name) =>
    shared('greenhouse', `${name}.greenhouse.io`, readGreenhouseApi),
  ),
  shared('lever', 'jobs.lever.co', ({ path }) => slugThen(path, UUID)),
  shared('lever', 'jobs.eu.lever.co', ({ path }) => slugThen(path, UUID), 'eu'),
  shared('lever', 'api.lever.co', readLeverApi),
  shared('lever', 'api.eu.lever.co', readLeverApi, 'eu'),
  shared('ashby', 'jobs.ashbyhq.com', ({ path }) => slugThen(path, UUID)),
  shared('ashby', 'api.ashbyhq.com', ({ path }) => after(path, ['posting-api', 'job-board'])),
  shared('smartrecruiters', 'careers.smartrecruiters.com', readSmartRecruiters),
  shared('smartrecruiters', 'jobs.smartrecruiters.com', readSmartRecruiters),
  shared('smartrecruiters', 'api.smartrecruiters.com', readSmartRecruitersApi),
  perBoard('personio', 'jobs.personio.de', readPersonio),
  perBoard('personio', 'jobs.personio.com', readPersonio, 'com'),
  perBoard('recruitee', 'recruitee.com', readRecruitee),
  shared('workable', 'apply.workable.com', readWorkable),
  shared('workable', 'www.workable.com', ({ path }) => after(path, ['api', 'accounts'])),
  perBoard('workable', 'workable.com', readWorkableSubdomain),
  { ...perBoard('teamtailor', 'teamtailor.com', readTeamtailor), regions: ['na'] },
]

/** Names that are the system's own pages and no employer's. */
const RESERVED: Readonly<Record<BoardKind, ReadonlySet<string>>> = {
  greenhouse: new Set(['embed', 'api', 'www', 'jobs', 'help', 'users', 'v1', 'assets', 'robots.txt', 'favicon.ico']),
  lever: new Set(['embed', 'api', 'www', 'jobs', 'help', 'parse', 'static', 'robots.txt', 'favicon.ico']),
  ashby: new Set(['embed', 'api', 'www', 'jobs', 'help', '_next', 'static', 'robots.txt', 'favicon.ico']),
  smartrecruiters: new Set(
    'embed api www jobs help app account ni v1 oneclick-ui my-applications static sr-jobs robots.txt favicon.ico'.split(
      ' ',
    ),
  ),
  personio: new Set(['embed', 'api', 'www', 'jobs', 'help', 'app']),
  recruitee: new Set('embed api www jobs help app auth careers cdn docs status support sitemap'.split(' ')),
  workable: new Set(
    'embed api www jobs help app apply j login static assets signin support developers resources get status id'.split(
      ' ',
    ),
  ),
  teamtailor: new Set(
    'embed api www jobs help app tt docs support status partner scripts images cdn assets'.split(' '),
  ),
}

export interface KnownHost {
  readonly host: Host
  readonly label: string
}

/** The system that the host name belongs to, compared label by label: `evil-greenhouse.io` is none. Pure. */
export function knownHost(hostname: string): KnownHost | null {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  for (const host of HOSTS) {
    if (!host.isPerBoard) {
      if (name === host.domain) return { host, label: '' }
    } else if (name.endsWith(`.${host.domain}`)) {
      return { host, label: name.slice(0, -host.domain.length - 1) }
    }
  }
  return null
}

export function isReserved(kind: BoardKind, slug: string): boolean {
  return RESERVED[kind].has(slug.toLowerCase())
}

/** On a host of its own, an employer's name is one label, with a region behind it where the system has regions. Pure. */
export function isEmployersLabel({ host, label }: KnownHost): boolean {
  const [name = '', region, ...more] = label.split('.')
  return name !== '' && more.length === 0 && (region === undefined || (host.regions ?? []).includes(region))
}

/** `/{slug}/{id}/…`: the id where the second part has its form. */
function slugThen(path: readonly string[], id: RegExp): AddressReading {
  const second = path[1] ?? ''
  return { slug: path[0], postingId: id.test(second) ? second : null }
}

/** What follows the fixed beginning of an interface's path. */
function after(path: readonly string[], start: readonly string[]): AddressReading {
  const fits = start.every((part, index) => path[index] === part)
  return { slug: fits ? path[start.length] : undefined, postingId: null }
}

function readGreenhousePage(address: BoardAddress): AddressReading {
  const { path, query } = address
  if (path[0] === 'v1') return readGreenhouseApi(address)
  if (path[0] === 'embed') {
    const token = query.get('token')
    const isJob = path[1] === 'job_app' && token !== null && WHOLE_NUMBER.test(token)
    return { slug: query.get('for') ?? undefined, postingId: isJob ? token : null }
  }
  const jobId = path[1] === 'jobs' ? path[2] : query.get('gh_jid')
  return { slug: path[0], postingId: wholeNumber(jobId) }
}

function readGreenhouseApi({ path }: BoardAddress): AddressReading {
  return { ...after(path, ['v1', 'boards']), postingId: path[3] === 'jobs' ? wholeNumber(path[4]) : null }
}

function readLeverApi({ path }: BoardAddress): AddressReading {
  const id = path[3] ?? ''
  return { ...after(path, ['v0', 'postings']), postingId: UUID.test(id) ? id : null }
}

function readSmartRecruiters({ path, query }: BoardAddress): AddressReading {
  if (path[0] === 'oneclick-ui' && path[1] === 'company') {
    return { slug: path[2], postingId: path[3] === 'publication' ? (path[4] ?? null) : null }
  }
  if (path[0] === 'my-applications') return { slug: path[1] ?? query.get('dcr_ci') ?? undefined, postingId: null }
  // /Company/743999797968244-advanced-engineer
  return { slug: path[0], postingId: /^(\d{6,})(?:-|$)/.exec(path[1] ?? '')?.[1] ?? null }
}

function readSmartRecruitersApi({ path }: BoardAddress): AddressReading {
  return { ...after(path, ['v1', 'companies']), postingId: path[3] === 'postings' ? (path[4] ?? null) : null }
}

function readPersonio({ label, path }: BoardAddress): AddressReading {
  return { slug: label, postingId: path[0] === 'job' ? wholeNumber(path[1]) : null }
}

function readRecruitee({ label, path }: BoardAddress): AddressReading {
  // api.recruitee.com/c/{company}/…: the company is a number there as often as its name.
  if (label === 'api') return { slug: path[0] === 'c' ? wordOf(path[1]) : undefined, postingId: null }
  const at = path.indexOf('o')
  return { slug: label, postingId: at >= 0 && at <= 2 ? (path[at + 1] ?? null) : null }
}

function readWorkable({ path }: BoardAddress): AddressReading {
  if (path[0] === 'api') {
    const start =
      path[2] === 'widget' ? ['api', path[1] ?? '', 'widget', 'accounts'] : ['api', path[1] ?? '', 'accounts']
    return after(path, start)
  }
  return { slug: path[0], postingId: path[1] === 'j' ? (path[2] ?? null) : null }
}

function readWorkableSubdomain({ label, path }: BoardAddress): AddressReading {
  const isJob = path[0] === 'j' || path[0] === 'jobs'
  return { slug: label, postingId: isJob ? (path[1] ?? null) : null }
}

function readTeamtailor({ label, path }: BoardAddress): AddressReading {
  // The language stands before it on sites with several: /sv/jobs/423019-developer
  const at = path.indexOf('jobs')
  const id = at === 0 || at === 1 ? (/^(\d+)(?:-|$)/.exec(path[at + 1] ?? '')?.[1] ?? null) : null
  return { slug: label, postingId: id }
}

function wholeNumber(value: string | null | undefined): string | null {
  return value !== undefined && value !== null && WHOLE_NUMBER.test(value) ? value : null
}

function wordOf(value: string | undefined): string | undefined {
  return value === undefined || WHOLE_NUMBER.test(value) ? undefined : value
}
