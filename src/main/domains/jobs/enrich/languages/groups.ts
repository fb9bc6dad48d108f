import { articles, connectors, openConnectors } from './lexicon.ts'
import { isAnyOf, type Token } from './tokens.ts'

/** A language with the words that reach it from both sides without any other word between, nearest first. */
export interface Mention {
  readonly token: Token
  readonly left: readonly Token[]
  readonly right: readonly Token[]
  /** The words right before and after it, whatever they are. */
  readonly before: Token | undefined
  readonly after: Token | undefined
}

/** Longest way from a language to what is said of it, in tokens. */
const REACH = 14
/** Longest "and, if possible", in tokens. */
const ASIDE = 5
const LIST_SIGNS = new Set([',', '/', '|', '–', '—', '-', '+', '&'])
const SENTENCE_SIGNS = new Set([';', '|'])

/** The languages of a sentence in groups: those joined by "and" or commas alone share what is said of them. */
export function readGroups(tokens: readonly Token[]): Mention[][] {
  const places = tokens.flatMap((token, at) => (token.is === 'language' ? [at] : []))
  const groups: Mention[][] = []
  let left = 0
  for (const [k, at] of places.entries()) {
    const next = places[k + 1] ?? tokens.length
    const split = next === tokens.length ? next : splitBetween(tokens, at + 1, next)
    const token = tokens[at]
    if (!token) continue
    const mention: Mention = {
      token,
      left: reach(tokens.slice(Math.max(left, at - REACH), at).toReversed(), 'left'),
      right: reach(tokens.slice(at + 1, Math.min(split, at + 1 + REACH)), 'right'),
      before: tokens[at - 1],
      after: tokens[at + 1],
    }
    const before = places[k - 1] ?? 0
    const isJoined = k > 0 && isSpeaker(tokens[before]) === isSpeaker(token) && areJoined(tokens.slice(before + 1, at))
    const last = groups.at(-1)
    if (isJoined && last) last.push(mention)
    else groups.push([mention])
    left = split
  }
  return groups
}

/** Whether a token only joins languages. */
export function isJoint(token: Token): boolean {
  return isConnecting(token) || LIST_SIGNS.has(token.plain)
}

/** "and", "or" in any language, also where the same letters are another word in another. */
export function isConnecting(token: Token): boolean {
  return isConnector(token) || openConnectors.has(token.plain)
}

/** "and", "or" that is no other word elsewhere. */
export function isConnector(token: Token): boolean {
  return token.cefr === null && (token.kinds.includes('join') || connectors.has(token.plain))
}

/** "dell'italiano o del francese": beside what joins there may be articles. */
function areJoined(between: readonly Token[]): boolean {
  return between.some(isJoint) && between.every((token) => isJoint(token) || isArticle(token))
}

function isSpeaker(token: Token | undefined): boolean {
  return token?.name?.isSpeaker === true
}

function isArticle({ plain, kinds }: Token): boolean {
  return articles.has(plain.replace(/['’]$/, '')) || kinds.includes('tongue')
}

/** Where what is said of one language ends and what is said of the next begins: at an "and" right after it, else at the last
 *  comma or "and" before the next; without one, all of it belongs to both. */
function splitBetween(tokens: readonly Token[], from: number, to: number): number {
  const [first, last] = [tokens[from], tokens[to - 1]]
  if (first && (isConnector(first) || (openConnectors.has(first.plain) && !tokens.slice(from, to).some(isListSign))))
    return from + 1
  if (last && openConnectors.has(last.plain) && endsSaying(tokens[to - 2])) return to
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at]
    // "and, preferably, some Portuguese"
    const isAside = token?.plain === ',' && tokens.slice(from, at).some(isAsideBegun)
    if (token && !isAside && (isConnector(token) || isListSign(token))) return at + 1
  }
  return last && openConnectors.has(last.plain) ? to : openSplit(tokens, from, to)
}

function isListSign({ plain }: Token): boolean {
  return LIST_SIGNS.has(plain) || SENTENCE_SIGNS.has(plain)
}

function isAsideBegun(token: Token, at: number, tokens: readonly Token[]): boolean {
  return isConnecting(token) && tokens[at + 1]?.plain === ',' && tokens.length - at <= ASIDE
}

/** "is je moedertaal en je": words that only may join do so after what is said of the first. */
function openSplit(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at > from; at--) {
    const [before, token] = [tokens[at - 1], tokens[at]]
    if (token && endsSaying(before) && openConnectors.has(token.plain)) return at + 1
  }
  return from
}

function endsSaying(token: Token | undefined): boolean {
  return token?.is === 'says' || token?.plain === ')'
}

function reach(tokens: readonly Token[], side: 'left' | 'right'): Token[] {
  const reached: Token[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.is === 'other' || token.is === 'language') break
    if (token.kinds.includes('stop') && !isAnyOf(tokens[at - 1], ['such'])) break
    if (SENTENCE_SIGNS.has(token.plain) || (side === 'left' && isCommaBefore(tokens, at))) break
    reached.push(token)
  }
  return reached
}

/** A comma ends what is said before a language, but not in "another language, preferably German", "and, preferably, German". */
function isCommaBefore(leftwards: readonly Token[], at: number): boolean {
  if (leftwards[at]?.plain !== ',') return false
  const [before, beyond] = leftwards.slice(at + 1)
  const isAside = isAnyOf(before, ['prefer', 'such']) && (beyond === undefined || beyond.plain === ',')
  return !isAside && !isAnyOf(leftwards[at - 1], ['such'])
}
