import { boardRefSchema, type BoardRef } from '#shared/employers.ts'
import { type AddressReading, isEmployersLabel, isReserved, knownHost } from './board-hosts.ts'

/** Nobody pastes a longer address; what follows is not looked at. */
const MAX_TEXT_CHARS = 4000
const SCHEME = /^[a-z][a-z\d+.-]*:/i
/** The first address with its scheme, with what stands before it. */
const WITHIN_TEXT = /(?:^|[\s<>()[\]{}"'`«»„“”‘’])https?:\/\//i
/** What text puts around or behind an address. */
const BEFORE = /^[\s<>()[\]{}"'`«»„“”‘’*_|]+/
const BEHIND = /[\s<>()[\]{}"'`«»„“”‘’*_|.,;:!?…]+$/

export interface JobAddress {
  readonly board: BoardRef
  /** The posting's id in its system, as the address has it. */
  readonly postingId: string
}

/** The board that a pasted address is of: a board's page, a posting's, an embedded one, an interface's. Null when the address does
 *  not say it. No scheme is needed, quotes and punctuation around it are passed over. Pure, linear. */
export function recogniseAddress(text: string): BoardRef | null {
  return readingOf(text)?.board ?? null
}

/** The posting that a pasted address is of. Null for a board's page, and where the address has no id. Pure. */
export function recogniseJobAddress(text: string): JobAddress | null {
  const reading = readingOf(text)
  if (reading === null || reading.postingId === null) return null
  return { board: reading.board, postingId: reading.postingId }
}

/** The first web address of the text, or its first word as one, with https where it has no scheme. Null for anything else: another
 *  scheme, a name and password in it, a host without a dot. Pure. */
export function webAddressIn(text: string): URL | null {
  const pasted = text.slice(0, MAX_TEXT_CHARS)
  const [first = ''] = pasted
    .slice(Math.max(0, pasted.search(WITHIN_TEXT)))
    .replace(BEFORE, '')
    .split(/[\s<>"'`]/, 1)
  const trimmed = first.replace(BEHIND, '')
  const hasScheme = SCHEME.test(trimmed) && !/^[^/:]+:\d/.test(trimmed)
  const url = URL.parse(hasScheme ? trimmed : `https://${trimmed.replace(/^\/+/, '')}`)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  if (url.username !== '' || url.password !== '') return null
  return url.hostname.includes('.') ? url : null
}

function readingOf(text: string): { board: BoardRef; postingId: string | null } | null {
  const url = webAddressIn(text)
  const known = url === null ? null : knownHost(url.hostname)
  if (url === null || known === null || url.port !== '') return null
  const { host, label } = known
  const path = decodedPath(url)
  if (path === null) return null
  const { slug, postingId }: AddressReading = host.read({ label, path, query: url.searchParams })
  if (slug === undefined || isReserved(host.kind, slug)) return null
  if (host.isPerBoard && slug === label && !isEmployersLabel(known)) return null
  const board = boardRefSchema.safeParse({ kind: host.kind, slug, variant: host.variant })
  return board.success ? { board: board.data, postingId: postingId === '' ? null : postingId } : null
}

function decodedPath(url: URL): string[] | null {
  try {
    return url.pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
  } catch {
    return null
  }
}
