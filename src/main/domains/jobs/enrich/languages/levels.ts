import type { AskedLanguage } from '#shared/facts.ts'
import type { Mention } from './groups.ts'
import type { Token } from './tokens.ts'

type Level = AskedLanguage['level']

export interface SaidLevel {
  readonly level: Level
  /** What the words before the language say, which languages after it share. */
  readonly levelBefore: Level
  /** Whether a level, or a measure that is none ("good"), is said of this language itself. */
  readonly isMeasured: boolean
  readonly isLevel: boolean
}

const WORDS = ['native', 'fluent', 'basic'] as const
const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const

/** How well a language must be known: a level of the European framework before words, words before the language before those after
 *  it; of a range the lowest. Pure. */
export function readLevel({ left, right }: Mention): SaidLevel {
  const cefr = cefrOf(right) ?? cefrOf(left)
  const before = wordOf(left)
  const word = before ?? wordOf(saidAfter(right))
  const level = cefr ?? word
  const isSome = [...left, ...untilComma(right)].some(({ kinds }) => kinds.includes('some'))
  return {
    level,
    levelBefore: cefrOf(left) ?? before,
    isMeasured: level !== null || isSome,
    isLevel: level !== null,
  }
}

/** The tokens up to the first comma. */
export function untilComma(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ plain }) => plain === ',')
  return at === -1 ? tokens : tokens.slice(0, at)
}

function cefrOf(tokens: readonly Token[]): Level {
  const levels = tokens.flatMap(({ cefr }) => CEFR.filter((level) => level === cefr))
  return levels.slice(0, 2).toSorted()[0] ?? null
}

function wordOf(tokens: readonly Token[]): Level {
  for (const { kinds } of tokens) {
    const word = WORDS.find((level) => kinds.includes(level))
    if (word) return word
  }
  return null
}

/** After a comma a word says something of this language only where nothing else follows it ("English, spoken fluently"). */
function saidAfter(right: readonly Token[]): readonly Token[] {
  return untilComma(right).length === right.length || right.at(-1)?.is !== 'sign' ? right : untilComma(right)
}
