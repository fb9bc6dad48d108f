import words from '#resources/claim-words.json' with { type: 'json' }
import { readTokens, type Token } from '../../read/tokens.ts'
import type { NumberSaid } from '../number-said.ts'
import { boundOf } from '../number-words.ts'

const ONE = new Set(words.numbers.one)
const OF = new Set(['of', 'von', 'in'])
const ROUND = new Set([10, 100, 1000])
const MOST_BETWEEN = 3
const BEFORE_LETTERS = 40
/** Nobody counts a share out of more. */
const MOST = 1000

/** "nine out of ten", "neun von zehn", "one in five": the share that a number is part of, in percent; null where it is part of none. Pure. */
export function shareOfAll(
  number: NumberSaid,
  { text, said }: { text: string; said: readonly NumberSaid[] },
): NumberSaid | null {
  const at = said.indexOf(number)
  const [before, next] = [said[at - 1], said[at + 1]]
  if (next && isPartOf(text, number, next)) return asPercent(number, number.value / next.value)
  if (before && isPartOf(text, before, number)) return asPercent(before, before.value / number.value)
  return shareOfOne(number, text)
}

function isPartOf(text: string, some: NumberSaid, all: NumberSaid): boolean {
  if (some.is !== 'count' || all.is !== 'count' || some.value >= all.value || all.value > MOST || some.end < 0)
    return false
  const between = readTokens(text.slice(some.end, all.at))
  if (!OF.has(between.at(-1)?.plain ?? '')) return false
  // "two sessions in a thousand"
  return between.length === 1 || (between.length <= MOST_BETWEEN && ROUND.has(all.value))
}

/** "fewer than one in two hundred" */
function shareOfOne(number: NumberSaid, text: string): NumberSaid | null {
  if (number.is !== 'count' || number.at < 0 || number.value > MOST) return null
  const tokens = readTokens(text.slice(Math.max(0, number.at - BEFORE_LETTERS), number.at))
  const from = tokens.findLastIndex(({ plain }) => OF.has(plain)) - 1
  if (from < 0 || !isOne(tokens[from]) || tokens.length > from + 2) return null
  const bound = boundOf(tokens, { from, to: from + 1, before: 0, after: tokens.length })
  return asPercent({ ...number, bound }, 1 / number.value)
}

function isOne(token: Token | undefined): boolean {
  return token !== undefined && ONE.has(token.plain)
}

function asPercent(number: NumberSaid, share: number): NumberSaid {
  return { ...number, is: 'percent', counted: null, nouns: [], value: Number((share * 100).toPrecision(12)) }
}
