import sums from '#resources/claim-sums.json' with { type: 'json' }
import { readTokens, type Token } from '../../read/tokens.ts'
import type { NumberSaid } from '../number-said.ts'
import { classOf } from '../units.ts'
import type { Total } from './fact-number.ts'

const JOINTS = new Set(sums.listJoints.split(' '))
const LEAST_LISTED = 2
const MOST_LISTED = 5
const LIST_TOKENS = 24
const PLACED = new Set(sums.listPlaces.split(' '))
const PLACES = sums.placesListed.split(' ')
const BENEFITING = new Set(sums.listNames.split(' '))
const NAMES = sums.namesListed.split(' ')

/** "the customers Fenwick Stores and Harlow Foods" are two customers, "in Norway and Sweden" two countries; "among them" leaves open how
 *  many. Pure. */
export function listsIn(tokens: readonly Token[]): Total[] {
  return tokens.flatMap((token, at) => {
    const counted = classOf(token) ?? (PLACED.has(token.plain) ? PLACES : BENEFITING.has(token.plain) ? NAMES : null)
    const value = counted === null ? 0 : listedAt(tokens, at + 1)
    return counted === null || value < LEAST_LISTED ? [] : [{ value, counted, nouns: [] }]
  })
}

/** How many names stand side by side from a token on. */
function listedAt(tokens: readonly Token[], from: number): number {
  let [names, isOpen] = [0, false]
  for (const { text, plain } of tokens.slice(from, from + LIST_TOKENS)) {
    const isName = /^\p{Lu}/u.test(text)
    if (!isName && !(names > 0 && JOINTS.has(plain))) break
    if (isName && !isOpen) names += 1
    isOpen = isName
  }
  return names
}

/** How far behind a number the names stand that it counts. */
const LIST_REACH = 4
const LIST_LETTERS = 160

/** How many names stand behind a number that counts them, 0 where none do: "in two cities, Rotterdam and Antwerp". Each of them is looked
 *  at by itself. Pure. */
export function listedBehind({ is, value, end, rate, isOthers }: NumberSaid, text: string): number {
  if (is !== 'count' || rate !== null || isOthers || value > MOST_LISTED || end < 0) return 0
  const tokens = readTokens(text.slice(end, end + LIST_LETTERS))
  const first = tokens.slice(0, LIST_REACH).findIndex((token) => /^[:,(–]$/.test(token.text))
  const names = first > 0 ? listedAt(tokens, first + 1) : 0
  return names < LEAST_LISTED ? 0 : names
}
