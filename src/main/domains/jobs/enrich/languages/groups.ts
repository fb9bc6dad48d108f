import { connectors, openConnectors } from './lexicon.ts'
import type { Token } from './tokens.ts'

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
    const isJoined = k > 0 && tokens.slice((places[k - 1] ?? 0) + 1, at).every(isJoint)
    const last = groups.at(-1)
    if (isJoined && last) last.push(mention)
    else groups.push([mention])
    left = split
  }
  return groups
}

/** Whether a token only joins languages. */
export function isJoint(token: Token): boolean {
  return isConnector(token) || openConnectors.has(token.plain) || LIST_SIGNS.has(token.plain)
}

function isConnector(token: Token): boolean {
  return token.cefr === null && connectors.has(token.plain)
}

/** Where what is said of one language ends and what is said of the next begins: at an "and" right after it, else at the last
 *  comma or "and" before the next; without one, all of it belongs to both. */
function splitBetween(tokens: readonly Token[], from: number, to: number): number {
  const [first, last] = [tokens[from], tokens[to - 1]]
  if (first && (isConnector(first) || openConnectors.has(first.plain))) return from + 1
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at]
    if (token && (isConnector(token) || LIST_SIGNS.has(token.plain) || SENTENCE_SIGNS.has(token.plain))) return at + 1
  }
  return last && openConnectors.has(last.plain) ? to : from
}

function reach(tokens: readonly Token[], side: 'left' | 'right'): Token[] {
  const reached: Token[] = []
  for (const token of tokens) {
    if (token.is === 'other' || token.is === 'language' || token.kinds.includes('stop')) break
    if (SENTENCE_SIGNS.has(token.plain) || (side === 'left' && token.plain === ',')) break
    reached.push(token)
  }
  return reached
}
