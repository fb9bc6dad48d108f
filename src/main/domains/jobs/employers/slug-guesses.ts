import { BOARD_KINDS, type BoardKind, type BoardRef } from '#shared/employers.ts'
import { foldForKey } from '#main/infra/text/fold.ts'
import { companyKey } from '../pipeline/company-key.ts'

/** Most boards that are asked in one search. */
export const MAX_GUESSES = 12

/** Systems whose customers often put hyphens between the words of their name. */
const HYPHENATED: readonly BoardKind[] = ['personio', 'workable', 'lever', 'ashby']
/** Where a second spelling of the name is worth a request. */
const RESPELLED: readonly BoardKind[] = ['personio', 'greenhouse']
const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const WEB_SUFFIX =
  /\.(?:com|io|ai|eu|org|net|app|dev|tech|co|de|nl|fr|se|es|pl|be|at|dk|fi|pt|cz|ee|lt|it|ro|ie|ch|no)$/i

/** Boards that an employer of this name may have, the likeliest first and at most MAX_GUESSES: folded letters, without the legal
 *  form, the words joined or hyphenated, as each system's customers mostly write them. Empty for a name without Latin letters and
 *  digits. Pure. */
export function guessBoards(name: string, kinds: readonly BoardKind[] = BOARD_KINDS): readonly BoardRef[] {
  const words = wordsOf(name)
  const other = otherSpelling(name)
  const guesses: BoardRef[] = [
    ...boardsOf(kinds, words.join('')),
    ...(other === null ? [] : boardsOf(RESPELLED, other)),
    ...boardsOf(HYPHENATED, words.join('-')),
    // "Acme GmbH" is acme-gmbh there as often as acme.
    ...boardsOf(['personio'], slugWords(name).join('-')),
    { kind: 'lever', slug: words.join(''), variant: 'eu' },
  ]
  const wanted = new Map<string, BoardRef>()
  for (const guess of guesses) {
    const isSlug = guess.slug.length >= 2 && guess.slug.length <= 100
    const key = `${guess.kind}/${guess.slug}/${guess.variant ?? ''}`
    if (isSlug && kinds.includes(guess.kind) && !wanted.has(key)) wanted.set(key, guess)
  }
  return [...wanted.values()].slice(0, MAX_GUESSES)
}

/** Whether two names are one employer's: one is the other, or what it begins with. Pure. */
export function isSameEmployer(left: string, right: string): boolean {
  const [shorter = '', longer = ''] = [left, right]
    .map((name) => wordsOf(name).join(''))
    .toSorted((a, b) => a.length - b.length)
  return shorter.length >= 2 && longer.startsWith(shorter)
}

function boardsOf(kinds: readonly BoardKind[], slug: string): BoardRef[] {
  return kinds.map((kind) => ({ kind, slug, variant: null }))
}

/** The name's words without its legal form: the shortest beginning that means the same company. */
function wordsOf(name: string): readonly string[] {
  const raw = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const key = companyKey(name)
  const end = raw.findIndex((_, index) => companyKey(raw.slice(0, index + 1).join(' ')) === key)
  return slugWords((end < 0 ? raw : raw.slice(0, end + 1)).join(' '))
}

function slugWords(name: string): readonly string[] {
  return foldForKey(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** "Müller" is mueller as often as muller, and "Booking.com" only booking. */
function otherSpelling(name: string): string | null {
  const spelled = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöü]/g, (letter) => TWO_LETTERS[letter] ?? letter)
  if (spelled !== name.toLowerCase().normalize('NFC')) return wordsOf(spelled).join('')
  const trimmed = name.trim().replace(WEB_SUFFIX, '')
  return trimmed === name.trim() ? null : wordsOf(trimmed).join('')
}
